// SPDX-License-Identifier: GPL-3.0-or-later
// A signed-in link at work. libssh sessions are for one thread at a time, so each link has one of its own, and all that
// goes on over the link goes on there: commands and tunnels side by side, none of them waiting for another.
#pragma once

#include "remote/ssh/link.h"

#include <atomic>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace twinlan {

// One thing that goes on over a link. It is used and destroyed on the link's thread only.
class Activity
{
public:
    virtual ~Activity() = default;
    // Called whenever something may have happened, the link's end included. Must not wait. False: it is over.
    virtual bool step(Link &link) = 0;
    // A socket of its own that shall wake the thread as well; one with fd -1 is none.
    [[nodiscard]] virtual Watched watched() const { return {}; }
};

// Thread-safe.
class LiveLink
{
public:
    // As long as it lives, an activity may go on; when it goes, the activity is gone too.
    class ActivityHandle
    {
    public:
        ActivityHandle() = default;
        ActivityHandle(ActivityHandle &&other) noexcept
            : m_link(std::exchange(other.m_link, nullptr))
            , m_id(other.m_id)
        {
        }
        ActivityHandle &operator=(ActivityHandle &&other) noexcept;
        ~ActivityHandle() { end(); }

    private:
        friend class LiveLink;
        ActivityHandle(LiveLink *link, quint64 id)
            : m_link(link)
            , m_id(id)
        {
        }
        void end();

        LiveLink *m_link = nullptr; // must outlive this
        quint64 m_id = 0;
    };

    // Takes a link on which somebody has just signed in.
    explicit LiveLink(std::unique_ptr<Link> link);
    ~LiveLink(); // at once: nothing on the thread waits for the other side
    LiveLink(const LiveLink &) = delete;
    LiveLink &operator=(const LiveLink &) = delete;

    [[nodiscard]] ActivityHandle add(std::unique_ptr<Activity> activity);
    // An activity has something to do that it cannot know from its sockets.
    void wake();
    // Whether the other side is there, as far as one can know without asking it.
    [[nodiscard]] bool isAlive();
    [[nodiscard]] const SshTarget &target() const { return m_target; }
    [[nodiscard]] Error error(ErrorKind kind, const QString &detail) const { return { kind, m_target.host, {}, detail }; }
    [[nodiscard]] Error lostError(); // ConnectionLost, with libssh's last words

private:
    struct Entry
    {
        quint64 id = 0;
        std::unique_ptr<Activity> activity;
    };
    using Task = std::packaged_task<void()>;

    void work(const std::stop_token &stop);
    void runTasks();
    void stepAll();
    void waitForNews();
    // Has it done on the link's thread and waits for that.
    void onThread(std::function<void()> what);

    SshTarget m_target;
    std::pair<Socket, Socket> m_bell; // what is written into the second end wakes the thread
    // The thread's own
    std::unique_ptr<Link> m_link;
    std::vector<Entry> m_activities;

    std::mutex m_mutex; // of the tasks
    std::vector<Task> m_tasks;
    std::atomic<quint64> m_lastId { 0 };
    std::jthread m_thread; // the last, so that it ends before anything that it uses
};

} // namespace twinlan
