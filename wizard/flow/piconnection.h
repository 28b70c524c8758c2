// SPDX-License-Identifier: GPL-3.0-or-later
// One Pi as the wizard knows it: whether somebody is signed in there, what it says of itself, and its login to Tailscale.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/flow/savedsetup.h"
#include "wizard/flow/stages.h"

namespace twinlan {

struct PiState
{
    SignInStage stage = SignInStage::Idle;
    std::optional<Error> error; // with AskHostKey and Failed
    std::optional<PiFacts> facts; // once signed in
    LoginStage login = LoginStage::Unknown;
    QString installProgress; // Backend::tailscaleInstallProgress()
    QString loginUrl;
    std::optional<Error> loginError; // of the installation, with NotInstalled
    bool refreshing = false; // a survey is on its way
};

class PiConnection : public QObject
{
    Q_OBJECT

public:
    PiConnection(Backend &backend, Site site, QObject *parent = nullptr);

    [[nodiscard]] const PiState &state() const { return m_state; }
    [[nodiscard]] bool isLoggedIn() const; // signed in, and to Tailscale too
    [[nodiscard]] bool needsLogin() const; // to Tailscale, and none is on its way

    void connectTo(const PiAnswers &typed, Credentials credentials); // the key file is one of the answers
    void trustHostKey();
    void refresh(); // facts again: the list of devices, the tunnel's state
    void installTailscale();
    void logIn(const QString &loginServer); // to Tailscale; again, if it is on its way
    void forget(); // what is known is about another Pi, or about one that the person does not trust

Q_SIGNALS:
    void signedIn(); // with its facts, before changed()
    void surveyed(); // the same
    void tailscaleInstalled();
    void changed();

private:
    void takeFacts(const PiFacts &facts);
    void takeLoginUrl(const QString &url);
    void takeFailure(Task task, const Error &error);
    void takeSuperseded(Task task);

    Backend &m_backend;
    Site m_site;
    QString m_host; // as it was typed
    PiState m_state;
};

} // namespace twinlan
