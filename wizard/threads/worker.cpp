// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/threads/worker.h"

#include <utility>

namespace twinlan {

Worker::Worker()
    : m_thread([this](const std::stop_token &quit) { work(quit); })
{
}

Worker::~Worker() = default;

void Worker::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Worker::work(const std::stop_token &quit)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, quit, [this] { return !m_jobs.empty(); }) || quit.stop_requested())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace twinlan
