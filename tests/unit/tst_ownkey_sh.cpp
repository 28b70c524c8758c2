// SPDX-License-Identifier: GPL-3.0-or-later
// own-key.sh with whatever the owner of a Pi has in ~/.ssh: their lines stay theirs, ours comes once and goes again.
#include "scriptsandbox.h"

#include <QtTest>

using namespace twinlan;
using namespace twinlan::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char helpers[] = R"sh(
export HOME="$work/home of mine"
mkdir "$HOME"
keys=$HOME/.ssh/authorized_keys
ours='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOurs+/1=='
theirs='ssh-rsa AAAAB3NzaC1yc2EAAAADTheirs== hanako@old laptop'
put() { script own-key put "$ours" "TwinLAN taro@taro-pc \$(touch $work/run) 日本語"; }
take() { script own-key take "$ours"; }
owner() { mkdir -p -m 700 "$HOME/.ssh"; printf "$1" >"$keys"; chmod "${2:-600}" "$keys"; cp "$keys" "$work/was"; } # TEXT [MODE]
is_there_once() { [ "$(grep -cF "$ours" "$keys")" = 1 ] || fail "$(cat "$keys")"; }
nothing_else() { [ -z "$(find "$HOME" -name '*twinlan*')" ] || fail "left: $(find "$HOME")"; }
comes_and_goes() { # the owner's file byte for byte, but for the end of its last line
    must "put" put; must "once more" put
    is_there_once
    tail -n 1 "$keys" | grep -qxF "$ours TwinLAN taro@taro-pc \$(touch $work/run) 日本語" || fail "$(cat "$keys")"
    [ ! -e "$work/run" ] || fail "the comment was run"
    { cat "$work/was"; [ ! -s "$work/was" ] || [ -z "$(tail -c 1 "$work/was")" ] || echo; } >"$work/lines"
    grep -vF "$ours" "$keys" | cmp - "$work/lines" || fail "$(cat "$keys")"
    must "take" take; must "take again" take
    nothing_else
    if [ -s "$work/lines" ]; then cmp "$keys" "$work/lines" || fail "$(cat "$keys")"; fi
}
)sh";

} // namespace

class TestOwnKeySh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("body");
        // printf makes a quote of \042 and a number sign of \043: moc loses its way in a raw string with such a one before an escape.
        const auto row = [](const char *name, const char *body) { QTest::newRow(name) << QByteArray(body); };
        row("no ~/.ssh", R"sh(
            must "put" put
            [ "$(stat -c %a "$HOME/.ssh") $(stat -c %a "$keys")" = "700 600" ] || fail "$(ls -la "$HOME/.ssh")"
            [ "$(cat "$keys")" = "$ours TwinLAN taro@taro-pc \$(touch $work/run) 日本語" ] || fail "$(cat "$keys")"
            must "take" take
            [ ! -e "$keys" ] || fail "$(cat "$keys")"
            nothing_else)sh");
        row("an empty file", R"sh(owner ''; comes_and_goes)sh");
        row("the owner's keys", R"sh(owner "\043 home\n$theirs\n\ncommand=\042echo hi\042,no-pty ssh-ed25519 AAAAC3Other\n"; comes_and_goes)sh");
        row("no end of the last line", R"sh(owner "$theirs"; comes_and_goes)sh");
        row("lines of Windows", R"sh(owner "$theirs\r\nssh-ed25519 AAAAC3Other\r\n"; comes_and_goes)sh");
        row("mode and owner stay", R"sh(
            owner "$theirs\n" 640; chown 1000:1000 "$keys"
            must "put" put
            [ "$(stat -c '%a %u:%g' "$keys")" = "640 1000:1000" ] || fail "$(ls -ln "$keys")")sh");
        row("others may not write, or sshd takes no key", R"sh(
            owner "$theirs\n" 664; chmod 775 "$HOME/.ssh"
            must "put" put
            [ "$(stat -c %a "$keys") $(stat -c %a "$HOME/.ssh")" = "644 755" ] || fail "$(ls -la "$HOME/.ssh")")sh");
        row("ours is there with options of the owner's", R"sh(
            owner "from=\042192.168.1.0/24\042 $ours mine\n"
            must "put" put
            cmp "$keys" "$work/was" || fail "$(cat "$keys")")sh");
        row("ours is commented out", R"sh(
            owner "\043 $ours\n"
            must "put" put
            [ "$(grep -cF "$ours" "$keys")" = 2 ] || fail "$(cat "$keys")"
            must "take" take
            cmp "$keys" "$work/was" || fail "$(cat "$keys")")sh");
        row("only one of several is ours", R"sh(
            owner "$theirs\n$ours x\n$ours y\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOurs+/1==2 longer\n"
            must "take" take
            [ "$(grep -c . "$keys")" = 2 ] || fail "$(cat "$keys")")sh");
        row("a link stays one", R"sh(
            mkdir -p "$HOME/dotfiles" "$HOME/.ssh"; printf "$theirs\n" >"$HOME/dotfiles/keys"; ln -s ../dotfiles/keys "$keys"
            must "put" put
            [ -L "$keys" ] && [ "$(grep -c . "$HOME/dotfiles/keys")" = 2 ] || fail "$(ls -la "$HOME/.ssh" "$HOME/dotfiles")"
            must "take" take
            [ -L "$keys" ] && [ "$(cat "$HOME/dotfiles/keys")" = "$theirs" ] || fail "$(cat "$keys")"
            nothing_else)sh");
        row("a link to nothing yet", R"sh(
            mkdir "$HOME/.ssh"; ln -s other "$keys"
            must "take" take
            must "put" put
            [ -L "$keys" ] && [ -f "$HOME/.ssh/other" ] || fail "$(ls -la "$HOME/.ssh")"
            is_there_once)sh");
        row("a link into nowhere", R"sh(mkdir "$HOME/.ssh"; ln -s /no/such/folder/keys "$keys"; fails_with NotAFile put)sh");
        row("a folder of that name", R"sh(mkdir -p "$keys"; fails_with NotAFile put; [ -d "$keys" ] || fail "gone")sh");
        row("a file in the place of ~/.ssh", R"sh(echo mine >"$HOME/.ssh"; fails_with NotAFile put; [ "$(cat "$HOME/.ssh")" = mine ] || fail "changed")sh");
        row("~/.ssh is a link", R"sh(
            mkdir "$HOME/elsewhere"; ln -s elsewhere "$HOME/.ssh"
            must "put" put
            [ -L "$HOME/.ssh" ] && [ -f "$HOME/elsewhere/authorized_keys" ] || fail "$(ls -la "$HOME")")sh");
        row("a home that takes no changes", R"sh(
            mount -t tmpfs -o ro none "$HOME"
            fails_with DiskReadOnly put
            must "take" take)sh");
        row("a file that takes no changes", R"sh(
            owner "$theirs\n"
            mount --bind "$HOME/.ssh" "$HOME/.ssh" && mount -o remount,bind,ro "$HOME/.ssh"
            fails_with DiskReadOnly put
            cmp "$keys" "$work/was" || fail "$(cat "$keys")")sh");
        row("a full disk", R"sh(
            mount -t tmpfs -o size=16k none "$HOME"
            owner "$theirs\n"
            head -c 100000 /dev/zero >"$HOME/filler" 2>/dev/null
            fails_with DiskFull put
            cmp "$keys" "$work/was" || fail "$(cat "$keys")"
            nothing_else)sh");
        row("sudo", R"sh(
            printf '#!/bin/sh\necho 1000\n' >"$work/bin/id"; chmod +x "$work/bin/id" # root is asked for nothing
            printf '#!/bin/sh\nexit 1\n' >"$work/bin/sudo"; chmod +x "$work/bin/sudo"
            [ "$(put)" = sudo=asks ] || fail "sudo that asks: $(put)"
            printf '#!/bin/sh\nexit 0\n' >"$work/bin/sudo"
            [ "$(put)" = sudo=free ] || fail "sudo that does not ask: $(put)")sh");
    }
    void rows()
    {
        QFETCH(QByteArray, body);
        const QByteArray failed = runInSandbox(QByteArray(helpers) + body);
        QVERIFY2(failed.isEmpty(), failed.constData());
    }
};

QTEST_GUILESS_MAIN(TestOwnKeySh)
#include "tst_ownkey_sh.moc"
