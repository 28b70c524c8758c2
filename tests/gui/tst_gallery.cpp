// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in every notable state, in both languages, as PNGs to look at: TWINLAN_GALLERY=FOLDER names where,
// TWINLAN_DARK=1 makes it night.
#include "tests/gui/stage.h"

#include <QDir>
#include <QMessageBox>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsSet("TWINLAN_DARK"))
            QApplication::setPalette(QPalette(QColor(0x35, 0x36, 0x3a), QColor(0x20, 0x21, 0x24)));
    }

    void save_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("scene");
        const auto all = scenes();
        for (const QString &language : { u"ja"_s, u"en"_s }) {
            for (std::size_t i = 0; i < all.size(); ++i)
                QTest::addRow("%s %s", qPrintable(language), qPrintable(all[i].name)) << language << int(i);
        }
    }

    void save()
    {
        QFETCH(QString, language);
        QFETCH(int, scene);
        const Scene it = scenes()[std::size_t(scene)];
        Stage stage(language);
        if (it.before)
            it.before(stage);
        stage.open();
        QVERIFY(QTest::qWaitForWindowExposed(stage.window.get()));
        if (it.play)
            it.play(stage);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // a layout asks for another one after heights follow widths
        const QString folder = qEnvironmentVariable("TWINLAN_GALLERY", QCoreApplication::applicationDirPath() + u"/gallery"_s);
        QVERIFY(QDir().mkpath(folder));
        QPixmap picture = stage.window->grab();
        if (auto *question = stage.window->findChild<QMessageBox *>())
            picture = question->grab();
        QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(folder, it.name, language)));
    }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
