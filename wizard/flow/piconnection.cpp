// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/piconnection.h"

#include "wizard/text/plaintext.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

PiConnection::PiConnection(Backend &backend, Site site, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_site(site)
{
    connect(&m_backend, &Backend::signedIn, this, [this](Site at, const PiFacts &facts) {
        if (at != m_site)
            return;
        m_state.stage = SignInStage::SignedIn;
        takeFacts(facts);
        Q_EMIT signedIn();
        Q_EMIT changed();
    });
    connect(&m_backend, &Backend::surveyed, this, [this](Site at, const PiFacts &facts) {
        if (at != m_site)
            return;
        takeFacts(facts);
        Q_EMIT surveyed();
        Q_EMIT changed();
    });
    connect(&m_backend, &Backend::tailscaleInstallProgress, this, [this](Site at, const QString &line) {
        if (at != m_site)
            return;
        m_state.installProgress = line;
        Q_EMIT changed();
    });
    connect(&m_backend, &Backend::tailscaleInstalled, this, [this](Site at) {
        if (at != m_site)
            return;
        m_state.login = LoginStage::Unknown;
        Q_EMIT tailscaleInstalled();
    });
    connect(&m_backend, &Backend::tailscaleUrl, this, [this](Site at, const QString &url) {
        if (at == m_site)
            takeLoginUrl(url);
    });
    connect(&m_backend, &Backend::tailscaleLoggedIn, this, [this](Site at) {
        if (at != m_site)
            return;
        m_state.login = LoginStage::LoggedIn;
        m_state.loginUrl.clear();
        Q_EMIT changed();
    });
    connect(&m_backend, &Backend::failed, this, [this](Task task, Site at, const Error &error) {
        if (at == m_site)
            takeFailure(task, error);
    });
    connect(&m_backend, &Backend::superseded, this, [this](Task task, Site at) {
        if (at == m_site)
            takeSuperseded(task);
    });
}

bool PiConnection::isLoggedIn() const
{
    return m_state.stage == SignInStage::SignedIn && m_state.login == LoginStage::LoggedIn;
}

bool PiConnection::needsLogin() const
{
    return m_state.facts && (m_state.login == LoginStage::Unknown || m_state.login == LoginStage::Failed);
}

void PiConnection::connectTo(const PiAnswers &typed, Credentials credentials)
{
    SignIn signIn;
    signIn.target = { typed.host.trimmed(), typed.port, typed.user.trimmed() };
    signIn.credentials = std::move(credentials);
    if (typed.useKey)
        signIn.credentials.keyFile = typed.keyFile;
    signIn.viaPiA = m_site == Site::B && typed.place == Place::OtherHome;
    m_host = typed.host;
    m_state = {};
    m_state.stage = SignInStage::Connecting;
    m_backend.signIn(m_site, std::move(signIn));
    Q_EMIT changed();
}

void PiConnection::trustHostKey()
{
    if (m_state.stage != SignInStage::AskHostKey)
        return;
    m_state.stage = SignInStage::Connecting;
    m_state.error.reset();
    m_backend.trustHostKey(m_site);
    Q_EMIT changed();
}

void PiConnection::refresh()
{
    if (m_state.stage != SignInStage::SignedIn || m_state.refreshing)
        return;
    m_state.refreshing = true;
    m_backend.survey(m_site);
    Q_EMIT changed();
}

void PiConnection::installTailscale()
{
    m_state.login = LoginStage::Installing;
    m_state.installProgress.clear();
    m_state.loginError.reset();
    m_backend.installTailscale(m_site);
    Q_EMIT changed();
}

void PiConnection::logIn(const QString &loginServer)
{
    m_state.login = LoginStage::Asking;
    m_state.loginUrl.clear();
    m_state.loginError.reset();
    m_backend.loginToTailscale(m_site, loginServer);
    Q_EMIT changed();
}

void PiConnection::forget()
{
    m_state = {};
    m_backend.withdraw(m_site);
    Q_EMIT changed();
}

void PiConnection::takeFacts(const PiFacts &facts)
{
    m_state.facts = facts;
    m_state.refreshing = false;
    m_state.error.reset();
    if (m_state.login == LoginStage::Installing)
        return;
    if (facts.tailscale.needsInstalling())
        m_state.login = LoginStage::NotInstalled;
    else if (facts.tailscale.isLoggedIn())
        m_state.login = LoginStage::LoggedIn;
    else if (m_state.login == LoginStage::LoggedIn || m_state.login == LoginStage::NotInstalled)
        m_state.login = LoginStage::Unknown;
}

void PiConnection::takeLoginUrl(const QString &url)
{
    // It is opened with a click: a page in the web, and nothing else that a Pi may have thought of.
    const auto link = webLink(url);
    if (!link)
        m_backend.withdraw(m_site);
    m_state.loginUrl = link.value_or(QString());
    m_state.login = link ? LoginStage::WaitingForPerson : LoginStage::Failed;
    if (!link)
        m_state.loginError = Error { ErrorKind::BadAnswer, m_host, {}, url };
    Q_EMIT changed();
}

void PiConnection::takeFailure(Task task, const Error &error)
{
    switch (task) {
    case Task::SignIn: {
        const bool asks = error.kind == ErrorKind::HostKeyUnknown || error.kind == ErrorKind::HostKeyChanged;
        m_state.stage = asks ? SignInStage::AskHostKey : SignInStage::Failed;
        m_state.error = error;
        break;
    }
    case Task::Survey:
        m_state.refreshing = false;
        m_state.error = error;
        break;
    case Task::TailscaleInstall:
        m_state.login = LoginStage::NotInstalled;
        m_state.loginError = error;
        break;
    case Task::TailscaleLogin:
        m_state.login = LoginStage::Failed;
        m_state.loginError = error;
        break;
    case Task::LanSearch:
    case Task::DeviceSearch:
    case Task::CheckUp:
    case Task::Check:
    case Task::Apply:
    case Task::Undo:
    case Task::RememberKey:
    case Task::ForgetKey:
        return; // not about one Pi, or Remembering's
    }
    Q_EMIT changed();
}

// A sign-in or a login that has given way left nothing on the page; the other one is there by now.
void PiConnection::takeSuperseded(Task task)
{
    if (task != Task::Survey)
        return;
    m_state.refreshing = false;
    Q_EMIT changed();
}

} // namespace twinlan
