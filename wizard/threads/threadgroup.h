// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that are stopped together, and not waited for: who stops them goes on at once.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace twinlan {

class ThreadGroup
{
public:
    using Work = std::function<void(const std::stop_token &stop)>;

    ThreadGroup() = default;
    ThreadGroup(ThreadGroup &&) = default;
    ThreadGroup &operator=(ThreadGroup &&) = delete;
    ~ThreadGroup() { stop(); }

    void launch(Work work);
    // Asks all to end and returns at once; they are joined by a later stop(), by joinStopped() or at the end of the
    // program.
    void stop();
    static void joinStopped();

private:
    struct Member
    {
        std::shared_ptr<std::atomic_bool> ended;
        std::jthread thread;
    };
    class Stopped;
    std::vector<Member> m_members;
};

} // namespace twinlan
