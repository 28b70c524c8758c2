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
    const QString &names = obstacle.value;
    switch (obstacle.kind) {
    case NetworkObstacle::Kind::OtherService:
        return { W::tr("The network of this Raspberry Pi cannot be set up yet."),
            W::tr("TwinLAN does not support the way it is managed yet. It supports Raspberry Pi OS 11, 12 and 13, and servers of Debian 12."),
            W::tr("Use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS, or another Raspberry Pi."), names };
    case NetworkObstacle::Kind::TwoServices:
        return { W::tr("Two programs manage the network of this Raspberry Pi."),
            W::tr("Both manage the LAN port, and TwinLAN cannot tell which of them to take over from."),
            W::tr("Ask the person who set it up to turn one of them off and restart the Raspberry Pi. Then check again."), names };
    case NetworkObstacle::Kind::NoProfile:
        return { W::tr("The network settings of the LAN port are not saved on this Raspberry Pi."),
            W::tr("It uses what another program has set for the moment. There would be nothing to go back to."),
            W::tr("Restart the Raspberry Pi, and check again. If that doesn't help, "
                  "use an SD card to which Raspberry Pi Imager has written Raspberry Pi OS."),
            names };
    case NetworkObstacle::Kind::ProfileSetting:
        return { W::tr("The LAN port of this Raspberry Pi has a special setting."),
            W::tr("TwinLAN cannot take it along to the joined network, so it would be lost."),
            W::tr("“Show details” names the setting. Ask the person who made it to remove it, or use another Raspberry Pi. Then check again."), names };
    case NetworkObstacle::Kind::CardInUse:
        return { W::tr("Something else has the LAN port of this Raspberry Pi for itself."),
            W::tr("It may be a container with an address of its own in your LAN. Beside it the LAN port cannot be joined to the other home."),
            W::tr("Ask the person who set it up to remove it, then check again. After the setup it can be made again, as “Show details” says."),
            W::tr("%1: after the setup the LAN is at “br_lan”; it can be made again there.").arg(names) };
    case NetworkObstacle::Kind::NotOneCard:
        return { W::tr("The LAN of this Raspberry Pi does not come from the LAN port directly."),
            W::tr("Something lies between, for example a VLAN, or several ports used as one. TwinLAN can only set up a LAN port that is used directly."),
            W::tr("Ask the person who set it up to use the LAN port directly, or use another Raspberry Pi. Then check again."), names };
    }
    return {};
}

} // namespace twinlan
