// SPDX-License-Identifier: GPL-3.0-or-later
// One page of paper as a value: what stands on it, in the language of the window. sheetprinter.h draws it, sheetview.h shows it.
#pragma once

#include "wizard/widgets/homespicture.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace twinlan {

struct SheetPart
{
    QString heading;
    // One text: a paragraph. More: a row of a table, whose first cell says what the others are. A first row without that is their heads.
    std::vector<QStringList> lines;
};

struct Sheet
{
    QString title;
    QString lead;
    HomesDrawing homes;
    std::vector<SheetPart> parts;
    QString foot;
};

// Of each of them: which TwinLAN made it, and when.
[[nodiscard]] QString sheetFoot(const QDate &today);

} // namespace twinlan
