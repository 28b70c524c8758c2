// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/imagersteps.h"

#include "wizard/widgets/looks.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int stepCount = 9;
constexpr int hostNameStep = 3; // from 0
const QStringList hostNames { u"twinlan-a"_s, u"twinlan-b"_s };

QLabel *stepLabel()
{
    auto *label = new QLabel;
    label->setFrameShape(QFrame::StyledPanel);
    label->setMargin(3);
    return label;
}

} // namespace

ImagerSteps::ImagerSteps(QWidget *parent)
    : Translated(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < stepCount; ++i) {
        m_rows.push_back({ stepLabel(), textLabel() });
        grid->addWidget(m_rows.back().step, i, 0);
        grid->addWidget(m_rows.back().answer, i, 1, 1, i == hostNameStep ? 1 : 3, Qt::AlignVCenter);
    }
    for (int i = 0; i < hostNames.size(); ++i)
        grid->addWidget(copyButton(hostNames[i]), hostNameStep, 2 + i);
    ImagerSteps::retranslate();
}

QPushButton *ImagerSteps::copyButton(const QString &hostName)
{
    auto *button = new QPushButton;
    button->setObjectName(u"copy-"_s + hostName);
    connect(button, &QPushButton::clicked, this, [hostName] { QGuiApplication::clipboard()->setText(hostName); });
    m_copies.push_back(button);
    return button;
}

void ImagerSteps::retranslate()
{
    const auto tell = [this](int row, const QString &step, const QString &answer) {
        m_rows[std::size_t(row)].step->setText(step);
        m_rows[std::size_t(row)].answer->setText(answer);
    };
    tell(0, tr("Device", "a step of Raspberry Pi Imager"), tr("Your model. It is printed on the board, for example “Raspberry Pi 4”."));
    tell(1, tr("OS", "a step of Raspberry Pi Imager"), tr("“Raspberry Pi OS (64-bit)”, the first one. “Lite” works as well."));
    tell(2, tr("Storage", "a step of Raspberry Pi Imager"), tr("The SD card. Everything on it is erased."));
    tell(3, tr("Hostname", "a step of Raspberry Pi Imager"), tr("First card: twinlan-a. Second card: twinlan-b."));
    tell(4, tr("Localisation", "a step of Raspberry Pi Imager"), tr("The capital of your country, for example “Tokyo (Japan)”."));
    tell(5, tr("User", "a step of Raspberry Pi Imager"), tr("A user name and a password of your choice. Write them down: TwinLAN asks for them."));
    tell(6, tr("Wi‑Fi", "a step of Raspberry Pi Imager"), tr("Leave it empty: the LAN cable is used."));
    tell(7, tr("Remote access", "a step of Raspberry Pi Imager"), tr("Turn on “Enable SSH” and choose “Use password authentication”. Without it TwinLAN gets no answer."));
    tell(8, tr("Writing", "a step of Raspberry Pi Imager"), tr("“Write”. Leave what was not mentioned as it is."));
    for (std::size_t i = 0; i < m_copies.size(); ++i) {
        m_copies[i]->setText(tr("Copy %1", "a button: a host name to the clipboard").arg(hostNames[qsizetype(i)]));
        m_copies[i]->setAccessibleName(tr("Copy the host name %1").arg(hostNames[qsizetype(i)]));
    }
}

} // namespace twinlan
