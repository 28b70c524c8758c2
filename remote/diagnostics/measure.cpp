// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/diagnostics/measure.h"

#include "remote/core/keyvalues.h"
#include "remote/discovery/founddevice.h"
#include "resources/script.h"

#include <algorithm>

namespace twinlan {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Command diagnose(const QStringList &args, std::chrono::milliseconds deadline = 30s)
{
    Command command;
    command.script = piFile(u"diagnose.sh"_s);
    command.args = args;
    command.deadline = deadline;
    return command;
}

Error failed(const Shell &shell, ErrorKind kind, const QByteArray &detail)
{
    return { kind, shell.host(), u"diagnose"_s, QString::fromUtf8(detail).trimmed() };
}

// The output of a run that ended with 0.
Result<QByteArray> answer(Shell &shell, const Command &command, const std::stop_token &stop)
{
    const auto run = shell.run(command, stop);
    if (!run)
        return run.error();
    if (run->exitStatus != 0)
        return failed(shell, ErrorKind::CommandFailed, run->err);
    return run->out;
}

} // namespace

Result<BridgeState> bridgeState(Shell &shell, const QString &bridge, const QString &tunnel, const std::stop_token &stop)
{
    const auto text = answer(shell, diagnose({ u"bridge"_s, bridge, tunnel }), stop);
    if (!text)
        return text.error();
    const auto said = KeyValues::parse(*text);
    if (!said.contains("exists") || !said.contains("tunnel_exists"))
        return failed(shell, ErrorKind::BadAnswer, text->left(200));
    BridgeState state;
    state.exists = said.isYes("exists");
    state.stp = said.isYes("stp");
    state.address = said.value("address");
    state.mtu = said.value("mtu").toInt();
    for (const auto &port : said.values("port"))
        state.ports << port;
    state.tunnelExists = said.isYes("tunnel_exists");
    state.tunnelMtu = said.value("tunnel_mtu").toInt();
    state.tunnelState = tunnelStateOf(said.value("tunnel_state"));
    return state;
}

Result<std::vector<FilterCounter>> filterCounters(Shell &shell, const std::stop_token &stop)
{
    auto command = diagnose({ u"counters"_s });
    command.asRoot = true;
    const auto text = answer(shell, command, stop);
    if (!text)
        return text.error();
    auto counters = parseCounters(*text);
    if (!counters)
        return failed(shell, counters.error().kind, counters.error().detail.toUtf8());
    return counters;
}

Result<LearnedCards> learnedCards(Shell &shell, Site home, const QString &bridge, const QString &tunnel, const std::stop_token &stop)
{
    const auto text = answer(shell, diagnose({ u"learned"_s, bridge, tunnel }), stop);
    if (!text)
        return text.error();
    const auto said = KeyValues::parse(*text);
    LearnedCards learned;
    const auto take = [&](Site where, const char *key) {
        for (const QString &mac : said.values(key))
            learned[where].insert(tidyMac(mac));
        learned[where].erase(QString()); // what was no MAC address
    };
    take(home, "near");
    take(otherSite(home), "far");
    return learned;
}

Result<TailnetWay> wayOf(Shell &shell, const QString &peer, const std::stop_token &stop)
{
    const auto text = answer(shell, diagnose({ u"tailnet"_s }), stop);
    if (!text)
        return text.error();
    return tailnetWay(KeyValues::parse(*text).decoded("ts_status_b64"), peer);
}

Result<PathMtu> pathMtu(Shell &shell, const QString &target, const std::stop_token &stop, const PathMtu &last)
{
    const auto text = answer(shell,
        diagnose({ u"mtu"_s, target, QString::number(last.withDf), QString::number(last.withoutDf) }, 60s),
        stop);
    if (!text)
        return text.error();
    const auto said = KeyValues::parse(*text);
    if (!said.contains("with_df") || !said.contains("without_df"))
        return failed(shell, ErrorKind::BadAnswer, text->left(200));
    return PathMtu { said.value("with_df").toInt(), said.value("without_df").toInt() };
}

} // namespace twinlan
