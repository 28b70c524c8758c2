// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/takealongsheet.h"

#include "resources/routerguide.h"
#include "wizard/words/language.h"
#include "wizard/words/routervalues.h"

#include <QCoreApplication>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TakeAlong
{
    Q_DECLARE_TR_FUNCTIONS(TakeAlongSheet)
};

QString menuOf(const RouterGuide &guide)
{
    return guide.menuIn(speaksJapanese()).join(u" › "_s);
}

// What it is, its value, and, where the guide was chosen, what that router calls it; some routers do not ask for all of them.
std::vector<QStringList> rowsOf(const HomeAddresses &home, const RouterGuide *guide)
{
    const std::vector<std::pair<QString, QString>> names {
        { u"router"_s, TakeAlong::tr("Router's IP address") },
        { u"first"_s, TakeAlong::tr("DHCP range, first address") },
        { u"last"_s, TakeAlong::tr("DHCP range, last address") },
        { u"count"_s, TakeAlong::tr("Number of addresses (devices)") },
    };
    const QMap<QString, QString> values = routerValues(home);
    std::vector<QStringList> rows;
    for (const auto &[key, name] : names) {
        rows.push_back({ name, values[key] });
        if (!guide)
            continue;
        const auto theirs = guide->fields.constFind(key);
        rows.back() << (theirs == guide->fields.constEnd()
                ? QString()
                : TakeAlong::tr("on its page: %1", "what a router calls a value").arg(theirs->in(speaksJapanese())));
    }
    return rows;
}

SheetPart routerPart(const HomeAddresses &home, const QString &chosen)
{
    const RouterGuide &guide = routerGuide(chosen);
    const QString page = guide.setupPage.in(speaksJapanese());
    const QString login = guide.login.in(speaksJapanese());
    SheetPart part { TakeAlong::tr("1. Set the router of the other home"), {} };
    part.lines.push_back({ guide.addresses.isEmpty()
            ? TakeAlong::tr("With a phone or computer there, open the %1. Its address is often on a label of the router. %2").arg(page, login)
            : TakeAlong::tr("With a phone or computer there, open the %1: http://%2/ in a web browser, unless somebody has changed that. %3")
                  .arg(page, guide.addresses.first(), login) });
    if (!chosen.isEmpty())
        part.lines.push_back({ TakeAlong::tr("Menu: %1", "the way through the menu of a router").arg(menuOf(guide)) });
    for (const QStringList &row : rowsOf(home, chosen.isEmpty() ? nullptr : &guide))
        part.lines.push_back(row);
    part.lines.push_back({ TakeAlong::tr("Save them. While the router restarts, the internet there is away for some minutes.") });
    return part;
}

} // namespace

Sheet takeAlongSheet(const AddressPlan &addresses, const QString &guide, const QDate &today)
{
    Sheet sheet;
    sheet.title = TakeAlong::tr("TwinLAN: what to do in the other home");
    sheet.lead = TakeAlong::tr("Unplug Raspberry Pi B here. Take it along with its power supply and its LAN cable.");
    sheet.homes.link = HomesDrawing::Link::BothHere;
    for (const Site site : bothSites)
        sheet.homes.routerAddresses[site] = addresses.homes[site].router.toString();
    sheet.parts = {
        routerPart(addresses.homes.b, guide),
        { TakeAlong::tr("2. Plug in Raspberry Pi B"), { { TakeAlong::tr("With its LAN cable, into a LAN port of this router. Wi-Fi is not enough.") } } },
        { TakeAlong::tr("3. Switch it on"), { { TakeAlong::tr("Plug in its power supply. The lights at its LAN port come on or blink.") } } },
        { TakeAlong::tr("Did it work?"),
            { { TakeAlong::tr("After about a minute the homes are joined. In home A, TwinLAN says so when you press “Check again” on its last page.") } } },
        { TakeAlong::tr("If it did not"),
            { { TakeAlong::tr("• Is the LAN cable in the router whose values you have set, and do the lights at the LAN port of Raspberry Pi B blink?") },
                { TakeAlong::tr("• Does the router really have these values? Look once more.") }, { TakeAlong::tr("• Does the internet work there? Open any web page.") },
                { TakeAlong::tr("• Unplug Raspberry Pi B for ten seconds, plug it in again, and wait three minutes. Then press “Check again” in TwinLAN: it says what "
                                "is missing.") } } },
    };
    sheet.foot = sheetFoot(today);
    return sheet;
}

QString takeAlongNote(const AddressPlan &addresses, const QString &guide)
{
    const HomeAddresses &home = addresses.homes.b;
    QStringList lines { TakeAlong::tr("TwinLAN, in the other home:", "a note on a phone"),
        TakeAlong::tr("1. Router: IP address %1, DHCP range %2–%3 (%4 addresses)", "a note on a phone")
            .arg(home.router.toString(), home.dhcp.first.toString(), home.dhcp.last.toString())
            .arg(home.dhcp.count()) };
    if (!guide.isEmpty())
        lines << TakeAlong::tr("Menu: %1", "the way through the menu of a router").arg(menuOf(routerGuide(guide)));
    lines << TakeAlong::tr("No internet while it restarts.", "a note on a phone") << TakeAlong::tr("2. Raspberry Pi B: LAN cable into the router", "a note on a phone")
          << TakeAlong::tr("3. Plug in its power", "a note on a phone") << TakeAlong::tr("Joined after about 1 minute.", "a note on a phone")
          << TakeAlong::tr("If not: check cable, values and internet, unplug it for 10 s, wait 3 minutes.", "a note on a phone");
    return lines.join(u'\n');
}

} // namespace twinlan
