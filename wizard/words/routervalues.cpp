// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/routervalues.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

QMap<QString, QString> routerValues(const HomeAddresses &home)
{
    return { { u"router"_s, home.router.toString() }, { u"first"_s, home.dhcp.first.toString() }, { u"last"_s, home.dhcp.last.toString() },
        { u"count"_s, QString::number(home.dhcp.count()) } };
}

} // namespace twinlan
