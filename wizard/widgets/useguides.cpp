// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/useguides.h"

#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/looks.h"

#include <QVBoxLayout>
#include <cmath>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// A usual disk, and the uploads of a slow and of a fast line: what the way between two homes is worth.
constexpr int firstBackup = 500; // GB
constexpr int slowLine = 20; // Mb/s
constexpr int fastLine = 100;

} // namespace

std::chrono::hours copyTime(double gigabytes, double megabitsPerSecond)
{
    constexpr double megabits = 8'000; // in a gigabyte, as disks and lines are sold
    return std::chrono::hours(std::llround(gigabytes * megabits / megabitsPerSecond / 3600));
}

UseGuides::UseGuides(QWidget *parent)
    : Translated(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const QString &name : { u"guideTimeMachine"_s, u"guidePrinter"_s, u"guideWindows"_s }) {
        m_guides.push_back({ new Disclosure(name), textLabel() });
        m_guides.back().steps->setContentsMargins(24, 0, 0, 6);
        m_guides.back().title->setContent(m_guides.back().steps);
        layout->addWidget(m_guides.back().title);
    }
    UseGuides::retranslate();
}

void UseGuides::retranslate()
{
    const auto hours = [](int line) { return qlonglong(copyTime(firstBackup, line).count()); };
    m_guides[0].title->setTitle(tr("Back up a Mac (&Time Machine)", "a button"));
    m_guides[0].steps->setText(
        tr("1. On the NAS, turn on Time Machine for a shared folder.\n"
           "2. On the Mac, open “System Settings” > “General” > “Time Machine”, press “Add Backup Disk” and choose the NAS.\n"
           "The first backup takes long: %1 GB need about %2 hours at %3 Mb/s, about %4 hours at %5 Mb/s (the upload of the Mac's home counts). "
           "If you can, make the first one with the Mac in the home of the NAS. After that, only what has changed is sent.")
            .arg(firstBackup)
            .arg(hours(slowLine))
            .arg(slowLine)
            .arg(hours(fastLine))
            .arg(fastLine));
    m_guides[1].title->setTitle(tr("&Print in the other home", "a button"));
    m_guides[1].steps->setText(
        tr("1. Add the printer as if it were in this home: open “Settings” (on a Mac “System Settings”), search there for “printers”, and add it.\n"
           "2. If it is not in the list, add it by its IP address.\n"
           "3. Scanning needs the maker's app, and the IP address in it."));
    m_guides[2].title->setTitle(tr("Windows does not s&how the other home's devices", "a button"));
    m_guides[2].steps->setText(
        tr("1. Search in “Settings” for “Wi-Fi properties” or “Ethernet properties”, and choose “Private network” there.\n"
           "2. Search in “Settings” for “Advanced sharing settings”, and turn on “Network discovery” there.\n"
           "3. If the NAS still is not there: press the Windows key and R, type \\\\ and its IP address (for example \\\\192.168.1.150), and press Enter."));
}

} // namespace twinlan
