// SPDX-License-Identifier: GPL-3.0-or-later
// Putting files onto a Pi: whole or not at all, also when its disk is full.
#include "testsshd.h"

#include <QDir>
#include <QtTest>
#include <stop_token>
#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace twinlan;
using namespace twinlan::test;

class TestUpload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void contents_data();
    void contents();
    void modes_data();
    void modes();
    void hostileNames_data();
    void hostileNames();
    void replacesAFileWhileItIsRead();
    void replacesALinkAndNotItsTarget();
    void asRootWhereTheAccountMayNot();
    void otherBytesAreNotTaken();
    void refusals_data();
    void refusals();
    void fullDisk_data();
    void fullDisk();
    void stopLeavesNothing();

private:
    QStringList filesIn(const QString &dir) const
    {
        return QDir(dir).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sshd> m_sshd;
    std::unique_ptr<SshSession> m_session;
    QString m_dir; // the account's own, empty before each test
};

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

struct stat infoOf(const QString &path)
{
    struct stat info
    {
    };
    ::lstat(QFile::encodeName(path).constData(), &info);
    return info;
}

} // namespace

void TestUpload::initTestCase()
{
    m_account = std::make_unique<Account>();
    m_sshd = std::make_unique<Sshd>();
    m_session = mustOpen(m_sshd->options(m_account->name()), withKey(m_sshd->clientKey()));
    QVERIFY(m_session);
    m_account->setSudoRule("ALL=(ALL) NOPASSWD: ALL");
    m_dir = m_account->home() + QStringLiteral("/up");
}

void TestUpload::cleanupTestCase()
{
    m_session.reset();
    m_sshd.reset();
    m_account.reset();
}

void TestUpload::init()
{
    QDir(m_dir).removeRecursively();
    QVERIFY(QDir().mkdir(m_dir));
    const struct stat home = infoOf(m_account->home());
    QCOMPARE(::chown(QFile::encodeName(m_dir).constData(), home.st_uid, home.st_gid), 0);
}

void TestUpload::contents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += static_cast<char>(byte);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("auto br0\niface br0 inet static\n");
    QTest::newRow("no newline at the end") << QByteArray("x");
    QTest::newRow("all bytes") << all;
    QTest::newRow("8 MB") << all.repeated(32 * 1024);
}

void TestUpload::contents()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_dir + QStringLiteral("/file");
    QCOMPARE(kindOf(m_session->upload(bytes, path, 0644)), QStringLiteral("ok"));
    QVERIFY(content(path) == bytes);
    QCOMPARE(filesIn(m_dir), QStringList { QStringLiteral("file") });
}

void TestUpload::modes_data()
{
    QTest::addColumn<int>("mode");
    for (const int mode : { 0600, 0644, 0755, 0400, 0440, 04755 })
        QTest::newRow(QByteArray::number(mode, 8).constData()) << mode;
}

void TestUpload::modes()
{
    QFETCH(int, mode);
    const QString path = m_dir + QStringLiteral("/file");
    QCOMPARE(kindOf(m_session->upload("x", path, mode)), QStringLiteral("ok"));
    QCOMPARE(static_cast<int>(infoOf(path).st_mode & 07777), mode);
}

void TestUpload::hostileNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
        { "it's", "a b", "-rf", "$(touch x)", "a\nb", "日本語", "*", "\\", ";true", ".hidden", "%s" })
        QTest::newRow(QByteArray(name).replace('\n', ' ').constData()) << QString::fromUtf8(name);
}

void TestUpload::hostileNames()
{
    QFETCH(QString, name);
    QCOMPARE(kindOf(m_session->upload("x", m_dir + QLatin1Char('/') + name, 0644)), QStringLiteral("ok"));
    QCOMPARE(filesIn(m_dir), QStringList { name });
}

void TestUpload::replacesAFileWhileItIsRead()
{
    const QString path = m_dir + QStringLiteral("/file");
    write(path, "the old content, longer than the new");
    QFile reader(path);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    const auto before = infoOf(path).st_ino;
    QCOMPARE(kindOf(m_session->upload("new", path, 0644)), QStringLiteral("ok"));
    QVERIFY(infoOf(path).st_ino != before); // a new file took the name …
    QCOMPARE(
        reader.readAll(), QByteArray("the old content, longer than the new")); // … and the reader has the old one whole
    QCOMPARE(content(path), QByteArray("new"));
}

void TestUpload::replacesALinkAndNotItsTarget()
{
    write(m_dir + QStringLiteral("/target"), "kept");
    QVERIFY(QFile::link(m_dir + QStringLiteral("/target"), m_dir + QStringLiteral("/link")));
    QCOMPARE(kindOf(m_session->upload("new", m_dir + QStringLiteral("/link"), 0644)), QStringLiteral("ok"));
    QCOMPARE(content(m_dir + QStringLiteral("/target")), QByteArray("kept"));
    QVERIFY(!S_ISLNK(infoOf(m_dir + QStringLiteral("/link")).st_mode));
}

void TestUpload::asRootWhereTheAccountMayNot()
{
    const QString path = m_sshd->path(QStringLiteral("root-file"));
    QCOMPARE(kindOf(m_session->upload("x", path, 0640)), QStringLiteral("CommandFailed"));
    QVERIFY(!QFile::exists(path));
    QCOMPARE(kindOf(m_session->upload("x", path, 0640, true)), QStringLiteral("ok"));
    QCOMPARE(infoOf(path).st_uid, 0U);
    QCOMPARE(static_cast<int>(infoOf(path).st_mode & 07777), 0640);
}

// A sha256sum that finds something else stands for bytes changed on the way.
void TestUpload::otherBytesAreNotTaken()
{
    const QTemporaryDir dir;
    ::chmod(QFile::encodeName(dir.path()).constData(), 0755);
    write(dir.filePath(QStringLiteral("sha256sum")), "#!/bin/sh\necho 0000 -\n");
    ::chmod(QFile::encodeName(dir.filePath(QStringLiteral("sha256sum"))).constData(), 0755);
    Sshd sshd({ .config = { "SetEnv PATH=" + QFile::encodeName(dir.path()) + ":/usr/bin:/bin" } });
    const auto session = mustOpen(sshd.options(m_account->name()), withKey(sshd.clientKey()));
    QVERIFY(session);
    const QString path = m_dir + QStringLiteral("/file");
    write(path, "old");
    QCOMPARE(kindOf(session->upload("new", path, 0644)), QStringLiteral("CheckFailed"));
    QCOMPARE(content(path), QByteArray("old"));
    QCOMPARE(filesIn(m_dir), QStringList { QStringLiteral("file") });
}

void TestUpload::refusals_data()
{
    QTest::addColumn<QString>("path"); // below the account's folder
    QTest::newRow("no such folder") << QStringLiteral("none/file");
    QTest::newRow("a folder") << QStringLiteral("folder");
    QTest::newRow("below a file") << QStringLiteral("plain/file");
}

void TestUpload::refusals()
{
    QFETCH(QString, path);
    QVERIFY(QDir().mkdir(m_dir + QStringLiteral("/folder")));
    write(m_dir + QStringLiteral("/plain"), "x");
    const auto result = m_session->upload("x", m_dir + QLatin1Char('/') + path, 0644, true);
    QCOMPARE(kindOf(result), QStringLiteral("CommandFailed"));
    QCOMPARE(result.error().host, m_sshd->address());
    QCOMPARE(filesIn(m_dir), (QStringList { QStringLiteral("folder"), QStringLiteral("plain") }));
    QVERIFY(filesIn(m_dir + QStringLiteral("/folder")).isEmpty());
}

void TestUpload::fullDisk_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("size");
    QTest::newRow("no blocks") << QByteArray("size=128k") << 200'000;
    QTest::newRow("no inodes") << QByteArray("size=1m,nr_inodes=2") << 10;
}

void TestUpload::fullDisk()
{
    QFETCH(QByteArray, options);
    QFETCH(int, size);
    const QByteArray mountPoint = QFile::encodeName(m_dir);
    if (::mount("none", mountPoint.constData(), "tmpfs", 0, QByteArray("mode=0777," + options).constData()) != 0)
        QFAIL("cannot mount a tmpfs: needs root");
    const QString path = m_dir + QStringLiteral("/file");
    write(path, "old");
    const auto result = m_session->upload(QByteArray(size, 'x'), path, 0644);
    const QByteArray left = content(path);
    const QStringList files = filesIn(m_dir);
    const auto small = m_session->upload("fits", path, 0644);
    QCOMPARE(::umount(mountPoint.constData()), 0);
    QCOMPARE(kindOf(result), QStringLiteral("DiskFull"));
    QCOMPARE(left, QByteArray("old"));
    QCOMPARE(files, QStringList { QStringLiteral("file") });
    QCOMPARE(kindOf(small), options.contains("inodes") ? QStringLiteral("DiskFull") : QStringLiteral("ok"));
}

void TestUpload::stopLeavesNothing()
{
    // A fifo as sha256sum would be simpler; but the upload itself shall be stopped, so the disk is made to wait: 64 MB
    // take longer.
    std::stop_source source;
    std::jthread person([&] {
        waitUntil([&] { return !filesIn(m_dir).isEmpty(); });
        source.request_stop();
    });
    const auto result = m_session->upload(
        QByteArray(64'000'000, 'x'), m_dir + QStringLiteral("/file"), 0644, false, source.get_token());
    QCOMPARE(kindOf(result), QStringLiteral("Cancelled"));
    QTRY_COMPARE(filesIn(m_dir), QStringList());
}

QTEST_GUILESS_MAIN(TestUpload)
#include "tst_upload.moc"
