// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts of the safety net with real files: each row runs in a mount namespace with an /etc, /run and /var/lib of its own, where
// systemctl and its like only note what they are asked. What they do to a real network is the lab's business.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

class TestSafetySh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
};

void TestSafetySh::row_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
    row("the timer brings everything back, byte for byte", R"sh(
set_up
[ "$(picture)" != "$before" ] || fail "nothing was placed"
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("so does the next boot after a power cut", R"sh(
set_up
must "boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan/armed ] || fail "still armed")sh");
    row("after the confirmation the timer does nothing", R"sh(
set_up
must "confirm" script confirm
after=$(picture)
must "timer" rollback timer
must "boot" rollback boot
[ "$(picture)" = "$after" ] || fail "$(picture)")sh");
    row("half way between two states no backup is made, so that the timer leads back to before", R"sh(
set_up
fails_with CheckFailed back_up
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("the timer cannot fire twice", R"sh(
set_up
must "timer" rollback timer
echo 'somebody writes here later' >>/etc/modules
now=$(picture)
must "timer again" rollback timer
must "boot after it" rollback boot
[ "$(picture)" = "$now" ] || fail "$(picture)")sh");
    row("who comes too late to confirm is told", R"sh(
set_up
must "timer" rollback timer
fails_with RolledBack script confirm)sh");
    row("who asks again because the answer was lost hears the same", R"sh(
set_up
must "confirm" script confirm
must "confirm again" script confirm
grep -qx confirmed=yes "$work/said" || fail "$(cat "$work/said")"
set_up
must "timer" rollback timer
fails_with RolledBack script confirm)sh");
    row("a confirmation that cannot be written down says so, and the timer goes on", R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
mkdir /var/lib/twinlan/confirmed
fails_with DiskFull script confirm
[ -e /var/lib/twinlan/armed ] || fail "nothing leads back any more")sh");
    row("power fails in the middle of the confirmation", R"sh(
set_up
mkdir -p /etc/systemd/system/multi-user.target.wants
ln -s /etc/systemd/system/twinlan-tunnel.service /etc/systemd/system/multi-user.target.wants/
: >/var/lib/twinlan/confirmed; rm -rf /var/lib/twinlan/staged
must "boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan/confirmed ] || fail "still called set up")sh");
    row("remove goes back to before the first setup, not to the last one", R"sh(
set_up
must "confirm" script confirm
must "back up" back_up
grep -qx original=kept "$work/said" || fail "the original was written again"
must "stage" stage; must "arm" arm; must "place" place; must "confirm" script confirm
must "remove" rollback remove
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan ] && [ ! -e /usr/local/lib/twinlan ] || fail "something of ours is left")sh");
    row("a second setup that fails goes back to the first one", R"sh(
set_up
must "confirm" script confirm
first=$(picture)
set_up
must "timer" rollback timer
[ "$(picture)" = "$first" ] || fail "$(picture)")sh");
    row("without a file that belongs to them, nothing is said to be placed", R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
rm /etc/.modules.twinlan-new
! place >"$work/said" 2>&1 || fail "placed"
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    for (const char *mode : { "timer", "boot", "now" })
        QTest::addRow("armed and never switched: %s", mode) << QByteArray(R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
[ -e /etc/.modules.twinlan-new ] && [ -e /etc/.modules.twinlan-old ] && [ "$(picture)" != "$before" ] || fail "nothing lies beside the files"
must "rollback" rollback )sh")
                + mode + R"sh(
[ "$(picture)" = "$before" ] || fail "$(picture)")sh";
    row("the timer runs before the first file lies there", R"sh(
must "back up" back_up; must "stage" stage
printf '#!/bin/sh\n[ ! -e /var/lib/twinlan/armed ] && touch "$work/early"; exit 1\n' >"$work/bin/install"; chmod +x "$work/bin/install"
fails_with DiskFull arm
[ ! -e "$work/early" ] || fail "files first"
must "boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("half a file of a cut-off switch is not built upon", R"sh(
must "back up" back_up; must "stage" stage
echo half >/etc/.modules.twinlan-new
must "arm" arm; must "place" place
! grep -q half /etc/modules || fail "$(cat /etc/modules)"
grep -q i2c-dev /etc/modules && grep -q bridge /etc/modules || fail "$(cat /etc/modules)")sh");
    row("both blocks of one file, and its mode", R"sh(
set_up
[ "$(stat -c %a /etc/dhcpcd.conf)" = 600 ] || fail "mode $(stat -c %a /etc/dhcpcd.conf)"
[ "$(grep -v '^#' /etc/dhcpcd.conf | tr '\n' ' ')" = "denyinterfaces eth0 hostname clientid interface br_lan " ] || fail "$(cat /etc/dhcpcd.conf)")sh");
    row("the manifest says what was there, settings too", R"sh(
must "back up" back_up
m=/var/lib/twinlan/original/manifest
for line in "^file 600 root:root [0-9a-f]{64} /etc/dhcpcd.conf$" "^absent /etc/network/interfaces.d/twinlan$" "^service dhcpcd" "^module no_such_module absent$"; do
    grep -qE "$line" $m || fail "no $line in $(cat $m)"
done)sh");
    row("a service that did not run is not started", R"sh(
for state in inactive active; do
    must "back up" back_up
    sed -i "s/^service dhcpcd.*/service dhcpcd ActiveState=$state UnitFileState=disabled/" /var/lib/twinlan/previous/manifest
    must "stage" stage; must "arm" arm; must "place" place
    : >"$work/asked"
    must "timer" rollback timer
    grep -q 'systemctl start dhcpcd' "$work/asked" && started=active || started=inactive
    [ $started = $state ] || fail "$state: $(cat "$work/asked")"
done)sh");
    row("the bridge has its address once NetworkManager gives it, not while the switch lends it", R"sh(
bridge=no_bridge port=no_port
is_port() { false; }
. "$scripts/networks.sh"
for life in 38sec:1 3599sec:0 forever:0; do
    printf '#!/bin/sh\ncase $* in *addr*show*) echo "9: no_bridge inet 192.168.1.81/24 brd 192.168.1.255 scope global no_bridge valid_lft %s preferred_lft %s" ;; esac\n' \
        "${life%:*}" "${life%:*}" >"$work/bin/ip"
    networkmanager_moves 2>/dev/null
    [ $? = "${life#*:}" ] || fail "$life"
done
printf '#!/bin/sh\nexit 4\n' >"$work/bin/nmcli"
! networkmanager_moves || fail "nmcli said no")sh");
    row("the card goes back to the profile that it had", R"sh(
by_profiles
printf '#!/bin/sh\necho "nmcli $*" >>"$work/asked"\ncase $* in *device*) echo "100 (connected)"; echo "Wired connection 1" ;; esac\n' >"$work/bin/nmcli"
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)"
grep -qx "nmcli connection reload" "$work/asked" || fail "$(cat "$work/asked")"
! grep -q "systemctl st[a-z]* \(NetworkManager\|dhcpcd\)" "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("a card that nothing serves is seen for the first time again", R"sh(
by_profiles
printf '#!/bin/sh\necho "nmcli $*" >>"$work/asked"\ncase $* in *device*) echo "30 (disconnected)" ;; esac\n' >"$work/bin/nmcli"
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ "$(grep -n 'systemctl st[a-z]* NetworkManager\|ip link set eth0 down' "$work/asked" | cut -d: -f2 | tr '\n' ,)" = "systemctl stop NetworkManager,ip link set eth0 down,systemctl start NetworkManager," ] ||
    fail "$(cat "$work/asked")")sh");
    row("a second setup that fails goes back to the profiles of the first", R"sh(
by_profiles
must "confirm" script confirm
by_profiles
: >"$work/asked"
must "timer" rollback timer
grep -qx "nmcli connection load .*twinlan-bridge.nmconnection .*twinlan-port.nmconnection" "$work/asked" || fail "$(cat "$work/asked")"
! grep -q "connection reload\|systemctl st[a-z]* NetworkManager" "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("after a power cut the profiles are gone before NetworkManager starts", R"sh(
by_profiles
: >"$work/asked"
must "boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)"
! grep -q nmcli "$work/asked" || fail "$(cat "$work/asked")"
grep -q '^Before=.* NetworkManager.service' "$scripts/twinlan-rollback.service" || fail "the unit's order")sh");
    row("a profile that NetworkManager refuses", R"sh(
printf '#!/bin/sh\ncase $* in --version) echo "nmcli tool, version 1.42.4" ;; *) exit 1 ;; esac\n' >"$work/bin/nmcli"
fails_with CheckFailed stage_profile)sh");
    row("an older NetworkManager cannot be asked beforehand", R"sh(
printf '#!/bin/sh\ncase $* in --version) echo "nmcli tool, version 1.30.6" ;; *) exit 1 ;; esac\n' >"$work/bin/nmcli"
must "stage" stage_profile)sh");
    row("remove unloads what was not loaded, and nothing else", R"sh(
must "back up" script back-up $paths module:ip_gre module:fou
sed -i 's/^module ip_gre .*/module ip_gre loaded/; s/^module fou .*/module fou absent/' /var/lib/twinlan/original/manifest
must "stage" stage; must "arm" arm; must "place" place; must "confirm" script confirm
must "remove" rollback remove
grep -qx "modprobe -r fou" "$work/asked" || fail "$(cat "$work/asked")"
! grep -qx "modprobe -r ip_gre" "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("a file that did not arrive whole is refused", R"sh(
fails_with CommandFailed script stage-files /etc/modules 644 end "$(sum other)" "$(b64 bridge)"
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("a script that is none is refused", R"sh(
bad='if then fi ('
fails_with CheckFailed script stage-files /usr/local/lib/twinlan/tunnel.sh 755 whole "$(sum "$bad")" "$(b64 "$bad")")sh");
    row("a filter that nft refuses", R"sh(
printf '#!/bin/sh\nexit 1\n' >"$work/bin/nft"
fails_with CheckFailed script stage-files /etc/twinlan/filter.nft 644 whole "$(sum x)" "$(b64 x)")sh");
    row("network files that ifupdown refuses", R"sh(
printf '#!/bin/sh\nexit 1\n' >"$work/bin/ifquery"
fails_with CheckFailed stage)sh");
    row("a unit that systemd refuses", R"sh(
printf '#!/bin/sh\necho systemd 252\n' >"$work/bin/systemctl"
printf '#!/bin/sh\nexit 1\n' >"$work/bin/systemd-analyze"
fails_with CheckFailed script stage-files /etc/systemd/system/twinlan-tunnel.service 644 whole "$(sum x)" "$(b64 x)")sh");
    row("no room for the backup", R"sh(
mount -t tmpfs -o size=64k none /var/lib
dd if=/dev/zero of=/var/lib/fill bs=1k count=52 2>/dev/null
head -c 40000 /dev/urandom >/etc/modules
fails_with DiskFull back_up
[ ! -e /var/lib/twinlan/original ] || fail "half a backup is called one")sh");
    row("no timer without a backup", R"sh(
fails_with CheckFailed arm
[ ! -e /var/lib/twinlan/armed ] || fail "armed")sh");
    row("no switch without the timer", R"sh(
must "back up" back_up; must "stage" stage
fails_with CheckFailed script switch-over br_lan eth0 b8:27:eb:00:00:01
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
}

void TestSafetySh::row()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestSafetySh)
#include "tst_safety_sh.moc"
