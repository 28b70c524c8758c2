// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reporter.h"

#include "app/exitcode.h"
#include "app/terminal.h"
#include "wizard/text/plaintext.h"
#include "wizard/words/errorwords.h"
#include "wizard/words/words.h"

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

int Reporter::fail(const Error &error)
{
    if (m_json) {
        printLine({ { u"error"_s, toJson(error) } });
    } else {
        const Words words = wordsFor(error);
        printLine(stderr, u"%1 %2\n%3"_s.arg(words.what, words.meaning, words.next));
        // Further lines stand apart, so that none of a Pi's looks like one of ours.
        const QString detail = QString(error.detail).replace(u'\n', "\n    "_L1);
        printLine(stderr, u"[%1] %2 %3"_s.arg(errorKindName(error.kind), error.step, detail).trimmed());
    }
    return error.kind == ErrorKind::Cancelled ? ExitStopped : ExitFailed;
}

void Reporter::step(const StepEvent &event)
{
    const std::lock_guard lock(m_mutex);
    if (m_json) {
        QJsonObject json { { u"site"_s, siteName(event.site) }, { u"step"_s, stepName(event.step) },
            { u"state"_s, stepStateWord(event.state) } };
        if (!event.line.isEmpty())
            json.insert(u"line"_s, event.line);
        if (event.rollbackInSeconds >= 0)
            json.insert(u"rollbackInSeconds"_s, event.rollbackInSeconds);
        if (event.error)
            json.insert(u"error"_s, toJson(*event.error));
        printLine(json);
        return;
    }
    QString text = u"%1  %2: %3"_s.arg(siteName(event.site), stepTitle(event.step), stepStateName(event.state));
    if (!event.line.isEmpty())
        text += u" – "_s + visibleLine(event.line);
    if (text != m_lastLine[event.site]) // the countdown alone is no news here
        printLine(stdout, text);
    m_lastLine[event.site] = text;
}

} // namespace twinlan
