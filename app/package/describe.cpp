// SPDX-License-Identifier: GPL-3.0-or-later
// twinlan-describe man en|ja FILE   Writes a manual page.
// twinlan-describe bash|zsh|fish FILE   Writes what completes a command line in that shell.
#include "app/package/describe.h"

#include "wizard/words/language.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString kind = words.value(1);
    Language language;
    language.use(kind == "man"_L1 ? words.value(2) : u"en"_s); // before the options have words
    const ProgramOptions options;
    const QString text = kind == "man"_L1 ? manPage(options)
        : kind == "bash"_L1               ? bashCompletion(options)
        : kind == "zsh"_L1                ? zshCompletion(options)
        : kind == "fish"_L1               ? fishCompletion(options)
                                          : QString();
    QFile file(words.value(kind == "man"_L1 ? 3 : 2));
    if (text.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0) {
        std::fprintf(stderr, "twinlan-describe man en|ja FILE, or twinlan-describe bash|zsh|fish FILE\n");
        return 2;
    }
    return 0;
}
