// SPDX-License-Identifier: GPL-3.0-or-later
// How far a search, a sign-in, what is kept of it, a login, a look at a home, the check-up and a run are.
#pragma once

#include <QObject>

namespace twinlan {

namespace stages { // so that Qt knows the names
Q_NAMESPACE
enum class SearchStage {
    Idle,
    Running,
    Stopped,
    Done
};
Q_ENUM_NS(SearchStage)
enum class SignInStage {
    Idle,
    Connecting,
    AskHostKey,
    Failed,
    SignedIn
};
Q_ENUM_NS(SignInStage)
// Of what is kept so that a Pi opens without a password the next time.
enum class MemoryStage {
    None, // nothing to say
    Reading, // the desktop is asked, which may ask the person
    Entering, // by the key
    Keeping, // somebody has signed in, and the key is put in place
    Kept,
    NoKeychain, // this desktop keeps nothing, or not now
    NotKept, // the Pi takes no key
    Refused, // the Pi does not take the key any more, or sudo not its password
    Forgetting,
    HalfForgotten // here, but the Pi could not be reached
};
Q_ENUM_NS(MemoryStage)
// Of a home that is set up, as the first page looks at it.
enum class HomeStage {
    NotAsked, // nobody is remembered there, or the way to it is not open
    NoKeychain, // the desktop's password store did not open
    Looking,
    Answers,
    Silent, // or says no
    AsksPerson // whether it is the same Pi, or for the password
};
Q_ENUM_NS(HomeStage)
enum class LoginStage {
    Unknown,
    NotInstalled, // or too old
    Installing,
    Asking,
    WaitingForPerson,
    Failed,
    LoggedIn
};
Q_ENUM_NS(LoginStage)
enum class CheckUpStage {
    Idle,
    Running,
    Failed,
    Ready
};
Q_ENUM_NS(CheckUpStage)
enum class ApplyStage {
    Idle,
    Running,
    Stopping,
    Undoing,
    Failed,
    Stopped,
    Removed,
    Done
};
Q_ENUM_NS(ApplyStage)
}
using stages::ApplyStage;
using stages::CheckUpStage;
using stages::HomeStage;
using stages::LoginStage;
using stages::MemoryStage;
using stages::SearchStage;
using stages::SignInStage;

// Something is being done to the Pis at this stage.
[[nodiscard]] constexpr bool isWorking(ApplyStage stage)
{
    return stage == ApplyStage::Running || stage == ApplyStage::Stopping || stage == ApplyStage::Undoing;
}

} // namespace twinlan
