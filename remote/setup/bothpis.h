// SPDX-License-Identifier: GPL-3.0-or-later
// Both Pis in one run: what they say, what the plan is by that, and what is done on both at once.
#pragma once

#include "remote/setup/pirun.h"

#include <future>

namespace twinlan {

struct BothPis
{
    BridgePlan plan; // completed by what they say
    ShellFactory factory;
    StepSink sink;
    PiRun runA { Site::A, factory, sink };
    PiRun runB { Site::B, factory, sink };
    PerSite<PiFacts> facts {}; // as they were last seen
    bool wereSeen = false;

    PiRun &run(Site site) { return site == Site::A ? runA : runB; }

    // Surveys both and completes the plan: the steps that each one needs. Again with all of the survey if a tunnel's proof was not enough;
    // again if completing changed which files count.
    Result<PerSite<std::vector<StepId>>> look(bool asRoot, const std::stop_token &stop);

    // whole: with what no step needs to know, and without asking through the tunnel.
    Result<Done> survey(bool whole, bool asRoot, const std::stop_token &stop);

    // The same for both Pis at once; waits for both even when one fails, so that no thread outlives the call. The Pi that is
    // done first stays claimed while the other one, say, downloads packages for minutes.
    template <class Function> auto onBoth(Function function)
    {
        using Answer = decltype(function(Site::A));
        std::promise<void> nearIsDone;
        auto nearDone = nearIsDone.get_future();
        auto far = std::async(std::launch::async, [&] {
            Answer answer = function(Site::B);
            while (nearDone.wait_for(claimAgainAfter) == std::future_status::timeout)
                runB.claimAgain();
            return answer;
        });
        Answer near = function(Site::A);
        nearIsDone.set_value();
        while (far.wait_for(claimAgainAfter) == std::future_status::timeout)
            runA.claimAgain();
        return std::pair<Answer, Answer>(std::move(near), far.get());
    }
    // With the error of Pi A, if both fail.
    template <class Function> Result<Done> allDone(Function function)
    {
        auto [a, b] = onBoth(function);
        return a ? b : a;
    }

private:
    // claim.sh lets a silent holder go after 180 s.
    static constexpr std::chrono::seconds claimAgainAfter { 60 };
};

[[nodiscard]] bool contains(const std::vector<StepId> &steps, StepId id);

} // namespace twinlan
