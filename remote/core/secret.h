// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace twinlan {

// A password or passphrase. Its bytes are overwritten when it goes; it has no debug stream and no conversion, so that it
// cannot slip into a log, an argv or a plan. copy() is explicit, so that each place that multiplies it is seen in review.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QString &text);
    explicit Secret(QByteArray bytes);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    [[nodiscard]] Secret copy() const;
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    // UTF-8, NUL-terminated; valid as long as this object lives. Only remote/ssh and wizard/keychain call it.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void wipe();

    QByteArray m_bytes;
};

} // namespace twinlan
