// SPDX-License-Identifier: GPL-3.0-or-later
// Files of somebody's that a setup writes into: without an end to their last line, from Windows, with an older block of ours. They stay
// their owner's, and come back byte for byte.
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

    // P5
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
}

void TestOwnersFilesSh::row()
{
    QFETCH(QByteArray, body);
    const QByteArray wrong = test::runInSandbox(body);
    QVERIFY2(wrong.isEmpty(), wrong);
}

QTEST_GUILESS_MAIN(TestOwnersFilesSh)
#include "tst_ownersfiles_sh.moc"
