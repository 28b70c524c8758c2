// SPDX-License-Identifier: GPL-3.0-or-later
// A Shell over libssh. Only the .cpp files of this folder include <libssh/…>.
#pragma once

#include "remote/core/secret.h"
#include "remote/ssh/knownhosts.h"
#include "remote/ssh/shell.h"

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace twinlan {

// Where to knock. host: IPv4, IPv6 (with zone), or a name. port: 1–65535.
struct SshTarget
{
    QString host;
    int port = 22;
    QString user;
    bool operator==(const SshTarget &) const = default;
};

// What may be tried, in this order: own key, agent, key file, keyboard-interactive, password. The same password answers sudo
// when sudo asks for one, unless sudoPassword is set.
struct Credentials
{
    Secret ownKey; // the private half of a key pair of this program's (keypair.h), as text; empty: none
    Secret password;
    QString keyFile; // path of a private key on this computer; empty: none
    Secret keyPassphrase;
    Secret sudoPassword;
    bool useAgent = true;

    [[nodiscard]] Credentials copy() const;
};

class SshSession final : public Shell
{
public:
    struct Options
    {
        SshTarget target;
        KnownHostsFile knownHosts;
        std::vector<SshTarget> jumps; // at most one today: the way to Pi B through Pi A
        std::chrono::milliseconds connectDeadline { 15'000 };
        std::chrono::seconds keepAlive { 15 };
    };
    // Fills in `seen` whenever the server showed its key, also when the answer is HostKeyUnknown or HostKeyChanged, so
    // that the caller can show the fingerprint and, if the person agrees, remember() it and connect again.
    // With a jump, `jumpCredentials` sign in there (none: only the agent is tried, so that no password for Pi B is
    // shown to Pi A). The jump host's own key is checked against the same file; an error about the jump carries the
    // jump's host, and `seen` is then the jump's key and says so.
    static Result<std::unique_ptr<SshSession>> open(const Options &options, const Credentials &credentials,
        const Credentials *jumpCredentials = nullptr, HostKey *seen = nullptr, const std::stop_token &stop = {});

    // The same through the connection of a session that is open already and goes on running its own commands, also at
    // this very moment in another thread: neither waits for the other. The connection lasts as long as one of both.
    // Options::jumps must be empty; `seen` is never the jump's key.
    static Result<std::unique_ptr<SshSession>> openThrough(SshSession &jump, const Options &options,
        const Credentials &credentials, HostKey *seen = nullptr, const std::stop_token &stop = {});

    ~SshSession() override;

    Result<CommandResult> run(
        const Command &command, const std::stop_token &stop = {}, const LineSink &onLine = {}) override;
    [[nodiscard]] QString host() const override;

    [[nodiscard]] bool isOpen() const; // also while another thread is in run()

private:
    struct Private;
    explicit SshSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace twinlan
