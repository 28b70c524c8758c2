// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in every notable state, in both languages, as PNGs to look at: TWINLAN_GALLERY=FOLDER names where,
// TWINLAN_DARK=1 makes it night. Where a page of paper is offered, it lies there as a PDF.
#include "tests/gui/stage.h"

#include <QDialog>
#include <QDir>
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
        addScenesInBothLanguages();
    }

    void save()
    {
        QFETCH(QString, language);
        QFETCH(int, scene);
        const Scene it = scenes()[std::size_t(scene)];
        Stage stage(language);
        it.open(stage);
        QVERIFY(QTest::qWaitForWindowExposed(stage.window.get()));
        it.playOn(stage);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // a layout asks for another one after heights follow widths
        const QString folder = qEnvironmentVariable("TWINLAN_GALLERY", QCoreApplication::applicationDirPath() + u"/gallery"_s);
        QVERIFY(QDir().mkpath(folder));
        QPixmap picture = stage.window->grab();
        if (auto *box = stage.window->findChild<QDialog *>())
            picture = box->grab();
        QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(folder, it.name, language)));
        // What goes onto paper there.
        for (auto *sheet : stage.window->findChildren<SheetActions *>()) {
            if (sheet->isVisible())
                QVERIFY(sheet->save(u"%1/%2-%3.pdf"_s.arg(folder, it.name, language), SheetActions::Format::Pdf));
        }
    }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
