// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/threads/threadgroup.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace twinlan {

class ThreadGroup::Stopped
{
public:
    static Stopped &all()
    {
        static Stopped stopped;
        return stopped;
    }
    void take(std::vector<Member> members)
    {
        std::vector<Member> ended; // joined outside the lock; their threads are at their last instruction
        const std::lock_guard lock(m_mutex);
        std::move(members.begin(), members.end(), std::back_inserter(m_members));
        const auto firstEnded = std::stable_partition(
            m_members.begin(), m_members.end(), [](const Member &member) { return !*member.ended; });
        std::move(firstEnded, m_members.end(), std::back_inserter(ended));
        m_members.erase(firstEnded, m_members.end());
    }
    void join()
    {
        std::vector<Member> members;
        {
            const std::lock_guard lock(m_mutex);
            members.swap(m_members);
        }
    }

private:
    std::mutex m_mutex;
    std::vector<Member> m_members; // joined by ~jthread
};

void ThreadGroup::launch(Work work)
{
    auto ended = std::make_shared<std::atomic_bool>(false);
    m_members.push_back({ ended, std::jthread([ended, work = std::move(work)](const std::stop_token &stop) {
                             work(stop);
                             *ended = true;
                         }) });
}

void ThreadGroup::stop()
{
    for (auto &member : m_members)
        member.thread.request_stop();
    Stopped::all().take(std::move(m_members));
    m_members.clear();
}

void ThreadGroup::joinStopped()
{
    Stopped::all().join();
}

} // namespace twinlan
