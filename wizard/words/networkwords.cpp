// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/networkwords.h"

#include <QCoreApplication>

namespace twinlan {

namespace {

struct W
{
    Q_DECLARE_TR_FUNCTIONS(Networks)
};

} // namespace

Words wordsFor(const NetworkObstacle &obstacle)
{
    switch (obstacle.kind) {
    case NetworkObstacle::Kind::OtherService:
        return { W::tr("The network of this Raspberry Pi cannot be set up yet."),
            obstacle.value.isEmpty() ? W::tr("TwinLAN does not support the way it is managed yet. It supports Raspberry Pi OS 11, 12 and 13.")
                                     : W::tr("“%1” manages it, and TwinLAN does not support that yet. It supports Raspberry Pi OS 11, 12 and 13.").arg(obstacle.value),
            W::tr("Use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS, or another Raspberry Pi.") };
    case NetworkObstacle::Kind::TwoServices:
        return { W::tr("Two programs manage the network of this Raspberry Pi."),
            W::tr("%1 both manage the LAN port, and TwinLAN cannot tell which of them to take over from.").arg(obstacle.value),
            W::tr("Ask the person who set it up to turn one of them off and restart the Raspberry Pi. Then check again.") };
    case NetworkObstacle::Kind::NoProfile:
        return { W::tr("The network settings of the LAN port are not saved on this Raspberry Pi."),
            W::tr("NetworkManager goes by what another program has set. There would be nothing to go back to."),
            W::tr("Restart the Raspberry Pi, and check again. If that doesn't help, "
                  "use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS.") };
    case NetworkObstacle::Kind::ProfileSetting:
        return { W::tr("The LAN port of this Raspberry Pi has a special setting."),
            W::tr("TwinLAN cannot take “%1” along to the joined network, so it would be lost.").arg(obstacle.value),
            W::tr("Ask the person who made the setting to remove it, or use another Raspberry Pi. Then check again.") };
    case NetworkObstacle::Kind::CardInUse:
        return { W::tr("Something else has the LAN port of this Raspberry Pi for itself."),
            W::tr("It is “%1”, for example a container with an address of its own in your LAN. Beside it the LAN port cannot be joined to the other home.").arg(obstacle.value),
            W::tr("Ask the person who set it up to remove it, then check again. After the setup, it can be made again on “br_lan”, where the LAN is then.") };
    case NetworkObstacle::Kind::NotOneCard:
        return { W::tr("The LAN of this Raspberry Pi does not come from the LAN port directly."),
            W::tr("It comes over “%1”: a VLAN, or several ports used as one. TwinLAN can only set up a LAN port that is used directly.").arg(obstacle.value),
            W::tr("Ask the person who set it up to use the LAN port directly, or use another Raspberry Pi. Then check again.") };
    }
    return {};
}

} // namespace twinlan
