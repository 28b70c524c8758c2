// SPDX-License-Identifier: GPL-3.0-or-later
// The survey's readers over files that nobody here wrote: netplan's examples, NetworkManager's keyfiles, files of ifupdown's. Each is served, or
// refused with a reason; and what is served means the same in our file as in that one to the program whose file it is. They are not copied
// into this repository: TWINLAN_READERS names their folder, with one for each kind in it; tests/readers.sh prints what becomes of each.
#include "remote/plan/networks/ifupdown.h"
#include "remote/plan/networks/networkmanager.h"
#include "zoojudge.h"

#include <QtTest>

using namespace twinlan;
using namespace Qt::Literals::StringLiterals;

namespace {

QDir folder(const QString &kind)
{
    const QString named = qEnvironmentVariable("TWINLAN_READERS", QStringLiteral(TWINLAN_SOURCE_DIR "/../shared/data"));
    return QDir(named + u'/' + kind);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Said
{
    bool good = false;
    QByteArray text; // of stdout; where it is not good, of stderr
};
Said run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool good = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return { good, good ? process.readAllStandardOutput() : process.readAllStandardError() };
}

// What NetworkManager makes of the addresses of a keyfile. An id is put in, which it would make of the file's name.
Said byNetworkManager(QByteArray keyfile)
{
    if (!keyfile.contains("\nid="))
        keyfile.replace("[connection]\n", "[connection]\nid=x\n");
    Said said = run(u"nmcli"_s, { u"--offline"_s, u"connection"_s, u"modify"_s, u"connection.autoconnect"_s, u"yes"_s }, keyfile);
    const auto from = said.text.indexOf("[ipv4]");
    if (said.good && from >= 0)
        said.text = said.text.mid(from, said.text.indexOf("[proxy]") - from);
    return said;
}

// What ifupdown makes of a card's stanzas; without what makes our bridge, and the MTU, which stays behind.
Said byIfupdown(const QString &file, const QString &card)
{
    Said said = run(u"ifquery"_s, { u"-i"_s, file, card });
    QByteArrayList kept;
    for (const QByteArray &line : said.text.split('\n'))
        if (!line.isEmpty() && !line.startsWith("pre-up:") && !line.startsWith("post-down:") && !line.startsWith("mtu:"))
            kept << line;
    if (said.good)
        said.text = kept.join('\n');
    return said;
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keyfiles_data() { filesOf(u"nm-keyfiles"_s, u"*"_s); }
    void keyfiles();
    void interfaces_data() { filesOf(u"ifupdown-files"_s, u"*"_s); }
    void interfaces();
    void yamls_data() { filesOf(u"netplan-examples"_s, u"*.yaml"_s); }
    void yamls();

private:
    static void filesOf(const QString &kind, const QString &pattern);
    // Says it, and where a file of that name is wanted, in a line of it. False: neither served nor refused.
    static bool tell(const QString &what, const test::Judged &judged, const QString &note = {});
    static void write(const QStringList &columns);
    void keyfile(const QString &what, const QByteArray &content);

    std::optional<PiFacts> m_b;
};

void TestReaders::initTestCase()
{
    const auto facts = test::surveyed(test::zooPi(test::zoo(), u"home-b"_s));
    QVERIFY(facts);
    m_b = *facts;
}

void TestReaders::filesOf(const QString &kind, const QString &pattern)
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo &file : folder(kind).entryInfoList({ pattern }, QDir::Files))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    if (!folder(kind).exists())
        QTest::newRow("they are not here") << QString();
}

void TestReaders::write(const QStringList &columns)
{
    QFile table(qEnvironmentVariable("TWINLAN_READERS_TABLE"));
    if (!table.fileName().isEmpty() && table.open(QIODevice::Append))
        table.write(columns.join(u'\t').toUtf8() + '\n');
}

bool TestReaders::tell(const QString &what, const test::Judged &judged, const QString &note)
{
    QStringList refused = judged.lines.filter(QRegularExpression(u"^refused "_s));
    QStringList takes = judged.lines.filter(QRegularExpression(u"^takes "_s));
    if (judged.plan)
        write({ what, u"served"_s, takes.replaceInStrings(u"takes "_s, QString()).join(u", "_s) + note });
    else
        write({ what, u"refused"_s, refused.replaceInStrings(u"refused "_s, QString()).join(u", "_s) + note });
    return bool(judged.plan) == refused.isEmpty();
}

// As the profile of the LAN card of an OS 12.
void TestReaders::keyfile(const QString &what, const QByteArray &content)
{
    auto pi = test::zooPi(test::zoo(), u"os12"_s);
    const QString path = u"/etc/NetworkManager/system-connections/x.nmconnection"_s;
    pi.parts[path] = content;
    for (auto part = pi.parts.begin(); part != pi.parts.end(); ++part)
        if (part.key().startsWith("$ nmcli "_L1))
            part.value() = "eth0:" + path.toLatin1() + '\n';
    const auto facts = test::surveyed(pi);
    QVERIFY(facts);
    const auto judged = test::judged(*facts, *m_b, facts->clockUtc.value_or(0));
    QVERIFY(tell(what, judged));
    const Said theirs = byNetworkManager(content);
    if (!judged.plan || !theirs.good) // what NetworkManager does not take has no card
        return;
    const Said ours = byNetworkManager(renderBridgeProfile(*judged.plan, Site::A));
    QVERIFY2(ours.good, ours.text);
    QCOMPARE(ours.text, theirs.text);
}

void TestReaders::keyfiles()
{
    QFETCH(QString, path);
    if (!path.isEmpty())
        keyfile(u"keyfile\t"_s + QFileInfo(path).fileName(), contentOf(path));
}

// Each as /etc/network/interfaces of a Debian server whose card is eth0, with its neighbours beside it.
void TestReaders::interfaces()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        return;
    auto pi = test::zooPi(test::zoo(), u"debian12"_s);
    for (const QFileInfo &file : QFileInfo(path).dir().entryInfoList(QDir::Files))
        pi.parts[u"/etc/network/"_s + file.fileName()] = contentOf(file.filePath());
    pi.parts[u"/etc/network/interfaces"_s] = contentOf(path);
    const auto facts = test::surveyed(pi);
    QVERIFY(facts);
    const auto judged = test::judged(*facts, *m_b, facts->clockUtc.value_or(0));
    const Said theirs = byIfupdown(path, u"eth0"_s);
    // A line that ifupdown does not read brings nothing up: check-next-boot.sh says so.
    const Said all = run(u"ifquery"_s, { u"-i"_s, path, u"--list"_s, u"--all"_s });
    QVERIFY(tell(u"ifupdown\t"_s + QFileInfo(path).fileName(), judged, all.good ? QString() : u" (ifupdown itself does not read this file)"_s));
    if (!judged.plan) {
        // Refused as one that has no stanza: it has none.
        QVERIFY(!facts->stanzas.isEmpty() || !facts->otherStanzas.isEmpty() || !theirs.good);
        return;
    }
    if (!theirs.good) {
        QVERIFY(!all.good);
        return;
    }
    QTemporaryDir made;
    QFile file(made.filePath(u"interfaces"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(renderBridgeStanzas(*judged.plan, Site::A));
    file.close();
    const Said ours = byIfupdown(file.fileName(), judged.plan->bridgeName);
    QVERIFY2(ours.good, ours.text);
    QCOMPARE(ours.text, theirs.text);
}

// Each with NetworkManager as the renderer, as on OS 13: what netplan's generator makes of it for wired cards with addresses of their own.
void TestReaders::yamls()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        return;
    const QString what = u"netplan\t"_s + QFileInfo(path).fileName();
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"etc/netplan"_s));
    QVERIFY(QFile::copy(path, root.filePath(u"etc/netplan/10.yaml"_s)));
    QFile renderer(root.filePath(u"etc/netplan/99.yaml"_s));
    QVERIFY(renderer.open(QIODevice::WriteOnly));
    renderer.write("network: {version: 2, renderer: NetworkManager}\n");
    renderer.close();
    const Said generated = run(u"netplan-generate"_s, { u"--root-dir"_s, root.path() });
    if (!generated.good) {
        const QStringList why = QString::fromUtf8(generated.text).split(u'\n').filter(u"Error"_s);
        QVERIFY2(!why.isEmpty(), generated.text);
        write({ what, u"netplan refuses"_s, QString(why.front()).remove(root.path()) });
        return;
    }
    int cards = 0;
    for (const QFileInfo &profile : QDir(root.filePath(u"run/NetworkManager/system-connections"_s)).entryInfoList({ u"*.nmconnection"_s })) {
        const QByteArray content = contentOf(profile.filePath());
        const bool isPort = content.contains("\nmaster=") || content.contains("\ncontroller=");
        if (!content.contains("\ntype=ethernet\n") || isPort || content.contains("\ninterface-name=lo\n"))
            continue;
        ++cards;
        keyfile(what + u' ' + profile.completeBaseName().remove(u"netplan-"_s), content);
    }
    if (cards == 0)
        write({ what, u"no card"_s, u"no wired card with addresses of its own"_s });
}

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
