// SPDX-License-Identifier: GPL-3.0-or-later
// The one way of a value from a worker thread to the thread of the screen.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace twinlan {

// Lives on the thread that it brings to, which has an event loop.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    using Letter = std::function<void()>;
    class Sender; // what the workers hold; it may outlive the box

    Mailbox();
    ~Mailbox() override; // what has not been opened by now never is

    [[nodiscard]] Sender newSender() const;

private:
    Q_INVOKABLE void deliver();

    std::unique_ptr<Sender> m_sender;
};

class Mailbox::Sender
{
public:
    // From any thread: `letter` is called on the box's thread, after those that were put in before; never once the box is gone.
    void put(Letter letter) const;

private:
    friend class Mailbox;
    struct Shared;
    explicit Sender(Mailbox *box);

    std::shared_ptr<Shared> m_shared;
};

} // namespace twinlan
