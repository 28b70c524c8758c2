// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <set>

namespace twinlan {

// Takes those cards off the screen that are not among `shown`.
template <typename Key, typename Card>
void discardOthers(std::map<Key, Card *> &cards, const std::set<Key> &shown)
{
    std::erase_if(cards, [&](const auto &entry) {
        if (shown.contains(entry.first))
            return false;
        entry.second->setParent(nullptr); // gone now, not only when there is time for it
        entry.second->deleteLater();
        return true;
    });
}

} // namespace twinlan
