// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who helps on the telephone asks for, as one text to send: versions, system, how far everything is, settings, the last
// errors. English, like everything technical; no secret is in it (withoutsecrets.h).
#pragma once

#include "wizard/flow/setupcontroller.h"
#include "wizard/support/errorlog.h"

namespace twinlan {

// `versions`: lines about the program and this computer.
[[nodiscard]] QString supportText(const QStringList &versions, const SetupController &setup, const ErrorLog &errors);

} // namespace twinlan
