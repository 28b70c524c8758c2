// SPDX-License-Identifier: GPL-3.0-or-later
// Errors as values. `remote` never words an error for a person: it says what kind, where and in which step;
// wizard/words turns the kind into a sentence and the next thing to do, and `detail` sits behind "Show details".
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <utility>
#include <variant>

namespace twinlan {

namespace errorkinds { // so that Qt knows the names
Q_NAMESPACE
enum class ErrorKind {
    // Reaching the Pi
    HostNotFound, // the name does not resolve
    NoRoute, // no answer at all: wrong address, powered off, other network
    ConnectionRefused, // the host is there, nothing listens: wrong port or SSH switched off
    NotSsh, // something answers on that port that is no SSH server
    HostKeyUnknown, // first visit: the person decides. detail = fingerprint ("SHA256:…")
    HostKeyChanged, // the key differs from the remembered one. detail = new fingerprint
    AuthDenied, // user name, password or key refused
    KeyUnreadable, // the private key file is missing or no key
    KeyPassphraseWrong, // the private key is encrypted, and the passphrase does not open it
    ConnectionLost, // the connection ended in the middle of work
    TimedOut, // the deadline passed; the command was ended
    Cancelled, // the person stopped it
    // Being allowed to work there
    SudoDenied, // the account may not use sudo
    SudoPasswordWrong, // sudo asks for a password and did not accept the one given
    // Commands
    CommandFailed, // exit status other than 0 that has no kind of its own; detail = stderr
    KilledBySignal, // ended by a signal, so no exit status; detail = its name
    BadAnswer, // the script answered something we cannot read
    // The plan
    PlanUnreadable, // no JSON, or not ours; detail = the place
    PlanTooNew, // written by a newer TwinLAN
    PlanInvalid, // readable, but an address does not fit; detail = the reason's name
    // The Pi
    UnsupportedSystem, // another service owns the network; detail = its name
    TwoNetworkServices, // two at once do; detail = their names
    ProfileMissing, // NetworkManager serves the LAN card by no profile that could be kept
    ProfileUnsupported, // its profile, or its block in dhcpcd.conf, says something that ours could not; detail = what
    CardInUse, // something else has the LAN card for itself, a bridge cannot have it; detail = what
    LanNotOnePort, // the LAN comes over a VLAN or a bond; detail = its name
    WifiOnly, // the LAN comes over Wi-Fi, which cannot be bridged
    ForeignBridge, // a bridge that is not ours already holds the LAN interface
    HandMade, // the same, of a kind that a setup can take the place of if its owner says so (BridgePlan::takesOver)
    ModuleMissing, // the kernel has no such module; detail = its name
    ForgetsChanges, // what is written there is gone after the next restart; detail = where, and why
    DiskFull,
    DiskReadOnly, // its file system takes no changes: the card is worn out, or mounted so; detail = the path
    NotAFile, // a file that a setup changes is something else, or a link that leads to no file; detail = its path
    PackagesOffline, // apt cannot reach its servers
    PackagesLocked, // another program holds apt's lock for too long
    PackagesBroken, // dpkg was interrupted, or dependencies do not fit
    PackageConflict, // a package that is needed would drive out one of the owner's; detail = the names of theirs
    HeldByAnother, // another wizard is at work on this Pi; detail = who
    NextBootFails, // what is configured on the Pi would keep the next boot from the LAN; detail = the line or the thing
    CheckFailed, // a staged file did not pass its own check (nft -c and the like)
    // Tailscale
    TailscaleMissing,
    TailscaleStopped,
    TailscaleTooOld, // before 1.36: detail = version
    TailscaleByHand, // missing or too old, and not a package that could be renewed; detail = the program
    TailscaleUserspace, // it runs without a network device of its own
    TailscaleLoggedOut,
    TailscaleNeedsApproval, // logged in, and an administrator of the tailnet has to let the device in
    TailscaleShieldsUp, // it lets nothing in from the tailnet
    TailscaleTrouble, // it runs, is logged in, and has no connection; detail = its own words
    TailscaleRoute, // it sends what is for the homes' network to another device; detail = that network
    TailscaleLoginTimedOut,
    TailscalePeerMissing, // the other Pi is not in the same tailnet, or offline
    SameRouter, // the routers of both homes have one address; detail = RouterClash, as far as it is known
    CarrierBlocked, // neither GRE nor FOU passes between the Pis
    // The switch
    SwitchFailed, // the new network did not come up; the Pi was put back
    RolledBack, // the safety timer fired: the Pi is as it was before
    RollbackIncomplete, // not everything could be put back; what is needed for it is kept, and each boot tries again. detail = the paths
    NotProven, // set up, but the proof from outside failed; detail = which proof
    Internal
};
Q_ENUM_NS(ErrorKind)
}
using errorkinds::ErrorKind;

// The kind's own name ("AuthDenied"), for logs, --json and tests.
[[nodiscard]] QString errorKindName(ErrorKind kind);

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString host; // which Pi or address it is about; may be empty
    QString step; // the step's name, see setup/step.h; may be empty
    QString detail; // technical, untranslated, without secrets

    // Trying again without changing anything can help (a network fault, a lock, a stop).
    [[nodiscard]] bool canRetry() const;
};

// For operations that return nothing: `return Done {};`
struct Done
{
};

// Either a value or an Error. std::expected is C++23; Debian 12's default is C++20.
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_data(std::move(value))
    {
    }
    Result(Error error)
        : m_data(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(m_data); }
    explicit operator bool() const { return ok(); }
    T &value() { return std::get<T>(m_data); }
    const T &value() const { return std::get<T>(m_data); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    [[nodiscard]] const Error &error() const { return std::get<Error>(m_data); }

    // Whether it went well, for those whom the value does not concern.
    [[nodiscard]] Result<Done> done() const
    {
        return ok() ? Result<Done>(Done {}) : Result<Done>(error());
    }
    // The same, and the value is in `place` then.
    Result<Done> into(T &place) &&
    {
        if (ok())
            place = std::move(value());
        return done();
    }

private:
    std::variant<T, Error> m_data;
};

} // namespace twinlan
