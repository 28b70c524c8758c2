// SPDX-License-Identifier: GPL-3.0-or-later
// Sets both Pis up as the plan says.
#pragma once

#include "app/commands/subcommand.h"

namespace twinlan {

class ApplyCommand final : public Subcommand
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("apply"); }
    [[nodiscard]] bool needsPlanFile() const override { return true; }
    [[nodiscard]] int run(CommandContext &context) const override;
};

} // namespace twinlan
