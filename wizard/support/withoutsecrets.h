// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twinlan {

// A text that may leave the house: what an error quotes may hold a login link, a key or somebody's address on the internet. In its
// place stands what it was: "[key]", "[public address]". Private addresses, 100.x and link-local ones stay: without them nobody can
// help. Names of Pis and of users stay too, and the person's own folder becomes "~".
[[nodiscard]] QString withoutSecrets(QString text);

} // namespace twinlan
