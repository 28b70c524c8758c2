// SPDX-License-Identifier: GPL-3.0-or-later
// How far a search, a sign-in, a login, the check-up and a run are.
#pragma once

namespace twinlan {

enum class SearchStage {
    Idle,
    Running,
    Stopped,
    Done
};
enum class SignInStage {
    Idle,
    Connecting,
    AskHostKey,
    Failed,
    SignedIn
};
enum class LoginStage {
    Unknown,
    NotInstalled, // or too old
    Installing,
    Asking,
    WaitingForPerson,
    Failed,
    LoggedIn
};
enum class CheckUpStage {
    Idle,
    Running,
    Failed,
    Ready
};
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

// Something is being done to the Pis at this stage.
[[nodiscard]] constexpr bool isWorking(ApplyStage stage)
{
    return stage == ApplyStage::Running || stage == ApplyStage::Stopping || stage == ApplyStage::Undoing;
}

} // namespace twinlan
