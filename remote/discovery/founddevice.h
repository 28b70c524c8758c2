// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen of the devices in this home's network, and which of them look like a Raspberry Pi.
#pragma once

#include "remote/plan/addressplan.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace twinlan {

enum class SshAnswer {
    Unknown,
    Refused,
    Offered
};

// As far as it can be told from outside: makers give a range of MAC addresses to more than one model.
enum class PiModel {
    NotAPi, // or one that does not show it
    Some,
    UpTo3, // 1, 2, 3, Zero
    Four, // 4, 400
};

struct FoundDevice
{
    Ipv4 address;
    QString name; // as it calls itself, "raspberrypi"; empty: unknown. Whatever it likes may stand in it
    QString mac; // "B8:27:EB:00:00:01"; empty: unknown
    SshAnswer ssh = SshAnswer::Unknown;
    PiModel model = PiModel::NotAPi;

    [[nodiscard]] bool isPi() const { return model != PiModel::NotAPi; }
    bool operator==(const FoundDevice &) const = default;
};

// How far a search has come.
struct LanSearchState
{
    bool hasNetwork = true; // this computer is in a home's network; else there was nothing to search
    int asked = 0; // addresses, of toAsk
    int toAsk = 0;
    std::vector<FoundDevice> devices; // Raspberry Pis, and what else lets somebody sign in, each in the order in which it was found
    bool operator==(const LanSearchState &) const = default;
};

// `mac` in any writing, or empty.
[[nodiscard]] PiModel piModelOf(const QString &mac, const QString &name, const QByteArray &banner);
[[nodiscard]] QString tidyMac(const QString &mac); // "B8:27:EB:00:00:01"; empty: none, or one of zeros

// The line by which an SSH server says what it is ("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"), once it is whole; other lines may come
// before it (RFC 4253, 4.2).
[[nodiscard]] std::optional<QByteArray> sshBannerIn(const QByteArray &received);
inline constexpr qsizetype longestGreeting = 1024; // in which the banner must have come

// Puts together what several ways of looking have seen of each address.
class Sightings
{
public:
    void named(Ipv4 address, const QString &name); // by mDNS; an empty name: it answered
    void isThere(Ipv4 address); // it answered, whatever it is
    void hasMac(Ipv4 address, const QString &mac);
    void offersSsh(Ipv4 address, const QByteArray &banner);
    void refusesSsh(Ipv4 address);

    [[nodiscard]] std::vector<FoundDevice> devices() const;
    [[nodiscard]] bool hasName(Ipv4 address) const;

private:
    struct Seen
    {
        FoundDevice device;
        QByteArray banner;
        bool answered = false; // a MAC alone may be a memory of the neighbour table
        int since = 0; // order of answers
    };
    Seen *at(Ipv4 address);
    Seen *answered(Ipv4 address);

    std::map<Ipv4, Seen> m_seen;
    int m_answers = 0;
};

} // namespace twinlan
