// SPDX-License-Identifier: GPL-3.0-or-later
// What is left to do in the other home, for whoever carries Raspberry Pi B there: as a page, and as a note that a QR code holds.
#pragma once

#include "wizard/sheets/sheet.h"

#include "remote/plan/addressplan.h"

#include <QDate>

namespace twinlan {

// guide: of the other home's router (resources/routerguide.h); empty: nobody has chosen one.
[[nodiscard]] Sheet takeAlongSheet(const AddressPlan &addresses, const QString &guide, const QDate &today);
// The same for a telephone, as short as it can be: plain text, no link. takeAlongNoteBytes at most, whatever the guide: a code of more
// is too fine for a camera.
[[nodiscard]] QString takeAlongNote(const AddressPlan &addresses, const QString &guide);
inline constexpr int takeAlongNoteBytes = 586; // QR version 16, level L: 81 modules

} // namespace twinlan
