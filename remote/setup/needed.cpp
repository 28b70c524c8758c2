// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/needed.h"

#include "remote/plan/networks/network.h"
#include "remote/setup/storedplan.h"
#include "remote/setup/tunnelstate.h"

#include <QCryptographicHash>
#include <algorithm>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isInPlace(const PiFile &file, const PiFacts &facts)
{
    const auto found = facts.files.value(surveyName(file));
    const auto sum = QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex();
    // A block leaves the mode of the file around it alone.
    return found.exists && found.sha256 == sum && (file.part != FilePart::Whole || found.mode == file.mode);
}

bool hasAll(const QStringList &wanted, const QStringList &present)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &name) { return present.contains(name); });
}

bool isSwitched(const BridgePlan &plan, const PiFacts &facts, Site site)
{
    const auto files = renderFiles(plan, site);
    const auto *port = facts.interface(plan.pis[site].lanInterface);
    return std::all_of(files.begin(), files.end(), [&](const PiFile &file) { return isInPlace(file, facts); })
        && port && port->master == plan.bridgeName && facts.tunnelUnitActive
        && facts.runState == RunState::Confirmed;
}

} // namespace

QString surveyName(const PiFile &file)
{
    switch (file.part) {
    case FilePart::BlockAtTop:
        return file.path + "#top"_L1;
    case FilePart::BlockAtEnd:
        return file.path + "#end"_L1;
    case FilePart::Whole:
        break;
    }
    return file.path;
}

QStringList surveyNames(BridgePlan plan, Site site)
{
    QStringList names;
    for (const Network *network : networks()) {
        setNetwork(plan.pis[site], *network, {}); // of a Pi that has said nothing: all that may be needed
        for (const auto filter : { FilterBackend::Nftables, FilterBackend::EbtablesIptables }) {
            plan.pis[site].filter = filter;
            for (const auto &file : renderFiles(plan, site))
                if (const auto name = surveyName(file); !names.contains(name))
                    names << name;
        }
    }
    return names;
}

std::optional<Carrier> settledCarrier(const BridgePlan &plan, const PiFacts &facts)
{
    const auto stored = storedPlan(facts);
    if (!stored)
        return std::nullopt;
    for (const Site site : bothSites)
        if (stored->pis[site].tailnetAddress != plan.pis[site].tailnetAddress)
            return std::nullopt;
    return stored->carrier;
}

std::vector<StepId> stepsNeeded(const BridgePlan &plan, const PiFacts &facts, Site site)
{
    std::vector<StepId> needed;
    const bool switched = isSwitched(plan, facts, site);
    const bool packagesThere = hasAll(packages(plan, site), facts.installedPackages);
    const bool modulesThere = hasAll(kernelModules(plan), facts.loadedModules);
    // Joined, and yet nothing comes through: the carrier that was found once does not pass any more (somebody changed the tailnet's
    // policy), so both are tried again. Another one than before is other files, and those are a switch.
    const bool carrierFails = facts.tunnelState == TunnelState::Joined && facts.farAnswers == false;
    if (switched && packagesThere && modulesThere && !carrierFails)
        return needed;

    if (!switched)
        needed.push_back(StepId::BackUp);
    if (!packagesThere)
        needed.push_back(StepId::InstallPackages);
    if (!modulesThere)
        needed.push_back(StepId::LoadModules);
    if (carrierFails || (!switched && !settledCarrier(plan, facts)))
        needed.push_back(StepId::ChooseCarrier);
    if (!switched) {
        needed.insert(needed.end(),
            { StepId::StageFiles, StepId::CheckNextBoot, StepId::ArmRollback, StepId::SwitchOver, StepId::ProveReachable,
                StepId::Confirm });
    }
    needed.push_back(StepId::VerifyJoined);
    return needed;
}

} // namespace twinlan
