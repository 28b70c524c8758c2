// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/setup/batch.h"

namespace twinlan {

Command batchCommand(const std::vector<BatchItem> &items, std::chrono::milliseconds deadline)
{
    Command command;
    command.asRoot = true;
    command.deadline = deadline;
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

} // namespace twinlan
