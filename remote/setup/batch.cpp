// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/batch.h"

#include "remote/core/enumname.h"
#include "remote/core/keyvalues.h"
#include "remote/setup/holder.h"
#include "resources/script.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

Command batchCommand(std::vector<BatchItem> items, std::chrono::milliseconds deadline)
{
    Command command;
    command.asRoot = true;
    command.deadline = deadline;
    items.insert(items.begin(), { u"claim"_s, piFile(u"claim.sh"_s), { Holder::ofThisProgram().token(), Holder::name() } });
    // claim.sh locks this, and whatever the scripts start keeps it open. Who can open a file can lock it: root alone.
    command.script = "mask=$(umask); umask 077; exec 8>>/run/twinlan-claim.lock; umask \"$mask\"\n";
    // Each script becomes the body of a subshell function, so that its `exit`, `trap` and `set` end with it.
    for (const auto &item : items) {
        const QByteArray function = "step_" + item.name.toLatin1().replace('-', '_');
        command.script += function + "() (\n" + item.script + "\n)\n";
        command.args << item.name << QString::number(item.args.size()) << item.args;
    }
    // "NAME COUNT ARG…" again and again. The eval sees only the positions "${3}" "${4}"…, never a value.
    command.script += R"(while [ $# -ge 2 ]; do
    name=$1 count=$2; shift 2
    words='' i=0
    while [ $i -lt "$count" ]; do i=$((i + 1)); words="$words \"\${$i}\""; done
    echo "step=$name state=start"
    eval "step_$(printf %s "$name" | tr - _) $words"
    rc=$?
    echo "step=$name state=done rc=$rc"
    [ $rc -eq 0 ] || exit $rc
    shift "$count"
done
exit 0
)";
    return command;
}

Command surveyCommand(bool asRoot)
{
    using namespace std::chrono_literals;
    return { piFile(u"survey.sh"_s), { u"token="_s + Holder::ofThisProgram().token() }, asRoot, 60s };
}

Error errorOf(const CommandResult &result, const QString &host)
{
    const auto answer = KeyValues::parse(result.out);
    const auto kind = valueNamed<ErrorKind>(answer.value("error"));
    QString detail = answer.value("detail");
    const auto tail = QString::fromUtf8(result.err.right(2000)).trimmed();
    if (!tail.isEmpty())
        detail += (detail.isEmpty() ? QString() : u"\n"_s) + tail;
    return { kind.value_or(ErrorKind::CommandFailed), host, {}, detail };
}

Result<CommandResult> runToItsEnd(Shell &shell, const Command &command, const std::stop_token &stop, const LineSink &onLine)
{
    auto result = shell.run(command, stop, onLine);
    if (result && result->exitStatus != 0)
        return errorOf(*result, shell.host());
    return result;
}

} // namespace twinlan
