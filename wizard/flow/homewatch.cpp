// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/homewatch.h"

#include <algorithm>

namespace twinlan {

namespace {

constexpr int soonDays = 30; // a login's end: time enough to reach whoever has the account

} // namespace

HomeWatch::HomeWatch(const PerSite<PiConnection *> &pis, Remembering &memory, SavedSetup &saved, QObject *parent)
    : QObject(parent)
    , m_pis(pis)
    , m_memory(memory)
    , m_saved(saved)
{
    for (const Site site : bothSites) {
        connect(m_pis[site], &PiConnection::signedIn, this, [this, site] { noteSeen(site); });
        connect(m_pis[site], &PiConnection::surveyed, this, [this, site] { noteSeen(site); });
    }
    connect(m_pis.a, &PiConnection::changed, this, &HomeWatch::connectPiB);
    connect(&m_memory, &Remembering::changed, this, &HomeWatch::connectPiB);
}

// To the second: what is read from the file is the same as what was written.
void HomeWatch::noteSeen(Site site)
{
    m_saved.change([&](Answers &all) { all.pis[site].lastSeen = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch()); });
}

// --- what is known

bool HomeWatch::waitsForKey(Site site) const
{
    const MemoryStage memory = m_memory.stage(site);
    const SignInStage at = m_pis[site]->state().stage;
    const bool isIdle = at == SignInStage::Idle || at == SignInStage::Failed;
    return memory == MemoryStage::Reading || (memory == MemoryStage::Entering && isIdle);
}

HomeStage HomeWatch::stage(Site site) const
{
    const PiState &pi = m_pis[site]->state();
    const bool waits = waitsForKey(site) || (site == Site::B && m_piBWaits);
    if (waits || pi.stage == SignInStage::Connecting || pi.refreshing)
        return HomeStage::Looking;
    switch (pi.stage) {
    case SignInStage::SignedIn:
        return pi.error ? HomeStage::Silent : HomeStage::Answers;
    case SignInStage::Failed:
        return HomeStage::Silent;
    case SignInStage::AskHostKey:
        return HomeStage::AsksPerson;
    case SignInStage::Idle:
    case SignInStage::Connecting:
        break;
    }
    const MemoryStage memory = m_memory.stage(site);
    if (memory == MemoryStage::Refused)
        return HomeStage::AsksPerson;
    return memory == MemoryStage::NoKeychain ? HomeStage::NoKeychain : HomeStage::NotAsked;
}

bool HomeWatch::isLooking() const
{
    return stage(Site::A) == HomeStage::Looking || stage(Site::B) == HomeStage::Looking;
}

bool HomeWatch::canLook() const
{
    return std::any_of(bothSites.begin(), bothSites.end(),
        [this](Site site) { return m_memory.isRemembered(site) || m_pis[site]->state().stage == SignInStage::SignedIn; });
}

const PiFacts *HomeWatch::factsOfNow(Site site) const
{
    const auto &facts = m_pis[site]->state().facts;
    return stage(site) == HomeStage::Answers && facts ? &*facts : nullptr;
}

bool HomeWatch::isSetUp(Site site) const
{
    const PiFacts *facts = factsOfNow(site);
    return facts && facts->runState != RunState::None;
}

PerSite<TunnelState> HomeWatch::tunnelStates() const
{
    const PiFacts *a = factsOfNow(Site::A);
    const PiFacts *b = factsOfNow(Site::B);
    const PerSite<TunnelState> said { a ? a->tunnelState : TunnelState::Unknown, b ? b->tunnelState : TunnelState::Unknown };
    return a && b ? agreed(said) : said;
}

std::optional<bool> HomeWatch::areJoined() const
{
    PerSite<bool> isJoined;
    for (const Site site : bothSites) {
        const PiFacts *facts = factsOfNow(site);
        if (!facts)
            continue;
        if (facts->runState == RunState::None || (facts->tunnelState != TunnelState::Joined && facts->tunnelState != TunnelState::Unknown))
            return false;
        isJoined[site] = facts->tunnelState == TunnelState::Joined;
    }
    // A guard says "joined" once it has heard the same of the other one: that counts as long as the other Pi cannot be asked here, and not
    // when it was asked and is silent.
    const auto allows = [&](Site site) {
        const HomeStage at = stage(site);
        return isJoined[site] || at == HomeStage::NotAsked || at == HomeStage::NoKeychain;
    };
    if ((isJoined.a || isJoined.b) && allows(Site::A) && allows(Site::B))
        return true;
    return std::nullopt;
}

std::vector<Finding> HomeWatch::notices(Site site) const
{
    std::vector<Finding> found;
    const PiFacts *facts = factsOfNow(site);
    if (!facts)
        return found;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::vector<Finding> all = findingsOf(m_saved.plan(), *facts, site, now.toSecsSinceEpoch());
    const auto take = [&](FindingKind kind) {
        const auto of = std::find_if(all.begin(), all.end(), [&](const Finding &finding) { return finding.kind == kind; });
        if (of != all.end())
            found.push_back(*of);
        return of != all.end();
    };
    const PiFacts *other = factsOfNow(otherSite(site));
    if (!take(FindingKind::GaveBack) && !take(FindingKind::Interrupted) && other && isHalfDone(*facts, *other))
        found.push_back({ FindingKind::HalfDone, Level::Warn, site, {} });
    const QDateTime &end = facts->tailscale.keyExpiry;
    if (end.isValid() && end < now.addDays(soonDays))
        found.push_back(keyExpiryOf(*facts, site, now.toSecsSinceEpoch()));
    return found;
}

// --- what is asked

void HomeWatch::connectRemembered()
{
    m_piBWaits = m_memory.isRemembered(Site::B) && m_pis.b->state().stage != SignInStage::SignedIn;
    m_memory.enter(Site::A);
    connectPiB();
}

void HomeWatch::look()
{
    for (const Site site : bothSites)
        m_pis[site]->refresh();
    connectRemembered();
}

void HomeWatch::stop()
{
    m_piBWaits = false;
}

// The desktop's password store is asked for one Pi after the other, so that it is opened once. And the way to a Pi B in the other home leads
// through Pi A, so the key for that one has to be there.
void HomeWatch::connectPiB()
{
    if (!m_piBWaits || waitsForKey(Site::A))
        return;
    m_piBWaits = false;
    const SignInStage at = m_pis.a->state().stage;
    if (answers(Site::B).place == Place::NextToMe || (at != SignInStage::Idle && at != SignInStage::AskHostKey))
        m_memory.enter(Site::B);
}

} // namespace twinlan
