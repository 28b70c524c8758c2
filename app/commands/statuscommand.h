// SPDX-License-Identifier: GPL-3.0-or-later
// Says how both Pis are doing.
#pragma once

#include "app/commands/subcommand.h"

namespace twinlan {

class StatusCommand final : public Subcommand
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("status"); }
    [[nodiscard]] int run(CommandContext &context) const override;
};

} // namespace twinlan
