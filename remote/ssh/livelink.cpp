// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/livelink.h"

#include <algorithm>
#include <array>

namespace twinlan {

namespace {

// How long the thread sleeps when nothing comes. Only what is a matter of time waits for it: the pulse, counted in seconds,
// and the grace after a command's exit.
constexpr std::chrono::milliseconds longestSleep { 250 };

} // namespace

LiveLink::ActivityHandle &LiveLink::ActivityHandle::operator=(ActivityHandle &&other) noexcept
{
    if (this != &other) {
        end();
        m_link = std::exchange(other.m_link, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

void LiveLink::ActivityHandle::end()
{
    LiveLink *link = std::exchange(m_link, nullptr);
    if (!link)
        return;
    link->onThread([link, id = m_id] {
        std::erase_if(link->m_activities, [id](const Entry &entry) { return entry.id == id; });
    });
}

LiveLink::LiveLink(std::unique_ptr<Link> link)
    : m_target(link->target())
    , m_bell(socketPair().value_or(std::pair<Socket, Socket> {}))
    , m_link(std::move(link))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

LiveLink::~LiveLink()
{
    m_thread.request_stop();
    wake();
    m_thread.join();
}

LiveLink::ActivityHandle LiveLink::add(std::unique_ptr<Activity> activity)
{
    const quint64 id = ++m_lastId;
    onThread([&] { m_activities.push_back({ id, std::move(activity) }); });
    return { this, id };
}

bool LiveLink::isAlive()
{
    bool alive = false;
    onThread([&] {
        m_link->handleNews(); // the other side's end, for instance
        alive = m_link->isAlive();
    });
    return alive;
}

Error LiveLink::lostError()
{
    Error error;
    onThread([&] { error = m_link->error(ErrorKind::ConnectionLost); });
    return error;
}

void LiveLink::onThread(std::function<void()> what)
{
    Task task(std::move(what));
    auto done = task.get_future();
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    wake();
    done.wait();
}

void LiveLink::wake()
{
    writeSome(m_bell.second.fd(), "!", 1); // if there is no room for it, it rings already
}

void LiveLink::work(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        runTasks();
        const quint64 heard = m_link->heardBytes();
        m_link->handleNews();
        m_link->keepPulse();
        stepAll();
        // A step that reads may have taken in what belongs to another activity, which had its turn already.
        if (m_link->heardBytes() == heard)
            waitForNews();
    }
}

void LiveLink::runTasks()
{
    std::vector<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (Task &task : tasks)
        task();
}

void LiveLink::stepAll()
{
    std::erase_if(m_activities, [this](const Entry &entry) { return !entry.activity->step(*m_link); });
}

void LiveLink::waitForNews()
{
    const bool alive = m_link->isAlive();
    std::vector<Watched> watched {
        { .fd = m_bell.first.fd(), .read = true },
        { .fd = alive ? m_link->fd() : -1, .read = true, .write = alive && m_link->hasUnsentBytes() },
    };
    for (const Entry &entry : m_activities)
        watched.push_back(entry.activity->watched());
    waitFor(watched, longestSleep);
    std::array<char, 64> rings;
    while (readSome(m_bell.first.fd(), rings.data(), rings.size()) > 0) { }
}

} // namespace twinlan
