// SPDX-License-Identifier: GPL-3.0-or-later
// The boot guard over a real card, bridge and router: in a network namespace of its own, with a second one as the router. systemctl and
// ifup do what the services would, as far as the row lets them. Its patience is a twentieth of the real one.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

// A Pi that is set up; then a boot, of which each row says how far it came. The guard runs in the background.
constexpr char pi[] = R"sh(
rm "$work/bin/ip" "$work/bin/arping" "$work/bin/sleep"
conf='BRIDGE=br_lan
PORT=eth0
MAC=b8:27:eb:00:00:01
'
set_up
must "confirm" script confirm
wants=/etc/systemd/system/multi-user.target.wants
mkdir -p $wants && ln -s ../twinlan-tunnel.service $wants/twinlan-tunnel.service
after=$(picture)
sed 's/^repair_after=40 give_back_after=80/repair_after=2 give_back_after=4/' "$scripts/boot-guard.sh" >"$work/guard.sh"
grep -q '^repair_after=2 ' "$work/guard.sh" || fail "its patience is written otherwise"
cat >"$work/bin/systemctl" <<'END'
#!/bin/sh
[ "$1" != is-active ] || { cat "$work/is-active" 2>/dev/null; exit; }
echo "systemctl $*" >>"$work/asked"
[ "$*" = 'restart dhcpcd' ] || exit 0
card=eth0
! grep -q '^denyinterfaces eth0' /etc/dhcpcd.conf || { [ ! -e "$work/dhcpcd-is-broken" ] && card=br_lan; } || exit 0
ping -n -q -c 1 -W 1 192.168.1.1 >/dev/null 2>&1
ip addr replace 192.168.1.10/24 dev $card && ip route replace default via 192.168.1.1 dev $card
END
cat >"$work/bin/ifup" <<'END'
#!/bin/sh
echo "ifup $*" >>"$work/asked"
grep -q '^auto br_lan' /etc/network/interfaces.d/twinlan && [ ! -e "$work/ifup-is-broken" ] || exit 1
ip link add br_lan type bridge && ip link set eth0 master br_lan && ip link set eth0 up && ip link set br_lan up
END
printf '#!/bin/sh\n' >"$work/bin/ifdown"
chmod +x "$work/bin/ifup" "$work/bin/ifdown"
mount -t sysfs none /sys || fail "no network of its own"
unshare --net sleep 60 & router=$!
trap 'kill $router $guard 2>/dev/null' EXIT
guard=''
sleep 0.3
router() { nsenter --net=/proc/$router/ns/net "$@"; }
ip link set lo up
ip link add eth0 address b8:27:eb:00:00:01 type veth peer name r0 && ip link set r0 netns $router || fail "no card"
router ip addr add 192.168.1.1/24 dev r0
router ip link set r0 up
ip link set eth0 up
bridge() { ip link add br_lan address b8:27:eb:00:00:01 type bridge forward_delay 0; ip link set br_lan up; ip link set eth0 master br_lan; }
served() { ip addr add 192.168.1.10/24 dev br_lan; ip route add default via 192.168.1.1; }
known() { echo 192.168.1.1 >/var/lib/twinlan/router; }
state() { cat /run/twinlan-boot 2>/dev/null; }
start_guard() { : >"$work/asked"; sh "$work/guard.sh" >"$work/told" 2>&1 & guard=$!; }
within() { # SECONDS WHAT COMMAND…
    tenths=$(($1 * 10)) what=$2; shift 2
    until "$@"; do [ $tenths -gt 0 ] || fail "$what: $(state) $(cat "$work/told")"; sleep 0.1; tenths=$((tenths - 1)); done
}
says() { [ "$(state)" = "$1" ]; }
is_over() { ! kill -0 $guard 2>/dev/null; }
changed_nothing() { [ "$(picture)" = "$after" ] && [ ! -s "$work/asked" ] && [ ! -e /var/lib/twinlan/given-back ] || fail "it did something: $(cat "$work/asked" "$work/told")"; }
)sh";

} // namespace

class TestBootGuardSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scripts_data();
    void scripts();
};

void TestBootGuardSh::scripts_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << pi + QByteArray(body); };

    row("the boot went well: it notes the router, and ends", R"sh(
bridge; served
start_guard
within 5 "its end" is_over
says fine || fail "$(state)"
[ "$(cat /var/lib/twinlan/router)" = 192.168.1.1 ] || fail "router"
changed_nothing)sh");
    row("the owner has given it an address and no router", R"sh(
bridge; ip addr add 192.168.1.10/24 dev br_lan
start_guard
within 5 "its end" is_over
says fine || fail "$(state)"
changed_nothing)sh");
    row("nobody asks for an address on the bridge: the service is started again", R"sh(
bridge; known
start_guard
within 20 "repaired" says repaired
[ "$(picture)" = "$after" ] && [ ! -e /var/lib/twinlan/given-back ] || fail "$(picture)"
ip -4 addr show dev br_lan | grep -q 192.168.1.10 || fail "no address")sh");
    row("the network's service does not run: nothing to wait for", R"sh(
bridge; known
echo inactive >"$work/is-active"
sed -i 's/^repair_after=2 /repair_after=40 /' "$work/guard.sh"
start_guard
within 10 "repaired" says repaired
ip -4 addr show dev br_lan | grep -q 192.168.1.10 || fail "no address")sh");
    row("it is only slow: waited for", R"sh(
bridge; known
echo activating >"$work/is-active"
sed -i 's/^repair_after=2 /repair_after=40 /' "$work/guard.sh"
start_guard
sleep 10
says looking || fail "$(state)"
changed_nothing)sh");
    row("nobody makes the bridge: it is made", R"sh(
known
start_guard
within 20 "repaired" says repaired
[ "$(picture)" = "$after" ] || fail "$(picture)"
[ -e /sys/class/net/br_lan/brif/eth0 ] || fail "no port")sh");
    row("a file of ours is damaged: it is as it was, and the bridge is made of it", R"sh(
known
: >/etc/network/interfaces.d/twinlan
start_guard
within 20 "repaired" says repaired
[ "$(picture)" = "$after" ] || fail "$(picture)")sh");
    for (const char *damage : { ":>", "rm -f ", "printf '\\0\\0\\n' >" })
        QTest::addRow("a file of the tunnel's is lost (%s): laid there again, although the LAN is served", damage) << pi + QByteArray("bridge; served\n") + damage + R"sh(/etc/twinlan/tunnel.conf
start_guard
within 5 "its end" is_over
says fine || fail "$(state)"
[ "$(picture)" = "$after" ] || fail "$(picture)"
grep -q 'restart twinlan-tunnel' "$work/asked" || fail "the tunnel was not started again")sh";
    row("ifupdown alone: whoever asks for the bridge asks anew", R"sh(
sed -i 's,/etc/network/interfaces.d/twinlan$,/etc/network/interfaces.d/twinlan-bridge,' /var/lib/twinlan/kept/manifest
mv /etc/network/interfaces.d/twinlan /etc/network/interfaces.d/twinlan-bridge
cat >"$work/bin/systemd-run" <<'END'
#!/bin/sh
echo "systemd-run $*" >>"$work/asked"
[ -e /sys/class/net/br_lan/brif/eth0 ] || { ip link add br_lan type bridge; ip link set eth0 master br_lan up; ip link set br_lan up; }
ip addr replace 192.168.1.10/24 dev br_lan && ip route replace default via 192.168.1.1 dev br_lan
END
known
ip addr add 192.168.1.10/24 dev eth0 # as the owner's own stanza has it, where ours was not read
start_guard
within 20 "repaired" says repaired
grep -q '^systemd-run .*/sbin/ifup --force --ignore-errors eth0 br_lan$' "$work/asked" || fail "$(cat "$work/asked")"
[ -z "$(ip -4 -o addr show dev eth0)" ] || fail "$(ip addr)")sh");
    row("somebody has written into a file of ours, and the LAN is served: that stays", R"sh(
bridge; served
echo '# a note' >>/etc/twinlan/tunnel.conf
after=$(picture)
start_guard
within 5 "its end" is_over
says fine || fail "$(state)"
changed_nothing)sh");
    row("our block is gone from a file of somebody's", R"sh(
known
echo hostname >/etc/dhcpcd.conf
start_guard
within 20 "repaired" says repaired
[ "$(picture)" = "$after" ] || fail "$(picture)")sh");
    for (const char *broken : { "ifup", "dhcpcd" })
        QTest::addRow("repairing does not help (%s): the card has its own configuration again", broken) << pi + QByteArray("touch \"$work/") + broken + R"sh(-is-broken"
known
case $(ls "$work") in *dhcpcd-is-broken*) bridge; why=no-address ;; *) why=no-bridge ;; esac
start_guard
within 20 "given back" says given-back
within 5 "its end" is_over
[ "$(cat /var/lib/twinlan/given-back)" = $why ] || fail "$(cat /var/lib/twinlan/given-back)"
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ -e /var/lib/twinlan/original/manifest ] && [ -e /var/lib/twinlan/aside/etc/network/interfaces.d/twinlan ] || fail "the backup, or what was set aside, is gone"
ip -4 addr show dev eth0 | grep -q 192.168.1.10 || fail "no address"
: >"$work/asked"
start_guard
within 3 "once only" is_over
[ ! -s "$work/asked" ] || fail "$(cat "$work/asked")"
must "remove" /usr/local/lib/twinlan/rollback.sh remove
[ ! -e /var/lib/twinlan ] || fail "something is left")sh";
    row("the router is off: it waits, and when the router is there again it repairs", R"sh(
bridge; known
router ip addr flush dev r0
start_guard
within 10 "waits" says waiting:router
sleep 8
says waiting:router || fail "$(state)"
changed_nothing
router ip addr add 192.168.1.1/24 dev r0
within 30 "repaired" says repaired)sh");
    row("the router is off, and there is no bridge either: nothing is given back, because the card would have no router", R"sh(
known
touch "$work/ifup-is-broken"
router ip addr flush dev r0
start_guard
within 10 "waits" says waiting:router
sleep 8
says waiting:router || fail "$(state)"
changed_nothing)sh");
    row("no cable", R"sh(
bridge; known
router ip link set r0 down
start_guard
within 10 "waits" says waiting:cable
sleep 6
changed_nothing
served
router ip link set r0 up
within 10 "fine" says fine)sh");
    row("no card yet: one that comes 20 s late is waited for", R"sh(
known
ip link set eth0 netns $router
start_guard
within 5 "waits" says waiting:card
sleep 6
changed_nothing
router ip link set eth0 netns $$
within 20 "repaired" says repaired)sh");
    row("a setup is at work: its timer is the one that decides", R"sh(
known
touch /var/lib/twinlan/armed
start_guard
within 3 "waits" says waiting:setup
sleep 6
changed_nothing
rm /var/lib/twinlan/armed; bridge; served
within 5 "fine" says fine)sh");
    row("after a rollback there is nothing to guard", R"sh(
rm /var/lib/twinlan/confirmed
start_guard
within 3 "its end" is_over
changed_nothing)sh");
}

void TestBootGuardSh::scripts()
{
    QFETCH(QByteArray, body);
    if (const QByteArray said = test::runInSandbox(body); !said.isEmpty())
        QFAIL(said);
}

QTEST_GUILESS_MAIN(TestBootGuardSh)
#include "tst_bootguard_sh.moc"
