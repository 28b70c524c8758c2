// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/sheet.h"

#include "wizard/words/words.h"

#include <QCoreApplication>

namespace twinlan {

namespace {

struct Foot
{
    Q_DECLARE_TR_FUNCTIONS(Sheet)
};

} // namespace

QString sheetFoot(const QDate &today)
{
    return Foot::tr("TwinLAN %1, %2. There is no password on this page.", "version, date").arg(QLatin1String(TWINLAN_VERSION), dateText(today));
}

} // namespace twinlan
