// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/signin.h"

#include "remote/ssh/privatekey.h"

#include <QFile>
#include <QStringList>
#include <cstring>
#include <libssh/libssh.h>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Answer {
    Accepted,
    Refused, // or one of several factors accepted: the next method has its turn
    Broken // no connection, no time or no wish any more; m_error says which
};

// What libssh asks when a key is encrypted. It is always given: with none, libssh would ask on the terminal.
struct Passphrase
{
    const Secret &secret;
    bool asked = false;

    static int answer(const char *, char *buffer, size_t size, int, int, void *self)
    {
        auto &passphrase = *static_cast<Passphrase *>(self);
        passphrase.asked = true;
        const QByteArray &bytes = passphrase.secret.bytes();
        if (bytes.isEmpty() || static_cast<size_t>(bytes.size()) >= size)
            return -1;
        std::memcpy(buffer, bytes.constData(), static_cast<size_t>(bytes.size()) + 1);
        return 0;
    }
};

QString methodNames(int methods)
{
    QStringList names;
    if (methods & SSH_AUTH_METHOD_PUBLICKEY)
        names += u"publickey"_s;
    if (methods & SSH_AUTH_METHOD_INTERACTIVE)
        names += u"keyboard-interactive"_s;
    if (methods & SSH_AUTH_METHOD_PASSWORD)
        names += u"password"_s;
    return names.join(u',');
}

class Attempt
{
public:
    Attempt(Link &link, const Credentials &credentials, const Patience &patience)
        : m_link(link)
        , m_session(link.session())
        , m_credentials(credentials)
        , m_patience(patience)
    {
    }

    Result<SignedIn> run(bool withAgent);

private:
    bool offers(int method) const { return ssh_userauth_list(m_session, nullptr) & method; }
    Answer settle(const Result<int> &result);
    template <class Call>
    Answer ask(Call call)
    {
        return settle(m_link.repeat(SSH_AUTH_AGAIN, m_patience, call));
    }
    Answer tryOwnKey();
    Answer tryAgent();
    Answer tryKeyFile();
    Answer tryKeyboard();
    Answer tryPassword();
    [[nodiscard]] Error refusal() const;

    Link &m_link;
    ssh_session m_session;
    const Credentials &m_credentials;
    const Patience &m_patience;
    std::optional<Error> m_error; // with Answer::Broken
    std::optional<Error> m_keyError; // the key file was no help; told if nothing else was either
    bool m_wasRefused = false;
};

Result<SignedIn> Attempt::run(bool withAgent)
{
    // "none" makes the server list its methods. An account without a password is in at once.
    Answer answer = ask([this] { return ssh_userauth_none(m_session, nullptr); });
    m_wasRefused = false;
    if (answer == Answer::Refused && !m_credentials.ownKey.isEmpty() && offers(SSH_AUTH_METHOD_PUBLICKEY))
        answer = tryOwnKey();
    if (answer == Answer::Refused && withAgent && offers(SSH_AUTH_METHOD_PUBLICKEY))
        answer = tryAgent();
    if (answer == Answer::Refused && !m_credentials.keyFile.isEmpty() && offers(SSH_AUTH_METHOD_PUBLICKEY))
        answer = tryKeyFile();
    if (answer == Answer::Accepted)
        return SignedIn {};

    const bool hasPassword = !m_credentials.password.isEmpty();
    if (answer == Answer::Refused && hasPassword && offers(SSH_AUTH_METHOD_INTERACTIVE))
        answer = tryKeyboard();
    if (answer == Answer::Refused && hasPassword && offers(SSH_AUTH_METHOD_PASSWORD))
        answer = tryPassword();
    if (answer == Answer::Accepted)
        return SignedIn { .byPassword = true };
    if (answer == Answer::Refused)
        return refusal();

    // A server that has heard enough wrong answers says goodbye instead of no. Without the agent these answers were the
    // person's own key and password. libssh tells a goodbye from a lost line by these words only.
    const bool goodbye = m_error->detail.startsWith("Received SSH_MSG_DISCONNECT"_L1);
    if (m_error->kind == ErrorKind::ConnectionLost && (goodbye || m_wasRefused) && !withAgent)
        return refusal();
    return *m_error;
}

Error Attempt::refusal() const
{
    if (m_keyError)
        return *m_keyError;
    const QString methods = m_link.isAlive() ? methodNames(ssh_userauth_list(m_session, nullptr)) : QString();
    return m_link.error(ErrorKind::AuthDenied, u"the server takes: "_s + methods);
}

Answer Attempt::settle(const Result<int> &result)
{
    if (!result) {
        m_error = result.error();
        return Answer::Broken;
    }
    if (*result == SSH_AUTH_SUCCESS)
        return Answer::Accepted;
    if (!m_link.isAlive()) {
        m_error = m_link.error(ErrorKind::ConnectionLost);
        return Answer::Broken;
    }
    m_wasRefused = true;
    return Answer::Refused;
}

// One that cannot be read is as good as none: the person did not choose it, so nobody is told.
Answer Attempt::tryOwnKey()
{
    const SshHandle<ssh_key_struct> key = readPrivateKey(m_credentials.ownKey);
    if (!key)
        return Answer::Refused;
    return ask([&] { return ssh_userauth_publickey(m_session, nullptr, key.get()); });
}

Answer Attempt::tryAgent()
{
    return ask([this] { return ssh_userauth_agent(m_session, nullptr); });
}

Answer Attempt::tryKeyFile()
{
    Passphrase passphrase { m_credentials.keyPassphrase };
    ssh_key imported = nullptr;
    const int rc = ssh_pki_import_privkey_file(
        QFile::encodeName(m_credentials.keyFile).constData(), nullptr, &Passphrase::answer, &passphrase, &imported);
    const SshHandle<ssh_key_struct> key(imported);
    if (rc != SSH_OK) {
        // Both a wrong passphrase and rubbish are SSH_ERROR; only an encrypted key asks.
        m_keyError = m_link.error(
            passphrase.asked ? ErrorKind::KeyPassphraseWrong : ErrorKind::KeyUnreadable, m_credentials.keyFile);
        return Answer::Refused;
    }
    return ask([&] { return ssh_userauth_publickey(m_session, nullptr, key.get()); });
}

Answer Attempt::tryKeyboard()
{
    bool answered = false;
    for (;;) {
        const auto result = m_link.repeat(
            SSH_AUTH_AGAIN, m_patience, [this] { return ssh_userauth_kbdint(m_session, nullptr, nullptr); });
        if (!result || *result != SSH_AUTH_INFO)
            return settle(result);
        const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
        for (int i = 0; i < prompts; ++i) {
            char echo = 1;
            ssh_userauth_kbdint_getprompt(m_session, static_cast<unsigned int>(i), &echo);
            if (!echo && answered)
                return Answer::Refused; // a second secret (a one-time code, "New password:") is none that we know
            const char *text = echo ? "" : m_credentials.password.bytes().constData();
            answered = answered || !echo;
            ssh_userauth_kbdint_setanswer(m_session, static_cast<unsigned int>(i), text);
        }
    }
}

Answer Attempt::tryPassword()
{
    return ask(
        [this] { return ssh_userauth_password(m_session, nullptr, m_credentials.password.bytes().constData()); });
}

} // namespace

Result<SignedIn> signIn(Link &link, const Credentials &credentials, bool withAgent, const Patience &patience)
{
    return Attempt(link, credentials, patience).run(withAgent);
}

} // namespace twinlan
