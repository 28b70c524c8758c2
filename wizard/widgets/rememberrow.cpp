// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/rememberrow.h"

#include "wizard/widgets/looks.h"
#include "wizard/words/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

RememberRow::RememberRow(SetupController &controller, Site site, QWidget *parent)
    : Translated(parent)
    , m_setup(controller)
    , m_site(site)
    , m_wanted(new QCheckBox)
    , m_hint(textLabel())
    , m_state(textLabel())
    , m_forget(new QPushButton)
{
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    m_wanted->setObjectName(u"remember"_s + suffix);
    m_state->setObjectName(u"rememberState"_s + suffix);
    m_forget->setObjectName(u"forget"_s + suffix);
    makeHint(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_wanted);
    layout->addWidget(m_hint);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    row->addWidget(m_forget, 0, Qt::AlignTop);
    layout->addLayout(row);
    connect(m_wanted, &QCheckBox::toggled, this, [this](bool wanted) {
        PiAnswers answers = m_setup.answers(m_site);
        answers.wantsRemembering = wanted;
        m_setup.setAnswers(m_site, answers);
    });
    connect(m_forget, &QPushButton::clicked, this, [this] { m_setup.forget(m_site); });
    RememberRow::retranslate();
}

void RememberRow::retranslate()
{
    setWords(m_wanted, tr("Remember this Ra&spberry Pi"));
    m_hint->setText(tr("Then no password is asked next time: TwinLAN makes a key of its own and puts one half on the Raspberry Pi, the other into this "
                       "desktop's password store. No password is kept in a file."));
    setWords(m_forget, tr("Forge&t this Raspberry Pi"));
    m_forget->setAccessibleName(tr("Forget %1", "a button, for a screen reader").arg(piName(m_site)));
    render();
}

QString RememberRow::words() const
{
    const bool isIn = m_setup.pi(m_site).stage == SignInStage::SignedIn;
    switch (m_setup.memory(m_site)) {
    case MemoryStage::None:
    case MemoryStage::Entering:
        return {};
    case MemoryStage::Reading:
        return tr("Looking for TwinLAN's key in this desktop's password store…");
    case MemoryStage::Keeping:
        return tr("TwinLAN's key is being put on this Raspberry Pi…");
    case MemoryStage::Kept:
        return tr("TwinLAN remembers this Raspberry Pi: no password is asked next time.");
    case MemoryStage::NoKeychain:
        return isIn ? tr("This desktop keeps no passwords, so the password is asked again next time.")
                    : tr("This desktop's password store did not open. Please enter the password.");
    case MemoryStage::NotKept:
        return tr("This Raspberry Pi does not take TwinLAN's key, so the password is asked again next time.");
    case MemoryStage::Refused:
        return tr("This Raspberry Pi does not take TwinLAN's key any more. Please enter the password.");
    case MemoryStage::Forgetting:
        return tr("TwinLAN's key is being taken off this Raspberry Pi…");
    case MemoryStage::HalfForgotten:
        return tr("This computer has forgotten the Raspberry Pi. TwinLAN's key is still on it, because it could not be reached.");
    }
    return {};
}

void RememberRow::render()
{
    const PiAnswers &answers = m_setup.answers(m_site);
    const MemoryStage stage = m_setup.memory(m_site);
    const bool isIn = m_setup.pi(m_site).stage == SignInStage::SignedIn;
    {
        const QSignalBlocker quiet(m_wanted);
        m_wanted->setChecked(answers.wantsRemembering);
    }
    m_wanted->setVisible(!isIn && !answers.isRemembered);
    m_hint->setVisible(!isIn && !answers.isRemembered && !m_setup.pi(m_site).error); // an error needs the room on a small screen
    const QString state = words();
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_forget->setVisible(answers.isRemembered && stage != MemoryStage::Reading && stage != MemoryStage::Entering && stage != MemoryStage::Forgetting);
}

} // namespace twinlan
