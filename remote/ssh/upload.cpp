// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/session.h"

#include <QCryptographicHash>

namespace twinlan {

namespace {

// store-file TARGET MODE SHA256 BYTES   Puts stdin into TARGET, so that a reader sees the old file or the new one
// whole. Exit: 0 done, 28 no room (ENOSPC's number), 65 other bytes arrived than were sent, 73 the target is a folder,
// else 1. sftp_rename() refuses an existing target (measured, libssh 0.10.6), and sudo has no sftp: hence a script.
constexpr char storeFile[] = R"sh(
target=$1 mode=$2 sum=$3 bytes=$4
case $target in
    */*) dir=${target%/*}/ ;;
    *) dir=./ ;;
esac
[ ! -d "$target" ] || exit 73
umask 077
temporary=
trap '[ -z "$temporary" ] || rm -f -- "$temporary"' EXIT
trap 'exit 1' HUP INT TERM PIPE

# Asked while the half-written file still takes its room. Blocks or inodes, whichever ran out.
fail() {
    status=$?
    have=0
    [ -z "$temporary" ] || have=$(wc -c <"$temporary")
    free=$(df -Pk -- "$dir" | awk 'NR == 2 { print $4 }')
    inodes=$(df -Pi -- "$dir" | awk 'NR == 2 && $2 > 0 { print $4 }')
    [ "${inodes:-1}" != 0 ] || exit 28
    [ -z "$free" ] || [ "$((free * 1024))" -gt "$((bytes - have))" ] || exit 28
    exit "$status"
}

temporary=$(mktemp -- "${dir}.twinlan.XXXXXX") || fail
cat >"$temporary" || fail
sync -- "$temporary" || fail
found=$(sha256sum <"$temporary") || exit 1
[ "${found%% *}" = "$sum" ] || exit 65
chmod -- "$mode" "$temporary" && mv -f -- "$temporary" "$target" || fail
temporary=
sync -- "$dir"
)sh";

} // namespace

Result<Done> SshSession::upload(
    const QByteArray &content, const QString &path, int mode, bool asRoot, const std::stop_token &stop)
{
    using namespace std::chrono;
    const QByteArray sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    Command command {
        .script = storeFile,
        .args = { path, QString::number(mode, 8).rightJustified(4, QLatin1Char('0')), QString::fromLatin1(sum),
            QString::number(content.size()) },
        .input = content,
        .asRoot = asRoot,
        // A slow line to the far home still moves 16 KiB a second; and an SD card needs its time for sync.
        .deadline = seconds(60) + seconds(content.size() / (16 * 1024)),
    };
    const auto stored = run(command, stop);
    if (!stored)
        return stored.error();
    const auto failed = [&](ErrorKind kind) {
        return Error { kind, host(), {}, QString::fromUtf8((*stored).err).trimmed() };
    };
    switch ((*stored).exitStatus) {
    case 0:
        return Done {};
    case 28:
        return failed(ErrorKind::DiskFull);
    case 65:
        return Error { ErrorKind::CheckFailed, host(), {}, QStringLiteral("SHA-256 of ") + path };
    default:
        return failed(ErrorKind::CommandFailed);
    }
}

} // namespace twinlan
