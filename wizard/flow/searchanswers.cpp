// SPDX-License-Identifier: GPL-3.0-or-later
// When the wizard searches: for a Pi, and which of those that were found may be the one that a page asks for; for what there is to use, once
// the homes are joined.
#include "wizard/flow/setupcontroller.h"

namespace twinlan {

// Nobody has said yet where the Pi of this page is, which is in this home.
void SetupController::searchWhereAsked()
{
    const bool asksForA = m_page == PageId::PiA && answers(Site::A).host.isEmpty();
    const bool asksForB = m_page == PageId::PiB && answers(Site::B).place == Place::NextToMe && answers(Site::B).host.isEmpty();
    if (asksForA || asksForB)
        m_search->start();
}

std::vector<FoundDevice> SetupController::foundFor(Site site) const
{
    const Site other = otherSite(site);
    const bool otherIsHere = other == Site::A || answers(other).place == Place::NextToMe;
    return m_search->devicesBut(otherIsHere ? answers(other).host : QString(), pi(other).facts);
}

void SetupController::searchDevicesWhereJoined()
{
    const bool isShown = m_page == PageId::Result && isJoined();
    if (!isShown)
        m_devices->stop();
    else if (m_devices->stage() == SearchStage::Idle)
        searchDevices();
}

} // namespace twinlan
