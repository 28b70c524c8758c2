// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the Pis ends exactly once, however it comes to its end; backend.h says what that means to whoever asks.
#pragma once

#include "wizard/backend/backend.h"
#include "wizard/threads/mailbox.h"

#include <stop_token>
#include <vector>

namespace twinlan {

// One thing that was asked. Held by the worker thread that sees to it, for as long as that takes.
class Request
{
public:
    [[nodiscard]] Task task() const;
    [[nodiscard]] Site site() const;
    [[nodiscard]] std::stop_token stop() const; // nobody waits for the answer any more, or the person has stopped it

    // From any thread. What has happened meanwhile, and the end: called on the screen's thread, unless the request has ended by then.
    void tell(Mailbox::Letter news) const;
    void end(Mailbox::Letter answer) const;

private:
    friend class Requests;
    struct Shared;
    Request(Task task, Site site, Mailbox::Sender sender);

    std::shared_ptr<Shared> m_shared;
};

// Those that have not ended. Lives on the screen's thread.
class Requests
{
public:
    using TellSuperseded = std::function<void(Task task, Site site)>;
    explicit Requests(TellSuperseded superseded);

    // An older one of the same task (for the same Pi, if it is one Pi's) ends here without a word: the new one's end answers both.
    Request open(Task task, Site site = Site::A);
    // What is open of these tasks, or about this Pi, is superseded: stopped now, and told soon.
    void supersede(std::initializer_list<Task> tasks);
    void supersede(Site site);
    // Asks the requests of these tasks to stop; each ends by itself when its work sees the stop token.
    void stop(std::initializer_list<Task> tasks);
    // All that is open is superseded, and told now: nothing will be delivered later.
    void endAll();

private:
    void supersede(const Request &request);

    TellSuperseded m_superseded;
    Mailbox m_mailbox;
    std::vector<Request> m_requests; // also some that have ended
};

} // namespace twinlan
