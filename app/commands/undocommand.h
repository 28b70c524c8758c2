// SPDX-License-Identifier: GPL-3.0-or-later
// Puts both Pis back as they were before the first setup.
#pragma once

#include "app/commands/subcommand.h"

namespace twinlan {

class UndoCommand final : public Subcommand
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("undo"); }
    [[nodiscard]] int run(CommandContext &context) const override;
};

} // namespace twinlan
