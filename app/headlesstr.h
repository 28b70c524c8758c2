// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the command line, in one translation context for all of its files.
#pragma once

#include <QCoreApplication>

namespace twinlan {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Headless)
};

} // namespace twinlan
