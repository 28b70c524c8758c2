// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/session.h"

#include "remote/ssh/execute.h"
#include "remote/ssh/jump.h"
#include "remote/ssh/opening.h"
#include "remote/ssh/rootway.h"
#include "remote/ssh/standingshell.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isUsable(const SshTarget &target)
{
    return !target.host.isEmpty() && !target.host.contains(QChar(0)) && target.port >= 1 && target.port <= 65535
        && !target.user.isEmpty() && !target.user.contains(QChar(0));
}

Error unusable(const SshTarget &target)
{
    return { ErrorKind::Internal, target.host, {}, u"not a target that SSH can reach"_s };
}

bool holdsNul(const Command &command)
{
    if (command.script.contains('\0'))
        return true;
    for (const QString &arg : command.args) {
        if (arg.contains(QChar(0)))
            return true;
    }
    return false;
}

} // namespace

struct SshSession::Private
{
    std::unique_ptr<JumpTunnel> jump; // before the link, so that it goes after it
    std::shared_ptr<LiveLink> link; // shared with the tunnels through it
    Secret sudoPassword;
    bool sudoPasswordIsItsOwn = false;
    std::optional<Result<RootWay>> rootWay;
    std::unique_ptr<StandingShell> rootShell; // after the link and the password, so that it goes before them

    // From the way to the session that is ready for commands.
    static Result<std::unique_ptr<SshSession>> signIn(const Way &way, const Options &options,
        const Credentials &credentials, HostKey *seen, const Patience &patience);
    Result<CommandResult> runAsOneself(const Command &command, const Patience &patience, const LineSink &onLine);
    std::optional<Result<CommandResult>> runInShell(
        std::optional<RootWay> way, const Command &command, const Patience &patience, const LineSink &onLine);
    Result<CommandResult> runAsRoot(const Command &command, const Patience &patience, const LineSink &onLine);
    Result<RootWay> becomeRoot(const Patience &patience);
    void endRemotely(const QByteArray &tag, bool asRoot, RootWay way);
};

Credentials Credentials::copy() const
{
    return { ownKey.copy(), password.copy(), keyFile, keyPassphrase.copy(), sudoPassword.copy(), useAgent };
}

SshSession::SshSession(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

SshSession::~SshSession() = default;

Result<std::unique_ptr<SshSession>> SshSession::Private::signIn(const Way &way, const Options &options,
    const Credentials &credentials, HostKey *seen, const Patience &patience)
{
    auto opened = openLink(way, options.target, options.knownHosts, options.keepAlive, credentials, seen, patience);
    if (!opened)
        return opened.error();
    auto made = std::make_unique<Private>();
    made->link = std::make_shared<LiveLink>(std::move(opened->link));
    const bool ownSudoPassword = !credentials.sudoPassword.isEmpty();
    made->sudoPassword = ownSudoPassword ? credentials.sudoPassword.copy() : credentials.password.copy();
    made->sudoPasswordIsItsOwn
        = opened->signedIn.byPassword && made->sudoPassword.bytes() == credentials.password.bytes();
    return std::unique_ptr<SshSession>(new SshSession(std::move(made)));
}

Result<std::unique_ptr<SshSession>> SshSession::open(const Options &options, const Credentials &credentials,
    const Credentials *jumpCredentials, HostKey *seen, const std::stop_token &stop)
{
    if (!isUsable(options.target) || options.jumps.size() > 1)
        return unusable(options.target);
    if (options.jumps.empty()) {
        const Patience patience = Patience::lasting(options.connectDeadline, stop);
        const auto direct = [&] { return connectTcp(options.target.host, options.target.port, patience); };
        return Private::signIn(direct, options, credentials, seen, patience);
    }
    const auto begun = std::chrono::steady_clock::now();
    Options toJump = options;
    toJump.target = options.jumps.front();
    toJump.jumps.clear();
    static const Credentials agentOnly; // nobody's password for Pi B is shown to Pi A
    auto jump = open(toJump, jumpCredentials ? *jumpCredentials : agentOnly, nullptr, seen, stop);
    if (!jump)
        return jump.error();
    Options onwards = options;
    onwards.jumps.clear();
    onwards.connectDeadline -= std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begun);
    return openThrough(**jump, onwards, credentials, seen, stop);
}

Result<std::unique_ptr<SshSession>> SshSession::openThrough(SshSession &jump, const Options &options,
    const Credentials &credentials, HostKey *seen, const std::stop_token &stop)
{
    if (!isUsable(options.target) || !options.jumps.empty())
        return unusable(options.target);
    const Patience patience = Patience::lasting(options.connectDeadline, stop);
    std::unique_ptr<JumpTunnel> tunnel;
    const auto throughJump = [&]() -> Result<Socket> {
        auto opened = JumpTunnel::open(jump.d->link, options.target.host, options.target.port, patience);
        if (!opened)
            return opened.error();
        tunnel = std::move(*opened);
        return tunnel->takeSocket();
    };
    auto session = Private::signIn(throughJump, options, credentials, seen, patience);
    if (session)
        (*session)->d->jump = std::move(tunnel);
    return session;
}

Result<RootWay> SshSession::Private::becomeRoot(const Patience &patience)
{
    if (rootWay)
        return *rootWay;
    auto found = findRootWay(*link, sudoPassword, sudoPasswordIsItsOwn, patience);
    // A refusal stays one for this session: asking again with the same password only locks the account sooner.
    const bool final = found.ok() || found.error().kind == ErrorKind::SudoDenied
        || found.error().kind == ErrorKind::SudoPasswordWrong;
    if (final)
        rootWay = found;
    return found;
}

// Closing a channel ends nothing on the other side: what runs there would go on, into the work of the next command.
void SshSession::Private::endRemotely(const QByteArray &tag, bool asRoot, RootWay way)
{
    const Command end = endCommand(tag, asRoot);
    const CommandLine line = makeCommandLine(end, way);
    // Nobody can stop this one. What it cannot do in its time has no better chance later.
    (void)execute(*link, line, sudoPassword, stdinPieces(line), Patience::lasting(end.deadline));
}

Result<CommandResult> SshSession::Private::runAsOneself(const Command &command, const Patience &patience, const LineSink &onLine)
{
    const CommandLine line = makeCommandLine(command, RootWay::IsRoot);
    auto result = execute(*link, line, sudoPassword, stdinPieces(line), patience, onLine);
    if (!result && (result.error().kind == ErrorKind::Cancelled || result.error().kind == ErrorKind::TimedOut))
        endRemotely(line.tag, false, RootWay::IsRoot);
    return result;
}

std::optional<Result<CommandResult>> SshSession::Private::runInShell(
    std::optional<RootWay> way, const Command &command, const Patience &patience, const LineSink &onLine)
{
    if (!rootShell || !rootShell->isOpen())
        rootShell = std::make_unique<StandingShell>(*link, way, sudoPassword);
    auto result = rootShell->run(command, patience, onLine);
    const bool failed = result && !*result;
    if (failed && (result->error().kind == ErrorKind::Cancelled || result->error().kind == ErrorKind::TimedOut))
        endRemotely(rootShell->tag(), true, way.value_or(RootWay::Sudo));
    return result;
}

// Most accounts become root without a password, so the first command of a session tries that itself: asking before it
// costs a slow Pi 0.4 s.
Result<CommandResult> SshSession::Private::runAsRoot(const Command &command, const Patience &patience, const LineSink &onLine)
{
    if (!rootWay) {
        auto result = runInShell(std::nullopt, command, patience, onLine);
        if (rootShell->hasBegun())
            rootWay = RootWay::Sudo;
        if (result)
            return std::move(*result);
    }
    const auto way = becomeRoot(patience);
    if (!way)
        return way.error();
    if (auto result = runInShell(*way, command, patience, onLine))
        return std::move(*result);
    // Somebody has changed sudo's rules since.
    return link->error(ErrorKind::SudoDenied, QString::fromUtf8(rootShell->refusal()).trimmed());
}

Result<CommandResult> SshSession::run(const Command &command, const std::stop_token &stop, const LineSink &onLine)
{
    LiveLink &link = *d->link;
    if (holdsNul(command))
        return link.error(ErrorKind::Internal, u"a NUL cannot be passed to a program"_s);
    const Patience patience = Patience::lasting(command.deadline, stop);
    if (!isOpen())
        return link.lostError();
    return command.asRoot ? d->runAsRoot(command, patience, onLine) : d->runAsOneself(command, patience, onLine);
}

QString SshSession::host() const
{
    return d->link->target().host;
}

bool SshSession::isOpen() const
{
    return d->link->isAlive();
}

} // namespace twinlan
