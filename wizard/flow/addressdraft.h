// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the six address fields, right or wrong, so that a typing mistake survives Back. Only good addresses are saved over a restart.
#pragma once

#include "remote/plan/addressplan.h"

#include <array>

namespace twinlan {

enum class AddressField {
    Router,
    First,
    Last
};
inline constexpr std::array<AddressField, 3> allAddressFields { AddressField::Router, AddressField::First, AddressField::Last };

class AddressDraft
{
public:
    explicit AddressDraft(const AddressPlan &plan = AddressPlan::recipe());

    [[nodiscard]] QString text(Site site, AddressField field) const { return m_texts[site][std::size_t(field)]; }
    void setText(Site site, AddressField field, const QString &text) { m_texts[site][std::size_t(field)] = text; }
    // A bare last number ("99") is taken into the network of the router beside it.
    [[nodiscard]] std::optional<Ipv4> address(Site site, AddressField field) const;
    [[nodiscard]] bool isReadable(Site site) const;
    // What is to be set on the router of that home, as one line: "192.168.1.1 192.168.1.2 192.168.1.99". Empty while one cannot be read.
    [[nodiscard]] QString routerText(Site site) const;
    // Nothing while a field cannot be read.
    [[nodiscard]] std::optional<AddressPlan> plan() const;
    [[nodiscard]] std::vector<AddressProblem> problems() const;
    [[nodiscard]] bool isGood() const;
    // The nearest good plan; unreadable fields take the recipe's numbers first.
    [[nodiscard]] AddressPlan repaired() const;

private:
    PerSite<std::array<QString, 3>> m_texts;
};

// Which field shows the mistake.
[[nodiscard]] AddressField fieldOf(AddressProblemKind kind);

} // namespace twinlan
