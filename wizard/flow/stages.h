// SPDX-License-Identifier: GPL-3.0-or-later
// How far a search, a sign-in, a login, the check-up and a run are.
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
using stages::LoginStage;
using stages::SearchStage;
using stages::SignInStage;

// Something is being done to the Pis at this stage.
[[nodiscard]] constexpr bool isWorking(ApplyStage stage)
{
    return stage == ApplyStage::Running || stage == ApplyStage::Stopping || stage == ApplyStage::Undoing;
}

} // namespace twinlan
