// SPDX-License-Identifier: GPL-3.0-or-later
// What the devices of the joined homes offer to everybody, as each says it of itself by DNS-SD (RFC 6763), and in which home it is.
#pragma once

#include "remote/diagnostics/tailnetway.h"
#include "remote/discovery/dnsmessage.h"

#include <QUrl>
#include <map>
#include <set>

namespace twinlan {

enum class Service {
    Folder, // SMB
    AppleFolder, // AFP
    TimeMachine,
    Printer,
    WebPage,
};

struct HomeDevice
{
    Ipv4 address; // from which it answered
    QString name; // as it calls itself, "Taro's NAS"; empty: unknown. Whatever it likes may stand in it
    QString mac; // "00:11:32:00:00:01"; empty: unknown
    std::set<Service> services; // never empty
    int pagePort = 0; // of its web page; 0: it has none
    std::optional<Site> home; // nothing: one of the two

    [[nodiscard]] bool offers(Service service) const { return services.contains(service); }
    bool operator==(const HomeDevice &) const = default;
};

// How far a search has come.
struct DeviceSearchState
{
    bool hasNetwork = true; // this computer is in the joined network; else there was nothing to search
    std::vector<HomeDevice> devices; // in the order in which they were found
    TailnetWay way = TailnetWay::Unknown; // to the other home
    bool operator==(const DeviceSearchState &) const = default;
};

// Where its folders and its page open. Made of its address and port alone: no word of the device's own is in it. Empty: it has none.
[[nodiscard]] QUrl folderUrl(const HomeDevice &device);
[[nodiscard]] QUrl pageUrl(const HomeDevice &device);

// Every kind of service there is a use for; one question each.
[[nodiscard]] std::vector<DnsName> servicesToAsk();

// Puts together what each device has said.
class Offers
{
public:
    void heard(Ipv4 device, const DnsMessage &said);
    // Its web pages whose port it has not said yet: a question for each (SRV).
    [[nodiscard]] std::vector<DnsName> pagesToAsk(Ipv4 device) const;
    // Those with something to use, in the order of their first answers.
    [[nodiscard]] std::vector<HomeDevice> devices() const;

private:
    struct Offer
    {
        Service service;
        DnsName name; // of this one, "Taro's NAS" ._smb._tcp.local
        std::optional<int> port;
    };
    struct Device
    {
        std::size_t since = 0;
        std::vector<Offer> offers;
    };
    Offer *offerAt(Ipv4 device, const DnsName &name);

    std::map<Ipv4, Device> m_devices;
};

// The MAC addresses that a bridge has learned, by the home behind the port: a device that has just answered is among them.
using LearnedCards = PerSite<std::set<QString>>;

// The home of a device: by the bridge port that has learned its MAC, else by its address, if that is a router's or lies in a router's DHCP range
// (no answer of a router crosses between the homes). Nothing for any other fixed address that the bridge does not know.
[[nodiscard]] std::optional<Site> homeOf(const HomeDevice &device, const LearnedCards &learned, const AddressPlan &plan);

} // namespace twinlan
