// SPDX-License-Identifier: GPL-3.0-or-later
// The last errors of this start of the program, for somebody who helps from afar: on a page an error goes when it is tried again.
#pragma once

#include "wizard/backend/backend.h"

#include <QDateTime>
#include <deque>

namespace twinlan {

class ErrorLog : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QDateTime at;
        Task during = Task::SignIn;
        Site site = Site::A; // means nothing where the task belongs to both
        Error error;
    };

    explicit ErrorLog(Backend &backend, QObject *parent = nullptr);
    [[nodiscard]] const std::deque<Entry> &entries() const { return m_entries; } // the newest last

private:
    std::deque<Entry> m_entries;
};

} // namespace twinlan
