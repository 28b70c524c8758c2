// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/support/errorlog.h"

namespace twinlan {

namespace {

constexpr std::size_t mostEntries = 30; // more than anybody reads out on the telephone

} // namespace

ErrorLog::ErrorLog(Backend &backend, QObject *parent)
    : QObject(parent)
{
    connect(&backend, &Backend::failed, this, [this](Task during, Site site, const Error &error) {
        m_entries.push_back({ QDateTime::currentDateTime(), during, site, error });
        if (m_entries.size() > mostEntries)
            m_entries.pop_front();
    });
}

} // namespace twinlan
