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

using namespace Qt::Literals::StringLiterals;

namespace {

const QString accountPrefix = u"twlt"_s;

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
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
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
    const QByteArray stat = readFile(u"/proc/%1/stat"_s.arg(pid));
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(1).toLongLong();
}

// Only processes of our own making: an account's last ones, so that it can be removed.
void endProcessesOf(const QString &account)
{
    const uint uid = runTool(u"id"_s, { u"-u"_s, account }).trimmed().toUInt();
    if (uid < 1000)
        return;
    // Not by the owner of /proc/PID: that is root for an sshd, which guards its memory.
    const QByteArray line = "\nUid:\t" + QByteArray::number(uid) + '\t';
    for (const qint64 pid : allProcesses()) {
        if (readFile(u"/proc/%1/status"_s.arg(pid)).contains(line))
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
    QFile::remove(u"/etc/sudoers.d/"_s + name);
    if (!tryTool(u"userdel"_s, { u"-r"_s, name }))
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
        QTest::qFail(qUtf8Printable(program + u' ' + args.join(u' ') + u": "_s
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
    for (const QByteArray &line : readFile(u"/etc/passwd"_s).split('\n')) {
        const QString name = QString::fromLocal8Bit(line.left(line.indexOf(':')));
        if (name == m_name
            || (name.startsWith(accountPrefix)
                && !QFileInfo::exists(u"/proc/"_s + name.mid(accountPrefix.size()))))
            removeAccount(name);
    }
    if (!tryTool(u"useradd"_s,
            { u"-m"_s, u"-s"_s, u"/bin/bash"_s, m_name }))
        qFatal("cannot make an account: needs root");
    runTool(u"chpasswd"_s, {}, m_name.toUtf8() + ':' + password().bytes() + '\n');
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
    runTool(u"usermod"_s, { u"-aG"_s, group, m_name });
}

void Account::useShell(const QString &shell, const QByteArray &startFile)
{
    runTool(u"usermod"_s, { u"-s"_s, u"/bin/"_s + shell, m_name });
    const QString file = home()
        + (shell == u"zsh"_s         ? u"/.zshenv"_s
                : shell == u"fish"_s ? u"/.config/fish/config.fish"_s
                : shell == u"tcsh"_s ? u"/.tcshrc"_s
                                     : u"/.bashrc"_s);
    const QString own = u"%1:%1"_s.arg(m_name);
    QDir().mkpath(QFileInfo(file).path());
    writeFile(file, startFile, 0644);
    runTool(u"chown"_s, { u"-R"_s, own, home() });
}

Sshd::Sshd()
    : Sshd(Setup())
{
}

Sshd::Sshd(Setup setup)
    : m_setup(std::move(setup))
{
    ::chmod(QFile::encodeName(m_dir.path()).constData(), 0711); // sshd reads authorized_keys as the account
    QDir().mkpath(u"/run/sshd"_s); // sshd's own, compiled in; absent where no sshd runs
    writeFile(path(u"authorized_keys"_s), {}, 0644);
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
        makeKey(path(u"host_"_s + type), {}, type);
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
            m_port = freePort(m_setup.address.contains(u':'));
        QByteArrayList config = m_setup.config;
        config += "ListenAddress " + m_setup.address.toUtf8();
        config += "Port " + QByteArray::number(m_port);
        for (const QString &type : m_setup.hostKeys)
            config += "HostKey " + QFile::encodeName(path(u"host_"_s + type));
        config += "AuthorizedKeysFile " + QFile::encodeName(path(u"authorized_keys"_s));
        config += { "PidFile none", "LogLevel DEBUG1", "UsePAM no", "PasswordAuthentication no",
            "KbdInteractiveAuthentication no", "StrictModes no", "PermitRootLogin prohibit-password", "UseDNS no",
            "MaxStartups 100:30:200" };
        writeFile(path(u"sshd_config"_s), config.join('\n') + '\n', 0600);

        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(path(u"log"_s));
        m_process->setStandardOutputFile(QProcess::nullDevice());
        m_process->start(u"/usr/sbin/sshd"_s,
            { u"-D"_s, u"-e"_s, u"-f"_s, path(u"sshd_config"_s) });
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
    return readFile(path(u"log"_s));
}

HostKey Sshd::hostKey(const QString &type) const
{
    const QString file = path(u"host_"_s + type + u".pub"_s);
    const QByteArrayList words = readFile(file).simplified().split(' ');
    const QString line = QString::fromLatin1(runTool(u"ssh-keygen"_s, { u"-lf"_s, file }));
    return { words.value(0) + ' ' + words.value(1), line.split(u' ').value(1) };
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
    const QString key = path(u"client"_s);
    if (!QFileInfo::exists(key)) {
        makeKey(key);
        authorize(key + u".pub"_s);
    }
    return key;
}

void Sshd::authorize(const QString &publicKeyFile)
{
    const QString file = path(u"authorized_keys"_s);
    writeFile(file, readFile(file) + readFile(publicKeyFile), 0644);
}

SshSession::Options Sshd::options(const QString &user)
{
    SshSession::Options options;
    options.target = { address(), port(), user };
    options.knownHosts.path = path(u"known_hosts"_s);
    if (!options.knownHosts.remember(address(), port(), hostKey(m_setup.hostKeys.first()).publicKey).ok())
        qFatal("cannot write known_hosts");
    return options;
}

QString makeKey(const QString &path, const QString &passphrase, const QString &type)
{
    QFile::remove(path);
    QFile::remove(path + u".pub"_s);
    QStringList args { u"-q"_s, u"-t"_s, type, u"-N"_s, passphrase,
        u"-C"_s, u"twinlan-test"_s, u"-f"_s, path };
    if (type == u"rsa"_s)
        args += { u"-b"_s, u"2048"_s };
    runTool(u"ssh-keygen"_s, args);
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
        QTest::qFail(qUtf8Printable(kindOf(opened) + u": "_s + opened.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

} // namespace twinlan::test
