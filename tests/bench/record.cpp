// SPDX-License-Identifier: GPL-3.0-or-later
// twinlan-bench-record PLAN KNOWN_HOSTS OUT_DIR USER   (password on standard input)
// Sets both Pis up as `twinlan apply` does and keeps what was run on each as one shell script, OUT_DIR/a.sh and b.sh: what a
// person would write who knows it all beforehand. The questions before (survey.sh) are left out: a script does not ask.
// Exit: 0 done, 1 not.
#include "remote/ssh/shellquote.h"
#include "resources/script.h"
#include "wizard/backend/piaccess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace twinlan;

namespace {

struct Record
{
    std::mutex mutex;
    PerSite<QByteArray> scripts;
};

class RecordingShell : public Shell
{
public:
    RecordingShell(std::unique_ptr<SshSession> session, Site site, Record &record)
        : m_session(std::move(session))
        , m_site(site)
        , m_record(record)
    {
    }
    Result<CommandResult> run(const Command &command, const std::stop_token &stop, const LineSink &onLine) override
    {
        if (!command.script.endsWith(piFile(u"survey.sh"_s))) {
            QByteArray words;
            for (const QString &word : command.args)
                words += ' ' + shellQuote(word.toUtf8());
            const std::lock_guard lock(m_record.mutex);
            m_record.scripts[m_site] += "(\nset --" + words + "\n" + command.script + "\n) || exit 1\n";
        }
        return m_session->run(command, stop, onLine);
    }
    [[nodiscard]] QString host() const override { return m_session->host(); }

private:
    std::unique_ptr<SshSession> m_session;
    Site m_site;
    Record &m_record;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 5)
        return 2;
    const auto plan = BridgePlan::fromJson(contentOf(words[1]));
    QFile input;
    if (!plan || !input.open(stdin, QIODevice::ReadOnly))
        return 1;
    const Secret password(input.readLine().trimmed());
    PiAccess access;
    access.knownHosts.path = words[2];
    for (const Site site : bothSites) {
        access.pis[site].user = words[4];
        access.pis[site].credentials.password = password.copy();
        access.pis[site].tailnetAddress = plan->pis[site].tailnetAddress;
    }
    access.pis.a.lanHost = plan->pis.a.lanHost;

    Record record;
    const auto factory = [&](Site site, Route route, const std::stop_token &stop) -> Result<std::unique_ptr<Shell>> {
        auto session = access.open(site, route == Route::Tailnet, stop);
        if (!session)
            return session.error();
        return std::unique_ptr<Shell>(std::make_unique<RecordingShell>(std::move(*session), site, record));
    };
    const auto outcome = SetupRun(*plan, factory, [](const StepEvent &) {}).apply();
    if (!outcome) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(errorKindName(outcome.error().kind)), qPrintable(outcome.error().detail));
        return 1;
    }
    for (const Site site : bothSites) {
        QFile file(QDir(words[3]).filePath(site == Site::A ? u"a.sh"_s : u"b.sh"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(record.scripts[site]) < 0)
            return 1;
    }
    return 0;
}
