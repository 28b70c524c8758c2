// SPDX-License-Identifier: GPL-3.0-or-later
// A rollback that cannot lie: full, read-only and cut-off disks, locks that others hold, a switch that is slow. With real files, as in
// tst_safety_sh.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char helpers[] = R"sh(
# An /etc with little room, as an SD card has it; what is kept of it lies on the same one.
small_etc() {
    mkdir "$work/small" && mount -t tmpfs -o size=512k none "$work/small"
    mkdir -p "$work/small/network/interfaces.d" "$work/small/systemd/system" "$work/small/modules-load.d" "$work/small/state"
    cp -a /etc/alternatives /etc/passwd /etc/group /etc/nsswitch.conf /etc/dhcpcd.conf /etc/modules "$work/small"
    mount --move "$work/small" /etc
    ln -s /etc/state /var/lib/twinlan
    picture() { for f in $paths; do stat -c '%n %a %U' "$f" 2>/dev/null && cat "$f"; done; find /etc -path /etc/state -prune -o -name '*twinlan*' -print | sort; }
    before=$(picture)
}
refill() { cat /dev/zero >>/etc/log 2>/dev/null; } # until no byte more fits
logger() { while :; do refill; done; }
is_full() { ! (head -c 4096 /dev/zero >/etc/probe) 2>/dev/null || fail "there is room"; rm -f /etc/probe; }
keeps_the_way_back() { [ -e /var/lib/twinlan/$1/manifest ] && [ -e /usr/local/lib/twinlan/rollback.sh ] && [ -e /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service ] || fail "the way back is gone"; }
nothing_beside() { [ -z "$(find /etc /usr/local/lib -name '*.twinlan*')" ] || fail "left: $(find /etc /usr/local/lib -name '*.twinlan*')"; }
nothing_of_ours() { [ ! -e /var/lib/twinlan ] && [ ! -e /usr/local/lib/twinlan ] && [ -z "$(find /etc -name '*twinlan*')" ] || fail "something of ours is left"; }
confirmed() { set_up; must "confirm" script confirm; nothing_beside; }
# Kills the shell that starts PROGRAM for the Nth time: before that one has done its work, or just after it.
cut_at() { # PROGRAM N before|after
    rm -f "$work/count"
    real=$(PATH=/usr/bin:/bin command -v "$1")
    {
        printf '#!/bin/sh\necho >>"$work/count"\n[ "$(wc -l <"$work/count")" = %s ] || exec %s "$@"\n' "$2" "$real"
        [ "$3" = before ] || printf '%s "$@"\n' "$real"
        echo 'kill -KILL $PPID'
    } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
# All that a rollback changes, each time as it is now.
again_and_again() { # PROGRAM COMMAND…   killed at each point, gone on with at boot
    program=$1; shift
    units=etc/systemd/system
    changes="var/lib/twinlan usr/local/lib/twinlan etc/twinlan etc/dhcpcd.conf etc/modules etc/network/interfaces.d etc/modules-load.d
        $units/twinlan-rollback.service $units/sysinit.target.wants/twinlan-rollback.service"
    tar -C / -cf "$work/state.tar" $changes $(cd /; ls etc/.*.twinlan-* 2>/dev/null)
    n=0 cuts=0 rc=137 setup=$(picture)
    while [ $rc = 137 ]; do
        n=$((n + 1))
        for when in before after; do
            (cd /; rm -rf $changes /etc/.*.twinlan-* /run/twinlan*; tar -xpf "$work/state.tar")
            cut_at "$program" $n $when
            (exec >"$work/said" 2>&1; "$@"); rc=$?
            rm "$work/bin/$program"
            [ $rc = 137 ] || continue # it came to its end: no Nth time
            cuts=$((cuts + 1))
            rm -rf /run/twinlan*
            # Before its note is written, nothing but copies has come about; and somebody asks again.
            [ "$2" != remove ] || [ -L /var/lib/twinlan/removing ] || [ "$(picture | grep -v twinlan-first)" != "$setup" ] || must "again" rollback remove
            if [ -e /usr/local/lib/twinlan/rollback.sh ]; then must "boot" rollback boot; fi
            [ "$(picture)" = "$before" ] || fail "cut $when $program no. $n: $(picture)"
            [ ! -e /var/lib/twinlan/armed ] && [ ! -L /var/lib/twinlan/removing ] || fail "cut $when $program no. $n: still armed"
            nothing_beside
        done
    done
    [ $cuts -gt 0 ] || fail "$program was never started"
    echo "$cuts cuts"
}
# A switch whose `ip -batch` takes its time, and a timer that waits for less than a minute.
slow_switch() { # SECONDS
    printf '#!/bin/sh\necho "ip $* begins" >>"$work/asked"\ncase $* in "-batch /run/twinlan-switch.batch") /bin/sleep %s; echo "switched late" >>"$work/asked" ;; esac\n' "$1" >"$work/bin/ip"
    printf '#!/bin/sh\n[ "$1" != -w ] || { [ "$2" -lt %s ] || set -- -w %s "$3"; }\nexec /usr/bin/flock "$@"\n' 5 "${2:-5}" >"$work/bin/flock"
    chmod +x "$work/bin/flock"
    must "back up" back_up; must "stage" stage; must "arm" arm
    : >"$work/asked"
    script switch-over br_lan eth0 b8:27:eb:00:00:01 >"$work/switched" 2>&1 & switch=$!
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do grep -q 'twinlan-switch.batch begins' "$work/asked" && break; /bin/sleep 0.2; done
    grep -q 'twinlan-switch.batch begins' "$work/asked" || fail "the switch has not begun: $(cat "$work/switched")"
}
)sh";

} // namespace

class TestRollbackSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
};

void TestRollbackSh::row_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const QByteArray &name, const QByteArray &body) { QTest::newRow(name) << QByteArray(helpers) + body; };
    const auto eachMode = [&](const char *name, std::initializer_list<const char *> modes, const char *body) {
        for (const char *mode : modes)
            row(QByteArray(name) + ": " + mode, QByteArray("mode=") + mode + '\n' + body);
    };

    // R1: the disk.
    eachMode("a disk that a logger fills again and again", { "timer", "boot", "now" }, R"sh(
small_etc
set_up
refill; is_full
logger & filling=$!
must "rollback" rollback $mode
kill $filling
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan/armed ] || fail "still armed"
nothing_beside)sh");
    row("a full disk does not keep a second setup's files either", R"sh(
small_etc
confirmed
first=$(picture)
set_up
refill; is_full
must "timer" rollback timer
[ "$(picture)" = "$first" ] || fail "$(picture)"
nothing_beside)sh");
    row("everything is taken back on a full disk", R"sh(
small_etc
confirmed
refill; is_full
logger & filling=$!
must "remove" rollback remove
kill $filling
rm /var/lib/twinlan 2>/dev/null
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("where there is no room to get ready, Remove changes nothing", R"sh(
small_etc
rm /var/lib/twinlan
confirmed
after=$(picture)
refill; is_full
fails_with DiskFull rollback remove
[ "$(picture)" = "$after" ] || fail "$(picture)"
! grep -q 'stop twinlan-tunnel' "$work/asked" || fail "stopped"
keeps_the_way_back original
rm /etc/log
must "with room" rollback remove
[ "$(picture)" = "$before" ] || fail "$(picture)"
nothing_of_ours)sh");
    row("no room for what a rollback needs: nothing is armed that could not go back", R"sh(
small_etc
must "back up" back_up; must "stage" stage
refill; is_full
fails_with DiskFull arm
must "rollback" rollback now
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    eachMode("a disk that takes nothing any more", { "timer", "boot", "now" }, R"sh(
set_up
after=$(picture)
mount -o remount,ro /etc
fails_with RollbackIncomplete rollback $mode
grep -q '^detail=.*/etc/modules' "$work/said" || fail "$(cat "$work/said")"
[ -e /var/lib/twinlan/armed ] || fail "disarmed"
keeps_the_way_back previous
mount -o remount,rw /etc
must "the next boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -e /var/lib/twinlan/armed ] || fail "still armed")sh");
    row("Remove from a disk that takes nothing changes nothing", R"sh(
confirmed
after=$(picture)
mount -o remount,ro /etc
fails_with DiskReadOnly rollback remove
keeps_the_way_back original
mount -o remount,rw /etc
[ "$(picture)" = "$after" ] || fail "$(picture)"
must "remove" rollback remove
[ "$(picture)" = "$before" ] || fail "$(picture)"
nothing_of_ours)sh");
    row("a setup on a disk that takes nothing is refused first", R"sh(
mount -o remount,ro /etc
fails_with DiskReadOnly back_up
[ ! -e /var/lib/twinlan ] || fail "something was written")sh");
    eachMode("a file that cannot be brought back", { "timer", "boot", "now", "remove" }, R"sh(
[ $mode = remove ] && { confirmed; kept=original; } || { set_up; kept=previous; }
cp -a /var/lib/twinlan/$kept/files/etc/modules "$work/kept"
rm -f /var/lib/twinlan/$kept/files/etc/modules /etc/.modules.twinlan-old
fails_with RollbackIncomplete rollback $mode
grep -qx 'detail=/etc/modules *' "$work/said" || fail "$(cat "$work/said")"
keeps_the_way_back $kept
cp -a "$work/kept" /var/lib/twinlan/$kept/files/etc/modules
[ $mode = remove ] && next=remove || next=boot
must "again" rollback $next
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("a copy that is damaged is not put in place of a file", R"sh(
set_up
placed=$(cat /etc/modules)
echo rot >>/var/lib/twinlan/previous/files/etc/modules; echo rot >>/etc/.modules.twinlan-old
fails_with RollbackIncomplete rollback timer
[ "$(cat /etc/modules)" = "$placed" ] || fail "$(cat /etc/modules)")sh");
    row("a list that cannot be read is no empty list", R"sh(
set_up
mv /var/lib/twinlan/previous/manifest "$work/manifest"
fails_with RollbackIncomplete rollback timer
[ -e /var/lib/twinlan/armed ] || fail "disarmed"
mv "$work/manifest" /var/lib/twinlan/previous/manifest
must "again" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("mode and owner count as well", R"sh(
set_up
chmod 640 /etc/.dhcpcd.conf.twinlan-old
must "timer" rollback timer
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("tried again, it leaves the network alone until there is something new", R"sh(
set_up
mount -o remount,ro /etc
fails_with RollbackIncomplete rollback timer
grep -q 'systemctl start dhcpcd' "$work/asked" || fail "the first time it goes back: $(cat "$work/asked")"
: >"$work/asked"
fails_with RollbackIncomplete rollback timer
! grep -q systemctl "$work/asked" || fail "$(cat "$work/asked")"
mount -o remount,rw /etc
must "timer" rollback timer
grep -q 'systemctl stop twinlan-rollback-timer.timer' "$work/asked" || fail "the timer goes on")sh");
    row("the timer runs again and again until all is back", R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
grep -q '^systemd-run .*--on-active=120s --on-unit-active=60s ' "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("what is added to the first backup is added whole", R"sh(
confirmed
echo 'auto lo' >/etc/network/interfaces
mount -t tmpfs -o size=64k none /var/lib/twinlan/original/files/etc
printf '#!/bin/sh\ncase $* in */original/*) exit 1 ;; esac\nexec /bin/cp "$@"\n' >"$work/bin/cp"; chmod +x "$work/bin/cp"
fails_with CommandFailed script back-up $paths /etc/network/interfaces
! grep -q 'etc/network/interfaces$' /var/lib/twinlan/original/manifest || fail "a line without its file")sh");

    // R2, and that each step repeats itself: cut at each point.
    for (const char *program : { "mv", "rm", "cp", "ln", "sync" })
        row("power fails in the middle of Remove, at each " + QByteArray(program), QByteArray("confirmed\nagain_and_again ") + program + " rollback remove");
    for (const char *program : { "mv", "rm", "sync" })
        row("power fails in the middle of the timer's rollback, at each " + QByteArray(program), QByteArray("set_up\nagain_and_again ") + program + " rollback timer");
    row("what a cut-off Remove was to do with packages is done once the Pi has started", R"sh(
confirmed
ln -s packages /var/lib/twinlan/removing
rm /etc/network/interfaces.d/twinlan # as far as it came
must "boot" rollback boot
[ "$(picture | grep -v twinlan-rollback)" = "$before" ] || fail "$(picture)"
grep -qx 'systemd-run -q --no-block .*/rollback.sh remove packages' "$work/asked" || fail "$(cat "$work/asked")"
fails_with RollbackIncomplete back_up
must "then" rollback remove
nothing_of_ours)sh");
    row("Tailscale goes with the packages, but not before it is said", R"sh(
confirmed
printf '#!/bin/sh\necho installed tailscale; echo installed nftables; echo installed bash\n' >"$work/bin/dpkg-query"
printf '#!/bin/sh\necho "apt-get $*" >>"$work/asked"\n' >"$work/bin/apt-get"
chmod +x "$work/bin/apt-get" "$work/bin/dpkg-query"
printf 'nftables\ntailscale\n' >/var/lib/twinlan/packages
printf '/etc/apt/sources.list.d/tailscale.list\n' >/var/lib/twinlan/tailscale; : >/etc/apt/sources.list.d/tailscale.list
# What systemd-run is to do later is kept, word by word.
printf '#!/bin/sh\nwhile [ "$1" != sh ]; do shift; done; shift 2; printf %%s "$1" >"$work/later"; shift 2; echo "$*" >"$work/later-of"\n' >"$work/bin/systemd-run"
must "remove" rollback remove packages
grep -qx packages=leaving "$work/said" || fail "$(cat "$work/said")"
! grep -q 'apt-get .*purge' "$work/asked" || grep -q simulate "$work/asked" || fail "$(cat "$work/asked")"
nothing_of_ours
[ -e /etc/apt/sources.list.d/tailscale.list ] || fail "too early"
: >"$work/asked"
# shellcheck disable=SC2046
must "later" sh -c "$(cat "$work/later")" sh $(cat "$work/later-of")
[ "$(tr '\n' ';' <"$work/asked")" = "tailscale logout;apt-get -q -y -o DPkg::Lock::Timeout=120 purge nftables tailscale;" ] || fail "$(cat "$work/asked")"
[ ! -e /etc/apt/sources.list.d/tailscale.list ] || fail "the archive stays")sh");
    row("a Remove that has begun is not outdone by the timer", R"sh(
confirmed
set_up
ln -s files /var/lib/twinlan/removing
after=$(picture)
must "timer" rollback timer
[ "$(picture)" = "$after" ] || fail "$(picture)"
must "boot" rollback boot
[ "$(picture)" = "$before" ] || fail "$(picture)"
nothing_of_ours)sh");
    row("an older setup's Remove is armed too", R"sh(
confirmed
rm /etc/systemd/system/sysinit.target.wants/twinlan-rollback.service /etc/systemd/system/twinlan-rollback.service
arm_removal() { script arm-rollback removal "$(base64 -w0 "$scripts/rollback.sh")" "$(base64 -w0 "$scripts/twinlan-rollback.service")"; }
must "arm" arm_removal
keeps_the_way_back original
must "remove" rollback remove
nothing_of_ours
must "arm where nothing is ours" arm_removal
nothing_of_ours)sh");

    // The boot guard takes the card down when it repairs, and lays our files down anew.
    const QByteArray guardEnds = R"sh(
cat >"$work/bin/systemctl" <<END
#!/bin/sh
echo "systemctl \$*" >>"$work/asked"
case \$* in "stop twinlan-boot") [ ! -e /etc/network/interfaces.d/twinlan ] || echo ended while the files were ours >>"$work/asked" ;; esac
END
chmod +x "$work/bin/systemctl"
ended() { grep -qx 'ended while the files were ours' "$work/asked"; }
)sh";
    for (const char *mode : { "timer", "now" })
        row("the boot guard is ended before the rollback begins, " + QByteArray(mode), "set_up" + guardEnds + "must going-back rollback " + mode + "\nmust ended-first ended");
    row("the boot guard is ended before Remove begins", "confirmed" + guardEnds + "must going-back rollback remove\nmust ended-first ended\nnothing_of_ours");
    row("the boot guard does not end itself", "confirmed" + guardEnds + R"sh(
must going-back rollback giveback
! grep -q 'systemctl stop twinlan-boot' "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("the boot guard is ended before a switch", "confirmed" + guardEnds + R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
touch /etc/systemd/system/twinlan-boot.service # of the setup before
script switch-over br_lan eth0 b8:27:eb:00:00:01 >"$work/switched"
must ended-first ended)sh");

    // R3: the switch.
    row("the timer waits for a switch that works", R"sh(
slow_switch 2
rollback timer >"$work/said" 2>&1; rc=$?
wait $switch
[ $rc = 0 ] || fail "timer: $(cat "$work/said")"
grep -qx 'switched=yes' "$work/switched" || fail "$(cat "$work/switched")"
grep -n 'switched late\|systemctl stop twinlan-tunnel' "$work/asked" | head -n 1 | grep -q 'switched late' || fail "$(cat "$work/asked")"
[ "$(picture)" = "$before" ] || fail "$(picture)"
[ ! -L /etc/systemd/system/multi-user.target.wants/twinlan-tunnel.service ] || fail "the tunnel would start at boot")sh");
    row("a switch that hangs is ended", R"sh(
slow_switch 1000 1
rollback timer >"$work/said" 2>&1; rc=$?
wait $switch && fail "switched"
[ $rc = 0 ] || fail "timer: $(cat "$work/said")"
grep -qx 'error=RolledBack' "$work/switched" || fail "$(cat "$work/switched")"
! grep -q 'switched late' "$work/asked" || fail "it went on"
grep -q 'systemctl start dhcpcd' "$work/asked" || fail "dhcpcd was killed and does not run: $(cat "$work/asked")"
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");
    row("a switch that finds the timer at work changes nothing", R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
(exec 9>>/run/twinlan-safety.lock; /usr/bin/flock 9; touch "$work/held"; /bin/sleep 2; rm /var/lib/twinlan/armed) & # as the timer does
until [ -e "$work/held" ]; do /bin/sleep 0.1; done
laid=$(picture)
fails_with RolledBack script switch-over br_lan eth0 b8:27:eb:00:00:01
[ "$(picture)" = "$laid" ] || fail "$(picture)"
! grep -q '^ip -batch' "$work/asked" || fail "$(cat "$work/asked")")sh");
    row("a switch that fails and cannot be put back says that", R"sh(
must "back up" back_up; must "stage" stage; must "arm" arm
printf '#!/bin/sh\ncase $* in -batch*) exit 1 ;; esac\n' >"$work/bin/ip"
rm /var/lib/twinlan/previous/files/etc/modules /etc/.modules.twinlan-old
fails_with RollbackIncomplete script switch-over br_lan eth0 b8:27:eb:00:00:01
[ -e /var/lib/twinlan/armed ] || fail "disarmed")sh");

    // R4: the locks.
    row("nobody but root can hold the lock", R"sh(
set_up
must "timer" rollback timer
: >/run/open # a lock as it was before
nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups sh -c "exec 9<$1 && /usr/bin/flock -n 9" 2>/dev/null; }
nobody /run/open || fail "the trial itself does not work"
held_by_nobody() { for f in /run/*lock*; do if nobody "$f"; then fail "$1: $(stat -c '%n %a %U' "$f")"; fi; done; }
held_by_nobody "the rollback's"
rm /run/*lock*
set_up
must "confirm" script confirm
held_by_nobody "the confirmation's"
rm /run/*lock*
must "back up" back_up; must "stage" stage; must "arm" arm
must "switch" script switch-over br_lan eth0 b8:27:eb:00:00:01
held_by_nobody "the switch's")sh");
    row("and whoever holds it, the Pi goes back", R"sh(
set_up
printf '#!/bin/sh\n[ "$1" != -w ] || set -- -w 1 "$3"\nexec /usr/bin/flock "$@"\n' >"$work/bin/flock"; chmod +x "$work/bin/flock"
(exec 9>>/run/twinlan-safety.lock; /usr/bin/flock 9; touch "$work/held"; exec /bin/sleep 100) & holder=$!
until [ -e "$work/held" ]; do /bin/sleep 0.1; done
fails_with RolledBack script confirm
must "timer" rollback timer
kill $holder
[ "$(picture)" = "$before" ] || fail "$(picture)")sh");

    // R7: what the kernel was told.
    row("the kernel's settings come back as they were", R"sh(
mount -t tmpfs none /proc/sys/net && mkdir -p /proc/sys/net/bridge /proc/sys/net/ipv6/conf/eth0
called=/proc/sys/net/bridge/bridge-nf-call
settings="sysctl:net/bridge/bridge-nf-call-iptables sysctl:net/bridge/bridge-nf-call-ip6tables sysctl:net/bridge/bridge-nf-call-arptables"
try() { # MODE BEFORE AFTER
    rm -rf /var/lib/twinlan
    if [ "$2" = absent ]; then rm -f $called-*; else for t in ip ip6 arp; do echo "$2" >$called-${t}tables; done; fi
    must "back up" script back-up $paths $settings
    must "stage" stage; must "arm" arm; must "place" place
    for t in ip ip6 arp; do echo 7 >$called-${t}tables; done
    [ "$1" != remove ] || must "confirm" script confirm
    must "$1" rollback "$1"
    for t in ip ip6 arp; do [ "$(cat $called-${t}tables)" = "$3" ] || fail "$*: $t $(cat $called-${t}tables)"; done
}
for mode in timer now remove; do try $mode 0 0; try $mode 1 1; try $mode absent 1; done)sh");
}

void TestRollbackSh::row()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestRollbackSh)
#include "tst_rollback_sh.moc"
