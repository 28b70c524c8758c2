// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/core/secret.h"

#include <utility>

namespace twinlan {

Secret::Secret(const QString &text)
    : m_bytes(text.toUtf8())
{
}

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

Secret Secret::copy() const
{
    // A deep copy: with Qt's implicit sharing, wiping one would otherwise wipe (or detach from) the other.
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

void Secret::wipe()
{
    // volatile, so that the compiler does not drop a store to memory that is about to be freed.
    volatile char *p = m_bytes.data();
    for (qsizetype i = 0; i < m_bytes.size(); ++i)
        p[i] = 0;
    m_bytes.clear();
}

} // namespace twinlan
