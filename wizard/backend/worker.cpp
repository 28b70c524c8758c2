// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/worker.h"

#include <utility>

namespace twinlan {

Worker::Worker()
    : m_thread([this](const std::stop_token &quit) { work(quit); })
{
}

Worker::~Worker()
{
    m_thread.request_stop();
    stopCurrent();
}

void Worker::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({ std::move(job), {} });
    }
    m_wake.notify_one();
}

void Worker::stopCurrent()
{
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    for (Waiting &waiting : m_jobs)
        waiting.stop.request_stop();
}

void Worker::work(const std::stop_token &quit)
{
    while (true) {
        Job job;
        std::stop_token stop;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, quit, [this] { return !m_jobs.empty(); }) || quit.stop_requested())
                return;
            job = std::move(m_jobs.front().job);
            m_current = m_jobs.front().stop;
            m_jobs.pop_front();
            stop = m_current.get_token();
        }
        job(stop);
    }
}

} // namespace twinlan
