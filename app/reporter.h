// SPDX-License-Identifier: GPL-3.0-or-later
// What a command tells while it works and when it fails: in sentences for a person, or in JSON for a program.
#pragma once

#include "remote/setup/step.h"

#include <mutex>

namespace twinlan {

class Reporter
{
public:
    explicit Reporter(bool json)
        : m_json(json)
    {
    }

    [[nodiscard]] bool isJson() const { return m_json; }
    int fail(const Error &error); // returns the exit code
    void step(const StepEvent &event); // thread-safe: the steps of both Pis report from two threads

private:
    const bool m_json;
    std::mutex m_mutex;
    PerSite<QString> m_lastLine;
};

} // namespace twinlan
