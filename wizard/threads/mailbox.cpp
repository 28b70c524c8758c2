// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/threads/mailbox.h"

#include <mutex>
#include <vector>

namespace twinlan {

struct Mailbox::Sender::Shared
{
    std::mutex mutex;
    Mailbox *box; // null: it is gone
    std::vector<Letter> letters;
};

Mailbox::Sender::Sender(Mailbox *box)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->box = box;
}

// Qt only carries the call to come and look: the letters lie in a queue of our own, under a lock that tools can see.
void Mailbox::Sender::put(Letter letter) const
{
    const std::lock_guard lock(m_shared->mutex);
    if (!m_shared->box)
        return;
    m_shared->letters.push_back(std::move(letter));
    if (m_shared->letters.size() == 1)
        QMetaObject::invokeMethod(m_shared->box, "deliver", Qt::QueuedConnection);
}

Mailbox::Mailbox()
    : m_sender(new Sender(this))
{
}

Mailbox::~Mailbox()
{
    std::vector<Letter> unopened; // gone after the lock: what they hold may be anything
    const std::lock_guard lock(m_sender->m_shared->mutex);
    m_sender->m_shared->box = nullptr;
    unopened.swap(m_sender->m_shared->letters);
}

Mailbox::Sender Mailbox::newSender() const
{
    return *m_sender;
}

void Mailbox::deliver()
{
    const auto shared = m_sender->m_shared; // a letter may do away with the box
    std::vector<Letter> arrived;
    {
        const std::lock_guard lock(shared->mutex);
        arrived.swap(shared->letters);
    }
    for (const auto &letter : arrived) {
        if (!shared->box) // which changes on this very thread
            return;
        letter();
    }
}

} // namespace twinlan
