// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain of GNOME and its like (Secret Service), or of KDE (KWallet).
#pragma once

#include "wizard/keychain/keychain.h"

namespace twinlan {

class DesktopKeychain final : public Keychain
{
public:
    void read(const QString &name, QObject *asker, TakeSecret take) override;
    void write(const QString &name, const Secret &secret, QObject *asker, TakeEnd take) override;
    void remove(const QString &name, QObject *asker, TakeEnd take) override;
};

} // namespace twinlan
