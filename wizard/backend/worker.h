// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that does one job after another. A job blocks as long as it likes, as long as it looks at its stop token.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace twinlan {

class Worker
{
public:
    using Job = std::function<void(const std::stop_token &stop)>;

    Worker();
    ~Worker(); // stops what runs, forgets what waits, and joins

    void post(Job job);
    // Asks the running job to end, and those that wait before they begin: each has its turn all the same, so that it can say that
    // it was stopped. Somebody may be waiting for its answer.
    void stopCurrent();

private:
    void work(const std::stop_token &quit);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    struct Waiting
    {
        Job job;
        std::stop_source stop; // each has its own: a stop is for those that are there already
    };
    std::deque<Waiting> m_jobs;
    std::stop_source m_current;
    std::jthread m_thread; // last: it starts when everything above is there
};

} // namespace twinlan
