// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/tailscalepanel.h"

#include "wizard/text/plaintext.h"
#include "wizard/widgets/disclosure.h"
#include "wizard/widgets/errorbox.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/qrcode.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

TailscalePanel::TailscalePanel(SetupController &controller, Site site, QWidget *parent)
    : Translated(parent)
    , m_setup(controller)
    , m_site(site)
    , m_state(textLabel())
    , m_expiry(textLabel())
    , m_machines(new QPushButton)
    , m_checkExpiry(new QPushButton)
    , m_installHow(textLabel())
    , m_install(new QPushButton)
    , m_login(new QWidget)
    , m_how(textLabel())
    , m_open(new QPushButton)
    , m_link(textLabel())
    , m_code(new QrCode)
    , m_waiting(new QProgressBar)
    , m_error(new ErrorBox(u"loginDetails"_s + (site == Site::A ? u'A' : u'B')))
    , m_again(new QPushButton)
    , m_advanced(new Disclosure(u"loginAdvanced"_s + (site == Site::A ? u'A' : u'B')))
    , m_serverLabel(new QLabel)
    , m_server(new QLineEdit)
    , m_useServer(new QPushButton)
{
    const QString suffix = site == Site::A ? u"A"_s : u"B"_s;
    m_state->setObjectName(u"loginState"_s + suffix);
    m_machines->setObjectName(u"tailscaleMachines"_s + suffix);
    m_checkExpiry->setObjectName(u"tailscaleCheckExpiry"_s + suffix);
    m_install->setObjectName(u"tailscaleInstall"_s + suffix);
    m_open->setObjectName(u"loginOpen"_s + suffix);
    m_link->setObjectName(u"loginLink"_s + suffix);
    m_code->setObjectName(u"loginCode"_s + suffix);
    m_again->setObjectName(u"loginAgain"_s + suffix);
    m_server->setObjectName(u"loginServer"_s + suffix);
    m_useServer->setObjectName(u"loginUseServer"_s + suffix);
    m_link->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_waiting->setRange(0, 0); // how long a person takes is not known
    m_waiting->setTextVisible(false);
    m_waiting->setMaximumHeight(fontMetrics().height() / 2);

    auto *left = new QVBoxLayout;
    left->addWidget(m_how);
    left->addWidget(m_open, 0, Qt::AlignLeft);
    left->addWidget(m_link);
    left->addStretch();
    auto *login = new QHBoxLayout(m_login);
    login->setContentsMargins(0, 0, 0, 0);
    login->addLayout(left, 1);
    login->addWidget(m_code, 0, Qt::AlignTop);

    auto *server = new QWidget;
    auto *serverRow = new QHBoxLayout(server);
    serverRow->setContentsMargins(16, 0, 0, 0);
    serverRow->addWidget(m_serverLabel);
    serverRow->addWidget(m_server, 1);
    serverRow->addWidget(m_useServer);
    m_serverLabel->setBuddy(m_server);
    m_advanced->setContent(server);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    layout->addWidget(m_expiry);
    auto *expiry = new QHBoxLayout;
    expiry->addWidget(m_machines);
    expiry->addWidget(m_checkExpiry);
    expiry->addStretch();
    layout->addLayout(expiry);
    layout->addWidget(m_error);
    layout->addWidget(m_installHow);
    layout->addWidget(m_install, 0, Qt::AlignLeft);
    layout->addWidget(m_login);
    layout->addWidget(m_waiting);
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    layout->addWidget(m_advanced);

    connect(m_machines, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl(u"https://login.tailscale.com/admin/machines"_s)); });
    connect(m_checkExpiry, &QPushButton::clicked, this, [this] { m_setup.refresh(m_site); });
    connect(m_install, &QPushButton::clicked, this, [this] { m_setup.installTailscale(m_site); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto link = webLink(m_setup.pi(m_site).loginUrl))
            QDesktopServices::openUrl(QUrl(*link));
    });
    connect(m_again, &QPushButton::clicked, this, [this] { m_setup.logIn(m_site); });
    connect(m_useServer, &QPushButton::clicked, this, [this] {
        m_setup.setLoginServer(m_server->text());
        m_setup.logIn(m_site);
    });
    connect(&m_setup, &SetupController::piChanged, this, [this](Site changed) {
        if (changed == m_site)
            render();
    });
    m_server->setText(m_setup.loginServer());
    TailscalePanel::retranslate();
}

QString TailscalePanel::stateText() const
{
    switch (m_setup.pi(m_site).login) {
    case LoginStage::NotInstalled:
        return notInstalledText();
    case LoginStage::Installing:
        return installingText();
    case LoginStage::Asking:
        return tr("Getting the login page ready…");
    case LoginStage::WaitingForPerson:
        return tr("Waiting for your login…");
    case LoginStage::LoggedIn:
        return loggedInText();
    case LoginStage::Unknown:
    case LoginStage::Failed:
        break;
    }
    return {};
}

QString TailscalePanel::installingText() const
{
    const QString progress = m_setup.pi(m_site).installProgress; // as installTailscale()'s sink hears it
    if (progress.startsWith("waiting-for-apt"_L1))
        return tr("Waiting until the Raspberry Pi has finished its own updates…");
    if (const qsizetype percent = progress.indexOf(u'%'); percent > 0)
        return tr("Installing Tailscale… %1%", "how much is done").arg(visibleLine(progress.left(percent)));
    return tr("Installing Tailscale…", "before it is known how much is done");
}

QString TailscalePanel::notInstalledText() const
{
    const auto &facts = m_setup.pi(m_site).facts;
    return facts && facts->tailscale.installed ? tr("Tailscale on %1 is too old (version %2).").arg(piName(m_site), visibleLine(facts->tailscale.version))
                                               : tr("Tailscale is not installed on %1 yet.").arg(piName(m_site));
}

QString TailscalePanel::loggedInText() const
{
    const auto &facts = m_setup.pi(m_site).facts;
    const QString address = facts ? visibleLine(facts->tailscale.address) : QString();
    return address.isEmpty() ? tr("✓ %1 is logged in to Tailscale.").arg(piName(m_site))
                             : tr("✓ %1 is logged in to Tailscale. Its address there is %2.").arg(piName(m_site), address);
}

QString TailscalePanel::expiryText() const
{
    const PiState &pi = m_setup.pi(m_site);
    if (pi.login != LoginStage::LoggedIn || !pi.facts)
        return {};
    const QDateTime until = expiry();
    if (!until.isValid())
        return tr("This login does not expire.");
    return tr("As it is, the homes are disconnected on %1, when this login expires. "
              "To prevent that, open “Machines” on Tailscale's website, and choose “Disable key expiry” in the menu “…” of this Raspberry Pi.")
        .arg(dateText(until.date()));
}

QDateTime TailscalePanel::expiry() const
{
    const PiState &pi = m_setup.pi(m_site);
    return pi.login == LoginStage::LoggedIn && pi.facts ? pi.facts->tailscale.keyExpiry : QDateTime();
}

void TailscalePanel::retranslate()
{
    m_installHow->setText(tr("TwinLAN gets it from Tailscale's own server. This takes a few minutes."));
    m_how->setText(tr("Open the login page, or scan the code with your phone. Sign in (Google, Apple, Microsoft…), then press “Connect”. "
                      "This page updates by itself. You can ignore whatever the site asks after that."));
    setWords(m_machines, tr("Open “Machine&s”", "a page of Tailscale's website"));
    setWords(m_checkExpiry, tr("Chec&k again", "a button"));
    setWords(m_open, tr("Open the &login page"));
    setWords(m_again, tr("&Get a new link"));
    m_advanced->setTitle(tr("Ad&vanced", "a button"));
    m_serverLabel->setText(tr("Log&in server", "before its field"));
    m_server->setPlaceholderText(tr("empty: Tailscale's own"));
    setWords(m_useServer, tr("U&se this server"));
    m_server->setAccessibleName(tr("Address of the login server"));
    m_code->setAccessibleName(tr("QR code of the login page"));
    m_waiting->setAccessibleName(tr("Waiting", "the bar, for a screen reader"));
    render();
}

void TailscalePanel::render()
{
    const PiState &pi = m_setup.pi(m_site);
    const bool missing = pi.login == LoginStage::NotInstalled;
    const bool installing = pi.login == LoginStage::Installing;
    const bool waiting = pi.login == LoginStage::WaitingForPerson;
    m_state->setText(stateText());
    m_state->setVisible(!m_state->text().isEmpty());
    m_expiry->setText(expiryText());
    m_expiry->setVisible(!m_expiry->text().isEmpty());
    const bool expires = expiry().isValid();
    m_machines->setVisible(expires && m_setup.loginServer().isEmpty()); // another server has a page of its own
    m_checkExpiry->setVisible(expires);
    m_checkExpiry->setEnabled(!pi.refreshing);

    m_error->setVisible((missing || pi.login == LoginStage::Failed) && pi.loginError);
    if (pi.loginError)
        m_error->tell(*pi.loginError);
    m_installHow->setVisible(missing);
    m_install->setVisible(missing);
    setWords(m_install, pi.facts && pi.facts->tailscale.installed ? tr("Update &Tailscale", "a button") : tr("&Install Tailscale", "a button"));

    m_login->setVisible(waiting);
    m_link->setText(pi.loginUrl);
    if (waiting)
        m_code->setText(pi.loginUrl);
    m_waiting->setVisible(waiting || installing || pi.login == LoginStage::Asking);
    m_again->setVisible(pi.login == LoginStage::Failed || pi.login == LoginStage::Unknown);
    m_advanced->setVisible(!missing && !installing && pi.login != LoginStage::LoggedIn);
}

} // namespace twinlan
