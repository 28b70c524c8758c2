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
    // Asks the running job to end and forgets those that wait.
    void stopCurrent();

private:
    void work(const std::stop_token &quit);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Job> m_jobs;
    std::stop_source m_current;
    std::jthread m_thread; // last: it starts when everything above is there
};

} // namespace twinlan
