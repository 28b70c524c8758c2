// SPDX-License-Identifier: GPL-3.0-or-later
// Files of somebody's that a setup writes into: links, files without an end to their last line, files from Windows. They stay their
// owner's, and come back byte for byte.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char helpers[] = R"sh(
# The content of $work/owner as that of two files that get blocks, one of them two.
once_and_again() {
    cp "$work/owner" /etc/modules; cp "$work/owner" /etc/dhcpcd.conf
    { cat "$work/owner"; [ -z "$(tail -c 1 "$work/owner")" ] || echo; } >"$work/lines"
    for run in first second third; do
        set_up
        must "confirm" script confirm
        for f in modules dhcpcd.conf; do
            sed '/^# >>> twinlan/,/^# <<< twinlan/d' /etc/$f | cmp - "$work/lines" || fail "$run run, $f: $(cat /etc/$f)"
            [ "$(grep -c '^# >>> twinlan end ' /etc/$f)" = 1 ] && [ "$(grep -c '>>> twinlan end' /etc/$f)" = 1 ] || fail "$run run, $f: $(cat /etc/$f)"
        done
        grep -qx bridge /etc/modules || fail "$(cat /etc/modules)"
        head -n 2 /etc/dhcpcd.conf | grep -qx 'denyinterfaces eth0' || fail "$(cat /etc/dhcpcd.conf)"
    done
    must "remove" rollback remove
    for f in modules dhcpcd.conf; do cmp /etc/$f "$work/owner" || fail "$f: $(cat /etc/$f)"; done
}
# /etc/modules is a link with that text; what it leads to is kept in $work/target by its owner.
boot="$work/boot of mine"
mkdir "$boot" && mount -t tmpfs none "$boot"
linked() { # TEXT TARGET
    printf 'i2c-dev' >"$2"; chmod 640 "$2"; chown 1000:1000 "$2"
    rm /etc/modules; ln -s "$1" /etc/modules
    text=$1 target=$2
    cp -a "$target" "$work/target"
}
as_it_was() {
    [ "$(readlink /etc/modules)" = "$text" ] || fail "the link: $(ls -l /etc/modules)"
    cmp "$target" "$work/target" && [ "$(stat -c '%a %u:%g' "$target")" = "640 1000:1000" ] || fail "its target: $(ls -ln "$target"; cat "$target")"
    [ -z "$(find "$boot" /etc -name '*.twinlan-*')" ] || fail "left: $(find "$boot" /etc -name '*.twinlan-*')"
}
is_placed() {
    [ "$(readlink /etc/modules)" = "$text" ] || fail "no link any more: $(ls -l /etc/modules)"
    [ "$(stat -c '%a %u:%g' "$target")" = "640 1000:1000" ] || fail "its mode: $(ls -ln "$target")"
    [ "$(grep -v '^#' "$target" | tr '\n' ' ')" = 'i2c-dev bridge ' ] || fail "$(cat "$target")"
}
both_ways_back() {
    must "back up" back_up; must "stage" stage
    as_it_was # nothing live before the timer runs
    must "arm" arm
    cmp "$target" "$work/target" || fail "changed before the switch"
    must "place" place
    is_placed
    must "timer" rollback timer
    as_it_was
    for run in first second; do
        set_up; must "confirm" script confirm
        is_placed
    done
    set_up
    must "boot" rollback boot
    is_placed
    must "remove" rollback remove
    as_it_was
}
refused() { # before anything changes
    was=$(ls -l /etc/modules)
    fails_with NotAFile back_up
    grep -qx 'detail=/etc/modules' "$work/said" || fail "$(cat "$work/said")"
    [ "$(ls -l /etc/modules)" = "$was" ] && [ ! -e /var/lib/twinlan ] || fail "something was written"
}
)sh";

} // namespace

class TestOwnersFilesSh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data();
    void row();
};

void TestOwnersFilesSh::row_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(helpers) + body; };

    // what people leave in a file: no end to a line, blank lines, Windows
    row("no end to the last line", R"sh(printf 'snd-bcm2835\ni2c-dev' >"$work/owner"; once_and_again)sh");
    row("one line only, without an end", R"sh(printf 'i2c-dev' >"$work/owner"; once_and_again)sh");
    row("an empty file", R"sh(: >"$work/owner"; once_and_again)sh");
    row("empty lines at the end", R"sh(printf 'i2c-dev\n\n\n' >"$work/owner"; once_and_again)sh");
    row("lines as Windows ends them", R"sh(printf 'snd-bcm2835\r\ni2c-dev\r\n' >"$work/owner"; once_and_again)sh");
    row("lines as Windows ends them, without the last end", R"sh(printf 'snd-bcm2835\r\ni2c-dev' >"$work/owner"; once_and_again)sh");
    row("a long line, and bytes that are no letters", R"sh(
{ head -c 30000 /dev/zero | tr '\0' x; printf '\n# \377\376 %%s \\n & 日本語\n'; head -c 30000 /dev/zero | tr '\0' y; } >"$work/owner"; once_and_again)sh");
    row("a file of our block alone", R"sh(
printf '# >>> twinlan end (written by TwinLAN; Remove takes this block away)\nold\n# <<< twinlan end\n' >/etc/modules
cp /etc/modules "$work/owner"
set_up
printf '# >>> twinlan end (written by TwinLAN; Remove takes this block away)\nbridge\n# <<< twinlan end\n' | cmp - /etc/modules || fail "$(cat /etc/modules)"
must "timer" rollback timer
cmp /etc/modules "$work/owner" || fail "$(cat /etc/modules)")sh");
    row("a block that an earlier version glued to the last line", R"sh(
printf 'i2c-dev# >>> twinlan end (written by TwinLAN; Remove takes this block away)\nold\n# <<< twinlan end\nspi-dev' >/etc/modules
set_up
[ "$(grep -v '^#' /etc/modules | tr '\n' ' ')" = "i2c-dev spi-dev bridge " ] || fail "$(cat /etc/modules)")sh");
    row("a block saved by Windows", R"sh(
printf 'i2c-dev\r\n# >>> twinlan end (written by TwinLAN; Remove takes this block away)\r\nold\r\n# <<< twinlan end\r\n' >/etc/modules
set_up
[ "$(grep -v '^#' /etc/modules | tr -d '\r' | tr '\n' ' ')" = "i2c-dev bridge " ] || fail "$(cat /etc/modules)")sh");
    row("a block that lost its end takes no line of the owner's along", R"sh(
printf 'i2c-dev\n# >>> twinlan end (written by TwinLAN; Remove takes this block away)\nbridge\nspi-dev\n' >/etc/modules
set_up
grep -qx i2c-dev /etc/modules && grep -qx spi-dev /etc/modules || fail "$(cat /etc/modules)"
[ "$(grep -c '>>> twinlan end' /etc/modules)" = 1 ] || fail "$(cat /etc/modules)")sh");

    // links
    row("a link to a file beside it", R"sh(linked modules.mine /etc/modules.mine; both_ways_back)sh");
    row("a link to another file system", R"sh(linked "$boot/modules" "$boot/modules"; both_ways_back)sh");
    row("a link over another link", R"sh(ln -s "$boot/modules" /etc/between; linked between "$boot/modules"; both_ways_back)sh");
    row("a link into a folder that is a link", R"sh(ln -s "$boot" /etc/folder; linked folder/modules "$boot/modules"; both_ways_back)sh");
    row("the other files too", R"sh(
for f in dhcpcd.conf network/interfaces; do
    printf 'auto lo' >"$boot/file"
    rm -f /etc/$f; ln -s "$boot/file" /etc/$f
    stage_it() { script stage-files /etc/$f 644 end "$(sum x)" "$(b64 x)"; }
    must "back up" script back-up /etc/$f; must "stage" stage_it; must "arm" arm; must "place" place
    [ -L /etc/$f ] && grep -q '^# >>> twinlan end' "$boot/file" && grep -qx 'auto lo' "$boot/file" || fail "$f: $(cat "$boot/file")"
    must "confirm" script confirm
    must "remove" rollback remove
    [ "$(readlink /etc/$f)" = "$boot/file" ] && [ "$(od -c <"$boot/file")" = "$(printf 'auto lo' | od -c)" ] || fail "$f: $(cat "$boot/file")"
done)sh");
    row("a link that an editor made a file of comes back", R"sh(
linked "$boot/modules" "$boot/modules"
set_up; must "confirm" script confirm
sed -i s/i2c/spi/ /etc/modules
[ ! -L /etc/modules ] || fail "still a link"
must "remove" rollback remove
as_it_was)sh");
    row("a power cut between the link's file and the rest", R"sh(
linked "$boot/modules" "$boot/modules"
set_up
mv -f "$boot/.modules.twinlan-old" "$boot/modules"
must "boot" rollback boot
as_it_was)sh");
    row("no room where the link leads to", R"sh(
umount "$boot"; mount -t tmpfs -o size=16k none "$boot"
linked "$boot/modules" "$boot/modules"
must "back up" back_up; must "stage" stage
cat /dev/zero >"$boot/full" 2>/dev/null
fails_with DiskFull arm
must "now" rollback now
as_it_was)sh");
    row("a link to where nothing may be written", R"sh(
linked "$boot/modules" "$boot/modules"
mount -o remount,ro "$boot"
fails_with DiskReadOnly back_up
[ ! -e /var/lib/twinlan ] || fail "something was written")sh");
    row("a link that leads nowhere", R"sh(rm /etc/modules; ln -s /nowhere/modules /etc/modules; refused)sh");
    row("a link to a file that is gone", R"sh(rm /etc/modules; ln -s "$boot/gone" /etc/modules; refused; [ ! -e "$boot/gone" ] || fail "made")sh");
    row("a link to itself", R"sh(rm /etc/modules; ln -s modules /etc/modules; refused)sh");
    row("a link to a device", R"sh(rm /etc/modules; ln -s /dev/null /etc/modules; refused)sh");
    row("a folder", R"sh(rm /etc/modules; mkdir /etc/modules; refused)sh");
}

void TestOwnersFilesSh::row()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestOwnersFilesSh)
#include "tst_ownersfiles_sh.moc"
