// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/discovery/homedevice.h"

#include <algorithm>
#include <array>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostDevices = 256; // that speak mDNS in two homes
constexpr std::size_t mostOffers = 32; // of one device; a print server has some

struct Kind
{
    const char *name;
    Service service;
};
constexpr std::array kinds {
    Kind { "_smb", Service::Folder },
    Kind { "_afpovertcp", Service::AppleFolder },
    Kind { "_adisk", Service::TimeMachine },
    Kind { "_ipp", Service::Printer },
    Kind { "_ipps", Service::Printer },
    Kind { "_printer", Service::Printer },
    Kind { "_pdl-datastream", Service::Printer },
    Kind { "_http", Service::WebPage },
};

DnsName typeOf(const Kind &kind)
{
    return { kind.name, "_tcp", "local" };
}

// Of the name of one service, which has one label more than that of its kind; nothing: another kind, or no such name.
std::optional<Service> serviceOf(const DnsName &name)
{
    if (name.size() != 4)
        return std::nullopt;
    const auto *kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &each) { return isSameName(name.mid(1), typeOf(each)); });
    return kind != kinds.end() ? std::optional(kind->service) : std::nullopt;
}

QUrl urlAt(const QString &scheme, Ipv4 address, int port = -1)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(address.toString());
    url.setPort(port);
    url.setPath(u"/"_s);
    return url;
}

} // namespace

QUrl folderUrl(const HomeDevice &device)
{
    if (device.offers(Service::Folder))
        return urlAt(u"smb"_s, device.address);
    return device.offers(Service::AppleFolder) ? urlAt(u"afp"_s, device.address) : QUrl();
}

QUrl pageUrl(const HomeDevice &device)
{
    constexpr int usual = 80;
    if (device.pagePort == 0)
        return {};
    return urlAt(u"http"_s, device.address, device.pagePort == usual ? -1 : device.pagePort);
}

std::vector<DnsName> servicesToAsk()
{
    std::vector<DnsName> names;
    std::transform(kinds.begin(), kinds.end(), std::back_inserter(names), typeOf);
    return names;
}

Offers::Offer *Offers::offerAt(Ipv4 device, const DnsName &name)
{
    const auto service = serviceOf(name);
    if (!service || (m_devices.size() >= mostDevices && !m_devices.contains(device)))
        return nullptr;
    auto &[since, offers] = m_devices.try_emplace(device, Device { m_devices.size(), {} }).first->second;
    const auto known = std::find_if(offers.begin(), offers.end(), [&](const Offer &offer) { return isSameName(offer.name, name); });
    if (known != offers.end())
        return &*known;
    if (offers.size() >= mostOffers)
        return nullptr;
    offers.push_back({ *service, name, {} });
    return &offers.back();
}

void Offers::heard(Ipv4 device, const DnsMessage &said)
{
    for (const DnsRecord &record : said.records) {
        if (record.type == DnsType::Ptr && isSameName(record.name, record.target.mid(1)))
            offerAt(device, record.target);
        if (record.type == DnsType::Srv) {
            if (Offer *offer = offerAt(device, record.name))
                offer->port = record.port;
        }
    }
}

std::vector<DnsName> Offers::pagesToAsk(Ipv4 device) const
{
    std::vector<DnsName> names;
    const auto known = m_devices.find(device);
    if (known == m_devices.end())
        return names;
    for (const Offer &offer : known->second.offers) {
        if (offer.service == Service::WebPage && !offer.port)
            names.push_back(offer.name);
    }
    return names;
}

std::vector<HomeDevice> Offers::devices() const
{
    std::vector<std::pair<std::size_t, HomeDevice>> found;
    for (const auto &[address, device] : m_devices) {
        HomeDevice seen;
        seen.address = address;
        std::optional<Service> namedBy; // the name of its folders says more than that of its page
        for (const Offer &offer : device.offers) {
            const bool isPage = offer.service == Service::WebPage;
            // Port 0 is how a device says that it has no such service (of printers: that the name is not to be another's).
            if (offer.port == 0 || (isPage && !offer.port))
                continue;
            seen.services.insert(offer.service);
            if (isPage && seen.pagePort == 0)
                seen.pagePort = *offer.port;
            if (!namedBy || offer.service < *namedBy) {
                namedBy = offer.service;
                seen.name = QString::fromUtf8(offer.name.front());
            }
        }
        if (!seen.services.empty())
            found.emplace_back(device.since, seen);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<HomeDevice> devices;
    devices.reserve(found.size());
    for (auto &[since, device] : found)
        devices.push_back(std::move(device));
    return devices;
}

std::optional<Site> homeOf(const HomeDevice &device, const LearnedCards &learned, const AddressPlan &plan)
{
    const auto only = [](bool inA, bool inB) { return inA == inB ? std::nullopt : std::optional(inA ? Site::A : Site::B); };
    if (const auto seen = only(learned.a.contains(device.mac), learned.b.contains(device.mac)))
        return seen;
    const auto isOf = [&](const HomeAddresses &home) { return device.address == home.router || home.dhcp.contains(device.address); };
    return only(isOf(plan.homes.a), isOf(plan.homes.b));
}

} // namespace twinlan
