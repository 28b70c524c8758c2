// SPDX-License-Identifier: GPL-3.0-or-later
// The controller's part about the two routers.
#include "wizard/flow/setupcontroller.h"

namespace twinlan {

void SetupController::save(Site site, const RouterAnswers &router)
{
    Answers all = m_saved.answers();
    all.routers[site] = router;
    m_saved.save(all);
    Q_EMIT addressesChanged();
}

void SetupController::setRouterMaker(Site site, const QString &guide)
{
    save(site, { guide, routerAnswers(site).changedTo });
}

bool SetupController::routerIsChanged(Site site) const
{
    const QString &changedTo = routerAnswers(site).changedTo;
    return !changedTo.isEmpty() && changedTo == m_draft.routerText(site);
}

void SetupController::setRouterIsChanged(Site site, bool changed)
{
    save(site, { routerAnswers(site).maker, changed ? m_draft.routerText(site) : QString() });
}

RoutersSeen SetupController::routersSeen() const
{
    const auto routerOf = [this](Site site) { return pi(site).facts ? Ipv4::parse(pi(site).facts->defaultGateway) : std::nullopt; };
    return { m_backend.ownRouter(), { routerOf(Site::A), routerOf(Site::B) }, answers(Site::B).place == Place::NextToMe };
}

} // namespace twinlan
