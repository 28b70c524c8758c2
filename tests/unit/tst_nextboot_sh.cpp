// SPDX-License-Identifier: GPL-3.0-or-later
// What the next boot makes of the files, seen beforehand: by ifupdown's own reader over the whole configuration, and by what systemd and
// NetworkManager answer. Then what the boot guard does on the Pi when it comes to that.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// A Pi whose services are as $states says, "UNIT LOADSTATE UNITFILESTATE" a line, and ifupdown's own ifquery.
constexpr char pi[] = R"sh(
rm "$work/bin/ifquery" "$work/bin/sleep"
states="networking loaded enabled
dhcpcd loaded enabled
NetworkManager loaded enabled
tailscaled loaded enabled"
services() { printf '%s\n' "$states" >"$work/states"; }
cat >"$work/bin/systemctl" <<'END'
#!/bin/sh
echo "systemctl $*" >>"$work/asked"
case "$*" in
'show -p ExecStart --value dhcpcd') cat "$work/exec" 2>/dev/null ;;
'show -p LoadState -p UnitFileState '*)
    shift 5
    for unit in "$@"; do awk -v u="$unit" '$1 == u { print "LoadState=" $2; print "UnitFileState=" $3; print "" }' "$work/states"; done ;;
esac
END
mkdir -p /lib/systemd/system && mount -t tmpfs none /lib/systemd/system
says_enabled() { [ "$(cat /var/lib/twinlan/staged/enable)" = "$1" ] || fail "enable: $(cat /var/lib/twinlan/staged/enable)"; }
owner=dhcpcd
check() { services; script check-next-boot $owner br_lan eth0; }
refused() { # DETAIL
    rm -f "$work/said"; fails_with NextBootFails check
    grep -qF "$1" "$work/said" || fail "not named: $(cat "$work/said")"
    [ ! -e /var/lib/twinlan/armed ] && [ "$(picture)" = "$now" ] || fail "something changed: $(picture)"
}
bridge='auto eth0
iface eth0 inet manual
auto br_lan
iface br_lan inet manual
    bridge_ports eth0
'
source='source /etc/network/interfaces.d/twinlan
'
stage_bridge() { script stage-files /etc/network/interfaces.d/twinlan 644 whole "$(sum "$bridge")" "$(b64 "$bridge")"; }
stage_source() { script stage-files /etc/network/interfaces 644 end "$(sum "$source")" "$(b64 "$source")" \
    /etc/network/interfaces.d/twinlan 644 whole "$(sum "$bridge")" "$(b64 "$bridge")"; }
paths="$paths /etc/network/interfaces"
printf 'source /etc/network/interfaces.d/*\n' >/etc/network/interfaces
rm -f /etc/network/interfaces.d/* /etc/default/networking
now=$(picture)
)sh";

} // namespace

class TestNextBootSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
};

void TestNextBootSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << pi + QByteArray(body); };

    row("all is well: nothing is said, and nothing left behind", R"sh(
must "stage" stage_bridge
must "check" check
[ ! -s "$work/said" ] || fail "$(cat "$work/said")"
says_enabled ''
[ "$(picture)" = "$now" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan/staged/tree ] || fail "the copy is left")sh");
    for (const char *line : { "source /etc/network/interfaces.d/*.cfg", "source /etc/network/interfaces.d/eth0", "# nothing is read", "source-directory /etc/network/other" })
        QTest::addRow("ifupdown reads no file of ours: %s", line) << pi + QByteArray("printf '%s\\n' '") + line + R"sh(' >/etc/network/interfaces
now=$(picture)
must "stage" stage_bridge
refused '/etc/network/interfaces: br_lan'
must "stage, with a line of our own" stage_source
must "check" check)sh";
    row("there is no /etc/network/interfaces", R"sh(
rm /etc/network/interfaces; now=$(picture)
must "stage" stage_bridge
refused '/etc/network/interfaces: br_lan'
must "stage, with a line of our own" stage_source
must "check" check
[ ! -e /etc/network/interfaces ] || fail "it was written already")sh");
    row("a line that ifupdown cannot read, in a file of somebody's: with it nothing comes up", R"sh(
printf 'auto usb0\n\niface usb0 inet\n' >/etc/network/interfaces.d/usb
must "stage" stage_bridge
refused '/etc/network/interfaces.d/usb:3')sh");
    row("interfaces is a link to elsewhere, and nothing is written through it", R"sh(
printf 'source interfaces.d/*\n' >/run/elsewhere
ln -sf /run/elsewhere /etc/network/interfaces
must "stage" stage_bridge
printf '9 - /etc/network/interfaces\n' >>/var/lib/twinlan/staged/manifest
printf 'source interfaces.d/twin*\n' >/var/lib/twinlan/staged/9.file
must "check" check
[ "$(cat /run/elsewhere)" = 'source interfaces.d/*' ] || fail "$(cat /run/elsewhere)")sh");
    row("the boot is told to leave the network alone", R"sh(
must "stage" stage_bridge
printf '# CONFIGURE_INTERFACES=no\nEXCLUDE_INTERFACES="wlan0 usb*"\n' >/etc/default/networking
must "check" check
echo 'CONFIGURE_INTERFACES="no"' >/etc/default/networking
refused 'CONFIGURE_INTERFACES="no"'
echo 'EXCLUDE_INTERFACES="wlan0 br*"' >/etc/default/networking
refused 'EXCLUDE_INTERFACES=br*'
echo "EXCLUDE_INTERFACES='eth[0-9]'" >/etc/default/networking
refused 'EXCLUDE_INTERFACES=eth[0-9]')sh");
    row("dhcpcd is started for one card only", R"sh(
must "stage" stage_bridge
echo '{ path=/usr/sbin/dhcpcd ; argv[]=/usr/sbin/dhcpcd -q -w ; ignore_errors=no }' >"$work/exec"
must "check" check
echo '{ path=/usr/sbin/dhcpcd ; argv[]=/usr/sbin/dhcpcd -q eth0 ; ignore_errors=no }' >"$work/exec"
refused 'dhcpcd.service')sh");
    row("ifupdown alone: the card is brought up by our stanza, and the owner's stays", R"sh(
owner=ifupdown
states="networking loaded enabled
tailscaled loaded enabled"
stanzas='mapping eth0
    script /bin/grep
    map twinlan-eth0
allow-hotplug eth0 br_lan
iface twinlan-eth0 inet manual
    pre-up ip link set dev $IFACE master br_lan up
iface br_lan inet dhcp
'
paths="$paths /etc/network/interfaces.d/twinlan-bridge"
stage_stanzas() { script stage-files /etc/network/interfaces.d/twinlan-bridge 644 whole "$(sum "$stanzas")" "$(b64 "$stanzas")"; }
printf 'source /etc/network/interfaces.d/*\nallow-hotplug eth0\niface eth0 inet dhcp\n' >/etc/network/interfaces
mkdir -p /run/network && echo eth0=eth0 >/run/network/ifstate && echo eth0 >/run/network/ifstate.eth0
now=$(picture)
must "stage" stage_stanzas
must "check" check
says_enabled ''
[ "$(picture)" = "$now" ] && [ ! -e /var/lib/twinlan/staged/tree ] || fail "$(picture)"
[ "$(cat /run/network/ifstate)" = eth0=eth0 ] || fail "what ifupdown knows of this boot"
printf 'source /etc/network/interfaces.d/*.cfg\niface eth0 inet dhcp\n' >/etc/network/interfaces
now=$(picture)
refused '/etc/network/interfaces: br_lan'
printf 'mapping eth*\n    script /bin/false\nsource /etc/network/interfaces.d/*\niface eth0 inet dhcp\n' >/etc/network/interfaces
now=$(picture)
refused '/etc/network/interfaces: eth0')sh");
    for (const char *state : { "loaded disabled", "masked masked", "loaded enabled-runtime" })
        QTest::addRow("networking is %s: the switch has it start with the Pi, and the way back undoes that", state)
            << pi + QByteArray("states=$(printf '%s\\n' \"$states\" | sed 's/^networking .*/networking ") + state + R"sh(/')
echo >/lib/systemd/system/networking.service
case $states in *masked*) ln -s /dev/null /etc/systemd/system/networking.service ;; esac
mkdir -p /etc/systemd/system/multi-user.target.wants
links() { find /etc/systemd/system -type l -printf '%p %l\n' | sort; }
links_before=$(links)
must "back up" back_up; must "stage" stage_bridge
must "check" check
says_enabled 'networking /lib/systemd/system/networking.service'
must "arm" arm; must "place" place
sed -n '/^enable_at_boot()/,/^}/p' "$scripts/switch-over.sh" >"$work/enable.sh"
base=/var/lib/twinlan; . "$work/enable.sh"
must "enable" enable_at_boot
must "enable again" enable_at_boot
[ "$(readlink /etc/systemd/system/multi-user.target.wants/networking.service)" = /lib/systemd/system/networking.service ] || fail "no link"
[ ! -L /etc/systemd/system/networking.service ] || fail "still masked"
must "timer" rollback timer
rm -f /etc/systemd/system/*twinlan*
[ "$(links)" = "$links_before" ] || fail "$(links)"
[ ! -e /var/lib/twinlan/enabled ] || fail "the note is left")sh";
    row("a service that must run is not there, or for this boot only", R"sh(
must "stage" stage_bridge
well=$states
states=$(printf '%s\n' "$well" | sed 's/^networking .*/networking not-found/')
refused networking.service
states=$(printf '%s\n' "$well" | sed 's/^tailscaled .*/tailscaled loaded transient/')
refused tailscaled.service)sh");
    row("NetworkManager's own files would leave the card or the bridge alone", R"sh(
owner=networkmanager
must "stage" stage_bridge
configured() { printf '#!/bin/sh\nprintf "[keyfile]\\n%s\\n"\n' "$1" >"$work/bin/NetworkManager"; chmod +x "$work/bin/NetworkManager"; }
for line in '' unmanaged-devices=interface-name:wlan0 'unmanaged-devices=*,except:type:ethernet,except:type:bridge' \
    'unmanaged-devices=mac:00:11:22:33:44:55;interface-name:veth*' 'unmanaged-devices=eth1' 'unmanaged-devices=type:wifi' 'path=/etc/x'; do
    configured "$line"
    must "with $line" check
done
for line in unmanaged-devices=eth0 'unmanaged-devices=interface-name:eth*' 'unmanaged-devices=interface-name:br*' 'unmanaged-devices=*,except:type:wifi' \
    'unmanaged-devices=wlan0;type:bridge' 'unmanaged-devices=*,except:interface-name:eth0'; do
    configured "$line"
    refused "$line"
done)sh");
    row("a profile of the owner's comes before ours", R"sh(
owner=networkmanager
must "stage" stage_bridge
cat >"$work/bin/nmcli" <<'END'
#!/bin/sh
case "$*" in
'-t -f '*) cat "$work/profiles" ;;
*id-of-*) printf 'my profile\n%s\n' "$(cat "$work/card")" ;;
esac
END
for line in id-of-x:802-3-ethernet:yes:99 id-of-x:802-3-ethernet:no:200 id-of-x:802-11-wireless:yes:200 id-of-x:802-3-ethernet:yes:-999; do
    echo $line >"$work/profiles"; echo eth0 >"$work/card"
    must "with $line" check
done
echo id-of-x:802-3-ethernet:yes:200 >"$work/profiles"; echo eth1 >"$work/card"
must "for another card" check
for card in eth0 ''; do
    echo "$card" >"$work/card"
    refused 'my profile, autoconnect-priority=200'
done)sh");
    row("netplan's files give the card to somebody else at the next boot", R"sh(
owner=networkmanager
command -v netplan-generate >/dev/null || fail "netplan's generator is not here"
mkdir -p /usr/libexec && mount -t tmpfs none /usr/libexec && mkdir /usr/libexec/netplan && ln -s "$(command -v netplan-generate)" /usr/libexec/netplan/generate
must "stage" stage_bridge
mkdir -p /etc/netplan && rm -f /etc/netplan/*
printf 'network: { version: 2, renderer: NetworkManager, ethernets: { eth0: { dhcp4: true } } }\n' >/etc/netplan/50.yaml; chmod 600 /etc/netplan/50.yaml
must "NetworkManager" check
printf 'network: { version: 2, ethernets: { eth0: { dhcp4: true } } }\n' >/etc/netplan/50.yaml
refused systemd-networkd)sh");
}

void TestNextBootSh::scripts()
{
    QFETCH(QByteArray, body);
    if (const QByteArray said = test::runInSandbox(body); !said.isEmpty())
        QFAIL(said);
}

QTEST_GUILESS_MAIN(TestNextBootSh)
#include "tst_nextboot_sh.moc"
