// SPDX-License-Identifier: GPL-3.0-or-later
// Where this desktop keeps the passwords of whoever is logged in to it. desktopkeychain.h is the real one, tests/gui has one in memory.
#pragma once

#include "remote/core/secret.h"

#include <functional>
#include <optional>

class QObject;

namespace twinlan {

enum class KeychainTrouble {
    NoEntry, // it has nothing of that name
    Refused, // it is locked and stays so, or says no
    Unavailable // this desktop has none
};

class Keychain
{
public:
    using TakeSecret = std::function<void(Secret secret, std::optional<KeychainTrouble> trouble)>; // no secret where there is trouble
    using TakeEnd = std::function<void(std::optional<KeychainTrouble> trouble)>;

    Keychain() = default;
    virtual ~Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;

    // Each call returns at once. The answer comes on this thread when the desktop has one, which may be after somebody has unlocked the
    // keychain; if `asker` is gone by then, nobody hears it.
    virtual void read(const QString &name, QObject *asker, TakeSecret take) = 0;
    virtual void write(const QString &name, const Secret &secret, QObject *asker, TakeEnd take) = 0;
    virtual void remove(const QString &name, QObject *asker, TakeEnd take) = 0;
};

} // namespace twinlan
