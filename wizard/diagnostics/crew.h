// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that can be left behind: the one who ends them must not wait for them.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace twinlan {

class Crew
{
public:
    using Work = std::function<void(const std::stop_token &stop)>;

    Crew() = default;
    Crew(Crew &&) = default;
    Crew &operator=(Crew &&) = delete;
    ~Crew() { dismiss(); }

    void launch(Work work);
    // Asks all to end and returns at once; they are joined by a later dismiss(), by joinDismissed() or at the end of
    // the program.
    void dismiss();
    static void joinDismissed();

private:
    struct Member
    {
        std::shared_ptr<std::atomic_bool> ended;
        std::jthread thread;
    };
    class Retired;
    std::vector<Member> m_members;
};

// Sleeps unless a stop comes. False: it came.
[[nodiscard]] bool rest(std::chrono::milliseconds duration, const std::stop_token &stop);

} // namespace twinlan
