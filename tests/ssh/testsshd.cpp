// SPDX-License-Identifier: GPL-3.0-or-later
#include "testsshd.h"

#include "testnet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtTest>
#include <algorithm>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace twinlan::test {

namespace {

const QString accountPrefix = QStringLiteral("twlt");

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content, int mode)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qUtf8Printable(path));
    file.close();
    ::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode));
}

QList<qint64> allProcesses()
{
    QList<qint64> pids;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const qint64 pid = name.toLongLong(&number);
        if (number)
            pids.append(pid);
    }
    return pids;
}

qint64 parentOf(qint64 pid)
{
    // "pid (name) state ppid …", and the name may hold anything.
    const QByteArray stat = readFile(QStringLiteral("/proc/%1/stat").arg(pid));
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

// Only processes of our own making: an account's last ones, so that it can be removed.
void endProcessesOf(const QString &account)
{
    const uint uid = runTool(QStringLiteral("id"), { QStringLiteral("-u"), account }).trimmed().toUInt();
    if (uid < 1000)
        return;
    // Not by the owner of /proc/PID: that is root for an sshd, which guards its memory.
    const QByteArray line = "\nUid:\t" + QByteArray::number(uid) + '\t';
    for (const qint64 pid : allProcesses()) {
        if (readFile(QStringLiteral("/proc/%1/status").arg(pid)).contains(line))
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }
}

// The account tools lock /etc/passwd and give up at once when another test holds it.
bool tryTool(const QString &program, const QStringList &args)
{
    return waitUntil([&] {
        QProcess process;
        process.start(program, args);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    });
}

void removeAccount(const QString &name)
{
    endProcessesOf(name);
    QFile::remove(QStringLiteral("/etc/sudoers.d/") + name);
    if (!tryTool(QStringLiteral("userdel"), { QStringLiteral("-r"), name }))
        qWarning("could not remove the account %s", qUtf8Printable(name));
}

} // namespace

QByteArray runTool(const QString &program, const QStringList &args, const QByteArray &input)
{
    QProcess process;
    process.start(program, args);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QTest::qFail(qUtf8Printable(program + QLatin1Char(' ') + args.join(QLatin1Char(' ')) + QStringLiteral(": ")
                         + QString::fromLocal8Bit(process.readAllStandardError()) + process.errorString()),
            __FILE__, __LINE__);
    }
    return process.readAllStandardOutput();
}

bool waitUntil(const std::function<bool()> &done, std::chrono::milliseconds longest)
{
    return QTest::qWaitFor(done, static_cast<int>(longest.count()));
}

Account::Account()
    : m_name(accountPrefix + QString::number(::getpid()))
{
    for (const QByteArray &line : readFile(QStringLiteral("/etc/passwd")).split('\n')) {
        const QString name = QString::fromLocal8Bit(line.left(line.indexOf(':')));
        if (name == m_name
            || (name.startsWith(accountPrefix)
                && !QFileInfo::exists(QStringLiteral("/proc/") + name.mid(accountPrefix.size()))))
            removeAccount(name);
    }
    if (!tryTool(QStringLiteral("useradd"),
            { QStringLiteral("-m"), QStringLiteral("-s"), QStringLiteral("/bin/bash"), m_name }))
        qFatal("cannot make an account: needs root");
    runTool(QStringLiteral("chpasswd"), {}, m_name.toUtf8() + ':' + password().bytes() + '\n');
}

Account::~Account()
{
    removeAccount(m_name);
}

void Account::setSudoRule(const QByteArray &rule)
{
    if (rule.isEmpty())
        QFile::remove(sudoersFile());
    else
        writeFile(sudoersFile(), m_name.toUtf8() + ' ' + rule + '\n', 0440);
}

void Account::joinGroup(const QString &group)
{
    runTool(QStringLiteral("usermod"), { QStringLiteral("-aG"), group, m_name });
}

void Account::useShell(const QString &shell, const QByteArray &startFile)
{
    runTool(QStringLiteral("usermod"), { QStringLiteral("-s"), QStringLiteral("/bin/") + shell, m_name });
    const QString file = home()
        + (shell == QStringLiteral("zsh")          ? QStringLiteral("/.zshenv")
                : shell == QStringLiteral("fish") ? QStringLiteral("/.config/fish/config.fish")
                : shell == QStringLiteral("tcsh") ? QStringLiteral("/.tcshrc")
                                                  : QStringLiteral("/.bashrc"));
    const QString own = QStringLiteral("%1:%1").arg(m_name);
    QDir().mkpath(QFileInfo(file).path());
    writeFile(file, startFile, 0644);
    runTool(QStringLiteral("chown"), { QStringLiteral("-R"), own, home() });
}

Sshd::Sshd()
    : Sshd(Setup())
{
}

Sshd::Sshd(Setup setup)
    : m_setup(std::move(setup))
{
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0711); // sshd reads authorized_keys as the account
    QDir().mkpath(QStringLiteral("/run/sshd")); // sshd's own, compiled in; absent where no sshd runs
    writeFile(path(QStringLiteral("authorized_keys")), {}, 0644);
    makeHostKeys();
    start();
}

Sshd::~Sshd()
{
    stop();
}

void Sshd::makeHostKeys()
{
    for (const QString &type : m_setup.hostKeys)
        makeKey(path(QStringLiteral("host_") + type), {}, type);
}

void Sshd::makeNewHostKeys()
{
    stop();
    makeHostKeys();
    start();
}

void Sshd::start()
{
    const bool samePort = m_port != 0;
    for (int attempt = 0; attempt < 5; ++attempt) { // the free port may be taken by somebody else meanwhile
        if (!samePort)
            m_port = freePort(m_setup.address.contains(QLatin1Char(':')));
        QByteArrayList config = m_setup.config;
        config += "ListenAddress " + m_setup.address.toUtf8();
        config += "Port " + QByteArray::number(m_port);
        for (const QString &type : m_setup.hostKeys)
            config += "HostKey " + QFile::encodeName(path(QStringLiteral("host_") + type));
        config += "AuthorizedKeysFile " + QFile::encodeName(path(QStringLiteral("authorized_keys")));
        config += { "PidFile none", "LogLevel DEBUG1", "UsePAM no", "PasswordAuthentication no",
            "KbdInteractiveAuthentication no", "StrictModes no", "PermitRootLogin prohibit-password", "UseDNS no",
            "MaxStartups 100:30:200" };
        writeFile(path(QStringLiteral("sshd_config")), config.join('\n') + '\n', 0600);

        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(path(QStringLiteral("log")));
        m_process->setStandardOutputFile(QProcess::nullDevice());
        m_process->start(QStringLiteral("/usr/sbin/sshd"),
            { QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), path(QStringLiteral("sshd_config")) });
        if (m_process->waitForStarted() && waitUntil([this] {
                return log().contains("Server listening") || m_process->state() == QProcess::NotRunning;
            })
            && isRunning())
            return;
    }
    QTest::qFail(QByteArray("sshd does not start: " + log()).constData(), __FILE__, __LINE__);
}

void Sshd::stop()
{
    if (!m_process)
        return;
    freezeConnections();
    signalConnections(SIGKILL);
    m_process->terminate();
    if (!m_process->waitForFinished(5'000)) {
        qWarning("sshd does not end by SIGTERM");
        m_process->kill();
        m_process->waitForFinished();
    }
    m_process.reset();
}

QByteArray Sshd::log() const
{
    return readFile(path(QStringLiteral("log")));
}

HostKey Sshd::hostKey(const QString &type) const
{
    const QString file = path(QStringLiteral("host_") + type + QStringLiteral(".pub"));
    const QByteArrayList words = readFile(file).simplified().split(' ');
    const QString line = QString::fromLatin1(runTool(QStringLiteral("ssh-keygen"), { QStringLiteral("-lf"), file }));
    return { words.value(0) + ' ' + words.value(1), line.split(QLatin1Char(' ')).value(1) };
}

QList<qint64> Sshd::connections() const
{
    if (!m_process)
        return {};
    const QList<qint64> everybody = allProcesses();
    QList<qint64> family { m_process->processId() };
    for (qsizetype i = 0; i < family.size(); ++i) {
        for (const qint64 pid : everybody) {
            if (parentOf(pid) == family[i] && !family.contains(pid))
                family.append(pid);
        }
    }
    family.removeFirst();
    return family;
}

void Sshd::freezeConnections() const
{
    // Until nobody is new: a sign-in succeeds before sshd has forked the process that serves it.
    QList<qint64> frozen;
    // Not !=: Qt 6.4's gives memcmp a null pointer for an empty list.
    for (QList<qint64> now = connections(); !std::ranges::equal(now, frozen); now = connections()) {
        for (const qint64 pid : now)
            ::kill(static_cast<pid_t>(pid), SIGSTOP);
        frozen = now;
    }
}

void Sshd::signalConnections(int signal) const
{
    for (const qint64 pid : connections())
        ::kill(static_cast<pid_t>(pid), signal);
}

QString Sshd::clientKey()
{
    const QString key = path(QStringLiteral("client"));
    if (!QFileInfo::exists(key)) {
        makeKey(key);
        authorize(key + QStringLiteral(".pub"));
    }
    return key;
}

void Sshd::authorize(const QString &publicKeyFile)
{
    const QString file = path(QStringLiteral("authorized_keys"));
    writeFile(file, readFile(file) + readFile(publicKeyFile), 0644);
}

SshSession::Options Sshd::options(const QString &user)
{
    SshSession::Options options;
    options.target = { address(), port(), user };
    options.knownHosts.path = path(QStringLiteral("known_hosts"));
    if (!options.knownHosts.remember(address(), port(), hostKey(m_setup.hostKeys.first()).publicKey).ok())
        qFatal("cannot write known_hosts");
    return options;
}

QString makeKey(const QString &path, const QString &passphrase, const QString &type)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral(".pub"));
    QStringList args { QStringLiteral("-q"), QStringLiteral("-t"), type, QStringLiteral("-N"), passphrase,
        QStringLiteral("-C"), QStringLiteral("twinlan-test"), QStringLiteral("-f"), path };
    if (type == QStringLiteral("rsa"))
        args += { QStringLiteral("-b"), QStringLiteral("2048") };
    runTool(QStringLiteral("ssh-keygen"), args);
    return path;
}

Credentials withKey(const QString &keyFile)
{
    Credentials credentials;
    credentials.keyFile = keyFile;
    credentials.useAgent = false;
    return credentials;
}

Credentials withPassword(Secret password)
{
    Credentials credentials;
    credentials.password = std::move(password);
    credentials.useAgent = false;
    return credentials;
}

std::unique_ptr<SshSession> mustOpen(const SshSession::Options &options, const Credentials &credentials)
{
    auto opened = SshSession::open(options, credentials);
    if (!opened) {
        QTest::qFail(qUtf8Printable(kindOf(opened) + QStringLiteral(": ") + opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

} // namespace twinlan::test
