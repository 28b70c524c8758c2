// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/backend/request.h"

#include <algorithm>
#include <utility>

namespace twinlan {

namespace {

// A check-up needs both Pis. A check, a setup and its undoing open connections of their own, whatever becomes of the others, and so does
// our own key; a search is for whichever Pi is asked for.
bool isAbout(const Request &request, Site site)
{
    switch (request.task()) {
    case Task::SignIn:
    case Task::Survey:
    case Task::TailscaleInstall:
    case Task::TailscaleLogin:
        return request.site() == site;
    case Task::CheckUp:
        return true;
    case Task::LanSearch:
    case Task::DeviceSearch:
    case Task::Check:
    case Task::Apply:
    case Task::Undo:
    case Task::RememberKey:
    case Task::ForgetKey:
        return false;
    }
    return false;
}

bool isOneOf(const Request &request, std::initializer_list<Task> tasks)
{
    return std::find(tasks.begin(), tasks.end(), request.task()) != tasks.end();
}

} // namespace

struct Request::Shared
{
    enum class State {
        Open,
        Superseded, // which is not told yet
        Ended,
    };

    const Task task;
    const Site site;
    const Mailbox::Sender sender;
    std::stop_source stop;
    State state = State::Open; // the screen's thread alone knows it

    // Ends the request if its state is `before`, and says whether it did.
    bool endIf(State before)
    {
        const bool ends = state == before;
        if (ends)
            state = State::Ended;
        return ends;
    }
};

Request::Request(Task task, Site site, Mailbox::Sender sender)
    : m_shared(new Shared { task, site, std::move(sender), {} })
{
}

Task Request::task() const
{
    return m_shared->task;
}

Site Request::site() const
{
    return m_shared->site;
}

std::stop_token Request::stop() const
{
    return m_shared->stop.get_token();
}

void Request::tell(Mailbox::Letter news) const
{
    m_shared->sender.put([shared = m_shared, news = std::move(news)] {
        if (shared->state == Shared::State::Open)
            news();
    });
}

void Request::end(Mailbox::Letter answer) const
{
    m_shared->sender.put([shared = m_shared, answer = std::move(answer)] {
        if (shared->endIf(Shared::State::Open))
            answer();
    });
}

Requests::Requests(TellSuperseded superseded)
    : m_superseded(std::move(superseded))
{
}

Request Requests::open(Task task, Site site)
{
    for (const Request &older : m_requests) {
        if (older.task() != task || older.site() != site)
            continue;
        older.m_shared->stop.request_stop();
        older.m_shared->state = Request::Shared::State::Ended;
    }
    std::erase_if(m_requests, [](const Request &request) { return request.m_shared->state == Request::Shared::State::Ended; });
    m_requests.push_back(Request(task, site, m_mailbox.newSender()));
    return m_requests.back();
}

void Requests::supersede(const Request &request)
{
    const auto shared = request.m_shared;
    if (shared->state != Request::Shared::State::Open)
        return;
    shared->state = Request::Shared::State::Superseded;
    shared->stop.request_stop();
    // Later, as each other end: whoever asks for something new is not called back in the middle of it.
    shared->sender.put([this, shared] {
        if (shared->endIf(Request::Shared::State::Superseded))
            m_superseded(shared->task, shared->site);
    });
}

void Requests::supersede(std::initializer_list<Task> tasks)
{
    for (const Request &request : m_requests)
        if (isOneOf(request, tasks))
            supersede(request);
}

void Requests::supersede(Site site)
{
    for (const Request &request : m_requests)
        if (isAbout(request, site))
            supersede(request);
}

void Requests::stop(std::initializer_list<Task> tasks)
{
    for (const Request &request : m_requests)
        if (isOneOf(request, tasks))
            request.m_shared->stop.request_stop();
}

void Requests::endAll()
{
    for (const Request &request : std::exchange(m_requests, {})) {
        request.m_shared->stop.request_stop();
        if (std::exchange(request.m_shared->state, Request::Shared::State::Ended) != Request::Shared::State::Ended)
            m_superseded(request.task(), request.site());
    }
}

} // namespace twinlan
