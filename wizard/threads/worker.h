// SPDX-License-Identifier: GPL-3.0-or-later
// One thread that does one job after another. A job blocks as long as it likes, as long as whoever gave it can stop it.
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
    using Job = std::function<void()>;

    Worker();
    ~Worker(); // forgets what waits, and joins: what runs is to be stopped before

    void post(Job job);

private:
    void work(const std::stop_token &quit);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Job> m_jobs;
    std::jthread m_thread; // last: it starts when everything above is there
};

} // namespace twinlan
