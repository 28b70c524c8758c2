// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/summarysheet.h"

#include "wizard/text/plaintext.h"
#include "wizard/words/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Summary
{
    Q_DECLARE_TR_FUNCTIONS(SummarySheet)
};

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? Summary::tr("not known", "in the table of the summary") : visibleLine(text);
}

QString lanAddress(const SummaryInput &input, Site site)
{
    const auto &facts = input.facts[site];
    const auto known = facts ? facts->lanAddress() : std::nullopt;
    return known ? known->toString() : input.plan.pis[site].lanHost;
}

QString tailnetAddress(const SummaryInput &input, Site site)
{
    const auto &facts = input.facts[site];
    return facts && !facts->tailscale.address.isEmpty() ? facts->tailscale.address : input.plan.pis[site].tailnetAddress;
}

QString loginEnd(const std::optional<PiFacts> &facts)
{
    if (!facts || facts->tailscale.provenByTunnel) // then Tailscale was not asked
        return orUnknown({});
    const QDateTime until = facts->tailscale.keyExpiry;
    return until.isValid() ? dateText(until.date()) : Summary::tr("never", "in the table of the summary: when a login ends");
}

SheetPart homesPart(const SummaryInput &input)
{
    SheetPart part;
    const auto row = [&part](const QString &name, const auto &valueOf) { part.lines.push_back({ name, valueOf(Site::A), valueOf(Site::B) }); };
    part.lines.push_back({ {}, Summary::tr("Home A", "a column of the summary"), Summary::tr("Home B", "a column of the summary") });
    row(Summary::tr("Router's IP address"), [&](Site site) { return input.plan.addresses.homes[site].router.toString(); });
    row(Summary::tr("DHCP range of the router"), [&](Site site) {
        const AddressRange &range = input.plan.addresses.homes[site].dhcp;
        return Summary::tr("%1–%2 (%3 addresses)", "a DHCP range").arg(range.first.toString(), range.last.toString()).arg(range.count());
    });
    row(Summary::tr("Name of the Raspberry Pi"), [&](Site site) { return orUnknown(input.facts[site] ? input.facts[site]->hostName : QString()); });
    row(Summary::tr("Its IP address at home"), [&](Site site) { return orUnknown(lanAddress(input, site)); });
    row(Summary::tr("Its Tailscale address"), [&](Site site) { return orUnknown(tailnetAddress(input, site)); });
    row(Summary::tr("Its Tailscale login ends"), [&](Site site) { return loginEnd(input.facts[site]); });
    return part;
}

} // namespace

Sheet summarySheet(const SummaryInput &input)
{
    Sheet sheet;
    sheet.title = Summary::tr("Two homes, one network");
    sheet.lead = Summary::tr("TwinLAN has joined these two homes through the internet. They join again by themselves after a power cut.");
    for (const Site site : bothSites) {
        sheet.homes.routerAddresses[site] = input.plan.addresses.homes[site].router.toString();
        sheet.homes.piAddresses[site] = visibleLine(lanAddress(input, site));
    }
    sheet.parts = {
        homesPart(input),
        { Summary::tr("Where TwinLAN is"), { { Summary::tr("On the computer “%1” in home A. Open it among the programs of its desktop.").arg(visibleLine(input.computer)) } } },
        { Summary::tr("Check", "a heading of the summary: whether it works"),
            { { Summary::tr("Press “Check it” on the first page of TwinLAN. Without it, look whether the internet works in both homes, and whether both "
                            "Raspberry Pis are on and plugged into their routers.") } } },
        { Summary::tr("Change", "a heading of the summary: the setup"),
            { { Summary::tr("Press “Change settings” on the first page of TwinLAN. A new router gets the values of this page before anything else.") } } },
        { Summary::tr("Undo", "a heading of the summary: the whole setup"),
            { { Summary::tr("Press “Remove TwinLAN…” on the first page of TwinLAN: both Raspberry Pis are as before then. Without it, in a terminal of each "
                            "Raspberry Pi:") },
                { u"sudo /usr/local/lib/twinlan/rollback.sh remove"_s }, { Summary::tr("The routers keep their values. They may stay.") } } },
        { Summary::tr("Tailscale logins", "a heading of the summary"),
            { { input.hasOwnLoginServer
                    ? Summary::tr("When a login ends, the homes are disconnected. Log in again with TwinLAN before that.")
                    : Summary::tr("When a login ends, the homes are disconnected. Before that, choose “Disable key expiry” for both Raspberry Pis at "
                                  "https://login.tailscale.com/admin/machines, or log in again with TwinLAN.") } } },
    };
    sheet.foot = sheetFoot(input.today);
    return sheet;
}

} // namespace twinlan
