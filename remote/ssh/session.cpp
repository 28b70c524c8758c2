// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/session.h"

#include "remote/ssh/execute.h"
#include "remote/ssh/jump.h"
#include "remote/ssh/opening.h"
#include "remote/ssh/rootway.h"

namespace twinlan {

namespace {

// Linux takes at most 128 KiB in one argument, and the login shell gets our whole line as one.
constexpr qsizetype longestLine = 128 * 1024 - 1;

bool isUsable(const SshTarget &target)
{
    return !target.host.isEmpty() && !target.host.contains(QChar(0)) && target.port >= 1 && target.port <= 65535
        && !target.user.isEmpty() && !target.user.contains(QChar(0));
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
    std::unique_ptr<Link> link;
    Secret sudoPassword;
    bool sudoPasswordIsItsOwn = false;
    std::optional<Result<RootWay>> rootWay;

    Result<RootWay> becomeRoot(const Patience &patience);
    void endRemotely(const QByteArray &tag, bool asRoot);
};

Credentials Credentials::copy() const
{
    return { password.copy(), keyFile, keyPassphrase.copy(), sudoPassword.copy(), useAgent };
}

SshSession::SshSession(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

SshSession::~SshSession() = default;

Result<std::unique_ptr<SshSession>> SshSession::open(const Options &options, const Credentials &credentials,
    const Credentials *jumpCredentials, HostKey *seen, const std::stop_token &stop)
{
    if (!isUsable(options.target) || options.jumps.size() > 1
        || (!options.jumps.empty() && !isUsable(options.jumps.front())))
        return Error { ErrorKind::Internal, options.target.host, {},
            QStringLiteral("not a target that SSH can reach") };

    const Patience patience = Patience::lasting(options.connectDeadline, stop);
    const auto connectTo
        = [&](const SshTarget &target) { return [&] { return connectTcp(target.host, target.port, patience); }; };
    auto made = std::make_unique<Private>();
    const auto throughJump = [&]() -> Result<Socket> {
        made->jump.reset();
        static const Credentials agentOnly; // nobody's password for Pi B is shown to Pi A
        const SshTarget &jump = options.jumps.front();
        auto opened = openLink(connectTo(jump), jump, options.knownHosts, options.keepAlive,
            jumpCredentials ? *jumpCredentials : agentOnly, seen, patience);
        if (!opened)
            return opened.error();
        auto tunnel = JumpTunnel::open(std::move(opened->link), options.target.host, options.target.port, patience);
        if (!tunnel)
            return tunnel.error();
        made->jump = std::move(*tunnel);
        return made->jump->takeSocket();
    };
    const Way way = options.jumps.empty() ? Way(connectTo(options.target)) : Way(throughJump);
    auto opened = openLink(way, options.target, options.knownHosts, options.keepAlive, credentials, seen, patience);
    if (!opened)
        return opened.error();

    made->link = std::move(opened->link);
    const bool ownSudoPassword = !credentials.sudoPassword.isEmpty();
    made->sudoPassword = ownSudoPassword ? credentials.sudoPassword.copy() : credentials.password.copy();
    made->sudoPasswordIsItsOwn
        = opened->signedIn.byPassword && made->sudoPassword.bytes() == credentials.password.bytes();
    return std::unique_ptr<SshSession>(new SshSession(std::move(made)));
}

Result<RootWay> SshSession::Private::becomeRoot(const Patience &patience)
{
    if (rootWay)
        return *rootWay;
    const auto found = findRootWay(*link, sudoPassword, sudoPasswordIsItsOwn, patience);
    // A refusal stays one for this session: asking again with the same password only locks the account sooner.
    const bool final = found.ok() || found.error().kind == ErrorKind::SudoDenied
        || found.error().kind == ErrorKind::SudoPasswordWrong;
    if (final)
        rootWay = found;
    return found;
}

// Closing a channel ends nothing on the other side: what runs there would go on, into the work of the next command.
void SshSession::Private::endRemotely(const QByteArray &tag, bool asRoot)
{
    const Command end = endCommand(tag, asRoot);
    const RootWay way = rootWay && rootWay->ok() ? **rootWay : RootWay::IsRoot;
    const CommandLine line = makeCommandLine(end, way);
    // Nobody can stop this one. What it cannot do in its time has no better chance later.
    (void)execute(*link, line.line, stdinPieces(line, end, &sudoPassword), Patience::lasting(end.deadline));
}

Result<CommandResult> SshSession::run(const Command &command, const std::stop_token &stop, const LineSink &onLine)
{
    Link &link = *d->link;
    if (holdsNul(command))
        return link.error(ErrorKind::Internal, QStringLiteral("a NUL cannot be passed to a program"));
    const Patience patience = Patience::lasting(command.deadline, stop);
    if (!isOpen())
        return link.error(ErrorKind::ConnectionLost);
    RootWay way = RootWay::IsRoot;
    if (command.asRoot) {
        const auto found = d->becomeRoot(patience);
        if (!found)
            return found.error();
        way = *found;
    }
    const CommandLine line = makeCommandLine(command, way);
    if (line.line.size() > longestLine)
        return link.error(ErrorKind::Internal, QStringLiteral("more arguments than a command line holds"));
    auto result = execute(link, line.line, stdinPieces(line, command, &d->sudoPassword), patience, onLine);
    if (!result && (result.error().kind == ErrorKind::Cancelled || result.error().kind == ErrorKind::TimedOut))
        d->endRemotely(line.tag, command.asRoot);
    return result;
}

QString SshSession::host() const
{
    return d->link->target().host;
}

bool SshSession::isOpen() const
{
    d->link->catchUp();
    return d->link->isAlive();
}

} // namespace twinlan
