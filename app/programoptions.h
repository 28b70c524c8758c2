// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for in a terminal: command, plan, and how to reach and sign in to the two Pis.
#pragma once

#include "remote/setup/setuprun.h"
#include "wizard/backend/piaccess.h"

#include <QCommandLineParser>
#include <optional>

namespace twinlan {

class ProgramOptions
{
public:
    ProgramOptions();

    // A sentence if the words make no sense.
    [[nodiscard]] std::optional<QString> parse(const QStringList &arguments);
    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString help() const { return m_parser.helpText(); }
    [[nodiscard]] QString command() const { return m_parser.positionalArguments().value(0); }
    [[nodiscard]] QString planPath() const { return m_parser.positionalArguments().value(1); } // empty: the saved one
    [[nodiscard]] Removal removal() const; // what `undo` takes away
    // Fills `access`, and reads the passwords from standard input if they are to come from there. A sentence if that fails.
    [[nodiscard]] std::optional<QString> readAccess(const BridgePlan &plan, PiAccess &access) const;

private:
    QCommandLineParser m_parser;
};

} // namespace twinlan
