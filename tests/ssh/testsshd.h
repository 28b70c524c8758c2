// SPDX-License-Identifier: GPL-3.0-or-later
// A real sshd for one test: on a free port of this computer, with its own host keys, configuration and authorized_keys,
// and an account made for it and removed again. Needs root (accounts, PAM). Nothing of the computer's own sshd is
// touched.
#pragma once

#include "remote/ssh/session.h"

#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

// Runs a program to its end; its stdout, or a failed check with its stderr.
QByteArray runTool(const QString &program, const QStringList &args, const QByteArray &input = {});
// True as soon as `done` is; looks every few milliseconds.
bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds longest = std::chrono::seconds(10));

// A system account that lives as long as this object. Leftovers of killed runs are removed on the way.
class Account
{
public:
    Account();
    ~Account();

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString home() const { return u"/home/"_s + m_name; }
    // Has what shells and passwords stumble over.
    [[nodiscard]] Secret password() const { return Secret(u"pä ss'$w\"ord\\"_s); }
    // One line of a sudoers file without the account's name, like "ALL=(ALL) NOPASSWD: ALL"; empty removes it.
    void setSudoRule(const QByteArray &rule);
    void joinGroup(const QString &group);
    // With this in the file that each start of the shell reads.
    void useShell(const QString &shell, const QByteArray &startFile);

private:
    [[nodiscard]] QString sudoersFile() const { return u"/etc/sudoers.d/"_s + m_name; }

    QString m_name;
};

class Sshd
{
public:
    struct Setup
    {
        QByteArrayList config; // lines of sshd_config, before the defaults
        QStringList hostKeys { u"ed25519"_s }; // types, as ssh-keygen names them
        QString address { u"127.0.0.1"_s };
        int port = 0; // 0: a free one
    };

    explicit Sshd(Setup setup);
    Sshd();
    ~Sshd();

    [[nodiscard]] bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }
    [[nodiscard]] QString address() const { return m_setup.address; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString path(const QString &file) const { return m_dir.filePath(file); }
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] HostKey hostKey(const QString &type = u"ed25519"_s) const;
    // New keys of the same types, as a re-flashed SD card has them; starts again on the same port.
    void makeNewHostKeys();
    void stop(); // with all its connections
    // The processes that serve connections, deepest last.
    [[nodiscard]] QList<qint64> connections() const;
    void freezeConnections() const; // as a Pi that hangs: TCP still answers, SSH does not
    void signalConnections(int signal) const;

    // A key that authorized_keys lets in, made on first use.
    [[nodiscard]] QString clientKey();
    void authorize(const QString &publicKeyFile);

    // Everything to get in: this server, its first host key remembered.
    [[nodiscard]] SshSession::Options options(const QString &user);

private:
    void makeHostKeys();
    void start();

    Setup m_setup;
    QTemporaryDir m_dir;
    std::unique_ptr<QProcess> m_process;
    int m_port = m_setup.port;
};

// A key pair without (or with) a passphrase; the private key's path.
QString makeKey(const QString &path, const QString &passphrase = {}, const QString &type = u"ed25519"_s);

Credentials withKey(const QString &keyFile);
Credentials withPassword(Secret password);

// Opens and expects it to work.
std::unique_ptr<SshSession> mustOpen(const SshSession::Options &options, const Credentials &credentials);
// "AuthDenied", or "ok".
template <class T>
QString kindOf(const Result<T> &result)
{
    return result.ok() ? u"ok"_s : errorKindName(result.error().kind);
}

} // namespace twinlan::test
