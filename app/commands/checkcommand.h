// SPDX-License-Identifier: GPL-3.0-or-later
// Says which steps apply would run.
#pragma once

#include "app/commands/subcommand.h"

namespace twinlan {

class CheckCommand final : public Subcommand
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("check"); }
    [[nodiscard]] int run(CommandContext &context) const override;
};

} // namespace twinlan
