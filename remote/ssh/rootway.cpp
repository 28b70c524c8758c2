// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh/rootway.h"

#include "remote/ssh/execute.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

// Prints one of root, missing, asks; and after "asks" whether the account is in a group that sudo usually lets in.
constexpr char probe[] = R"sh(
if [ "$(id -u)" = 0 ]; then echo root
elif ! command -v sudo >/dev/null; then echo missing
else
    for group in $(id -nG); do
        case $group in sudo | wheel | admin) echo asks member; exit ;; esac
    done
    echo asks stranger
fi
)sh";

} // namespace

Result<RootWay> findRootWay(LiveLink &link, const Secret &password, bool passwordIsItsOwn, const Patience &patience)
{
    const Command look { .script = probe, .args = {} };
    const CommandLine line = makeCommandLine(look, RootWay::IsRoot);
    const auto probed = execute(link, line, password, stdinPieces(line), patience);
    if (!probed)
        return probed.error();
    const QByteArray found = (*probed).out.trimmed();
    if (found == "root")
        return RootWay::IsRoot;
    if (found == "missing")
        return link.error(ErrorKind::SudoDenied, u"sudo is not installed"_s);
    if (!found.startsWith("asks "))
        return link.error(ErrorKind::SudoDenied, QString::fromUtf8((*probed).err));

    // sudo asks everybody for a password, and says only in prose whether it was wrong or the account may not use sudo.
    // The groups decide; an account that is let in by name and mistypes is called denied, and right once the password
    // is right.
    const bool member = found.endsWith("member");
    if (password.isEmpty())
        return link.error(
            member ? ErrorKind::SudoPasswordWrong : ErrorKind::SudoDenied, u"no password given"_s);
    const CommandLine trial = makeShellLine(RootWay::SudoWithPassword);
    const std::array<QByteArrayView, 2> input { QByteArrayView(trial.answer), QByteArrayView("echo in\n") };
    bool asked = false;
    const auto tried = execute(link, trial, password, input, patience, {}, &asked);
    if (!tried)
        return tried.error();
    if ((*tried).out == "in\n")
        return RootWay::SudoWithPassword;
    const bool wrong = asked && member && !passwordIsItsOwn;
    return link.error(
        wrong ? ErrorKind::SudoPasswordWrong : ErrorKind::SudoDenied, QString::fromUtf8((*tried).err).trimmed());
}

} // namespace twinlan
