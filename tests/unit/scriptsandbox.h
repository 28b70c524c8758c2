// SPDX-License-Identifier: GPL-3.0-or-later
// The Pi's scripts with real files: in a mount namespace with an /etc, /run and /var/lib of its own, where systemctl and its like only
// note what they are asked.
#pragma once

#include "resources/script.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace twinlan::test {

using namespace Qt::Literals::StringLiterals;

// Before each row: three files of somebody's, one that is not there yet, and helpers. `script NAME ARG…` runs a product script.
inline constexpr char sandbox[] = R"sh(
set -u
# A copy of /etc where it cannot be laid over: for who is not root, an old kernel says no.
own_etc() {
    mkdir "$work/over" && mount -t tmpfs none "$work/over" && mkdir "$work/over/new" "$work/over/work" || return 1
    mount -t overlay none -o "lowerdir=/etc,upperdir=$work/over/new,workdir=$work/over/work" /etc 2>/dev/null && return
    cp -a /etc/. "$work/over/new" 2>/dev/null
    mount --bind "$work/over/new" /etc
}
mount -t tmpfs none /var/lib && mount -t tmpfs none /usr/local/lib && own_etc && mount -t tmpfs none /run || { echo "no mount namespace"; exit 1; }
mkdir -p "$work/bin" /etc/network/interfaces.d /etc/systemd/system /etc/modules-load.d
for program in systemctl systemd-run nft modprobe ip arping tailscale systemd-analyze ifquery nmcli sleep; do
    printf '#!/bin/sh\necho "%s $*" >>"$work/asked"\n' $program >"$work/bin/$program"
    chmod +x "$work/bin/$program"
done
export work PATH="$work/bin:$PATH"
rm -rf /etc/network/interfaces.d/twinlan /etc/modules-load.d/twinlan.conf /etc/twinlan
printf 'hostname\nclientid\n' >/etc/dhcpcd.conf; chmod 600 /etc/dhcpcd.conf
printf 'i2c-dev\n' >/etc/modules
paths="/etc/twinlan/tunnel.conf /etc/dhcpcd.conf /etc/modules /etc/network/interfaces.d/twinlan /etc/modules-load.d/twinlan.conf"
script() {
    name=$1; shift
    sh "$scripts/$name.sh" "$@"
}
fail() { echo "not so: $*"; exit 1; }
must() { what=$1; shift; "$@" >"$work/said" 2>&1 || fail "$what: $(cat "$work/said")"; }
fails_with() { kind=$1; shift; "$@" >"$work/said" 2>&1 && fail "$* did not fail"; grep -qx "error=$kind" "$work/said" || fail "no error=$kind: $(cat "$work/said")"; }
picture() { for f in $paths; do stat -c '%n %a %U' "$f" 2>/dev/null && cat "$f"; done; find /etc -name '*twinlan*' | sort; }
sum() { printf %s "$1" | sha256sum | cut -d' ' -f1; }
b64() { printf %s "$1" | base64 -w0; }
back_up() { script back-up $paths service:dhcpcd module:ip_gre module:no_such_module; }
conf='BRIDGE=br_lan
PORT=eth0
'
stage() { script stage-files \
    /etc/twinlan/tunnel.conf 644 whole "$(sum "$conf")" "$(b64 "$conf")" \
    /etc/modules-load.d/twinlan.conf 644 whole "$(sum "ip_gre
")" "$(b64 "ip_gre
")" \
    /etc/modules 644 end "$(sum "bridge
")" "$(b64 "bridge
")" \
    /etc/dhcpcd.conf 644 top "$(sum "denyinterfaces eth0
")" "$(b64 "denyinterfaces eth0
")" \
    /etc/dhcpcd.conf 644 end "$(sum "interface br_lan
")" "$(b64 "interface br_lan
")" \
    /etc/network/interfaces.d/twinlan 644 whole "$(sum "auto br_lan
")" "$(b64 "auto br_lan
")"; }
arm() { script arm-rollback 120 "$(base64 -w0 "$scripts/rollback.sh")" "$(base64 -w0 "$scripts/twinlan-rollback.service")"; }
# The part of switch-over.sh that renames files; the rest needs a network.
place() { sed -n '/^place_files()/,/^}/p' "$scripts/switch-over.sh" >"$work/place.sh" && (base=/var/lib/twinlan; . "$work/place.sh"; place_files); }
rollback() { /usr/local/lib/twinlan/rollback.sh "$@"; }
set_up() { must "back up" back_up; must "stage" stage; must "arm" arm; must "place" place; }
# As set_up, where NetworkManager has the network.
profiles=/etc/NetworkManager/system-connections
stage_profile() { script stage-files /etc/twinlan/tunnel.conf 644 whole "$(sum "$conf")" "$(b64 "$conf")" \
    $profiles/twinlan-bridge.nmconnection 600 whole "$(sum bridge)" "$(b64 bridge)" $profiles/twinlan-port.nmconnection 600 whole "$(sum port)" "$(b64 port)"; }
by_profiles() {
    case $paths in *nmconnection*) ;; *) paths="$paths $profiles/twinlan-bridge.nmconnection $profiles/twinlan-port.nmconnection" ;; esac
    mkdir -p $profiles
    must "back up" script back-up $paths service:NetworkManager
    must "stage" stage_profile; must "arm" arm; must "place" place
    [ "$(stat -c %a $profiles/twinlan-port.nmconnection)" = 600 ] || fail "its mode"
}
before=$(picture)
)sh";

// A folder with everything of resources/remote as the program has it, each script with its parts; as long as the test runs.
inline QString scriptsFolder()
{
    static const QTemporaryDir folder;
    static const bool written = [] {
        for (const QString &name : QDir(u":/twinlan/remote"_s).entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(piFile(name)) < 0)
                return false;
        }
        return true;
    }();
    return written ? folder.path() : QString();
}

// `body` in it; what it said if it failed, else nothing.
inline QByteArray runInSandbox(const QByteArray &body)
{
    QTemporaryDir work;
    const QString scripts = scriptsFolder();
    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(u"unshare"_s, { u"--mount"_s, u"--net"_s, u"--propagation"_s, u"private"_s, u"env"_s, u"work="_s + work.path(), u"scripts="_s + scripts, u"sh"_s, u"-s"_s });
    shell.write(sandbox);
    shell.write(body + "\nexit 0\n");
    shell.closeWriteChannel();
    if (!shell.waitForFinished(240'000)) // a row that cuts a script off at each of thirty points, on a busy machine
        return "it did not end";
    const QByteArray said = shell.readAll();
    return shell.exitCode() == 0 ? QByteArray() : "exit " + QByteArray::number(shell.exitCode()) + ": " + said;
}

} // namespace twinlan::test
