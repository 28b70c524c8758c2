// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in every notable state, in both languages, as PNGs to look at: TWINLAN_GALLERY=FOLDER names where,
// TWINLAN_DARK=1 makes it night, QT_SCALE_FACTOR=2 a screen of 200 %. Where a page of paper is offered, it lies there as a PDF. index.html shows
// them all, both languages side by side.
#include "tests/gui/stage.h"
#include "wizard/widgets/helpwindow.h"

#include <QDialog>
#include <QDir>
#include <QTest>
#include <QTextBrowser>

using namespace twinlan;
using namespace twinlan::test;

class TestGallery : public QObject
{
    Q_OBJECT

private:
    const QString m_folder = qEnvironmentVariable("TWINLAN_GALLERY", QCoreApplication::applicationDirPath() + u"/gallery"_s);

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(m_folder));
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
        QPixmap picture = stage.window->grab();
        if (auto *box = stage.window->findChild<QDialog *>())
            picture = box->grab();
        QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(m_folder, it.name, language)));
        // What goes onto paper there.
        for (auto *sheet : stage.window->findChildren<SheetActions *>()) {
            if (sheet->isVisible())
                QVERIFY(sheet->save(u"%1/%2-%3.pdf"_s.arg(m_folder, it.name, language), SheetActions::Format::Pdf));
        }
    }

    void help_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        for (const QString &language : { u"ja"_s, u"en"_s }) {
            QStringList pages { diagnosticsHelpPage() };
            for (int page = 0; page <= int(PageId::Result); ++page)
                pages << helpPage(PageId(page));
            for (const QString &page : pages)
                QTest::addRow("%s %s", qPrintable(language), qPrintable(page)) << language << page;
        }
    }

    // From its first line to its last one.
    void help()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        Stage stage(language);
        stage.open();
        HelpWindow help(stage.window.get());
        help.setPage(page);
        help.showBeside();
        QVERIFY(QTest::qWaitForWindowExposed(&help));
        const auto *text = help.findChild<QTextBrowser *>(u"helpText"_s);
        help.resize(help.width(), help.height() - text->viewport()->height() + int(text->document()->size().height()) + 4);
        QCoreApplication::processEvents();
        QVERIFY(help.grab().save(u"%1/help-%2-%3.png"_s.arg(m_folder, page, language)));
    }

    void cleanupTestCase()
    {
        QFile index(m_folder + u"/index.html"_s);
        QVERIFY(index.open(QFile::WriteOnly));
        index.write("<!doctype html><meta charset=\"utf-8\"><title>TwinLAN</title>\n");
        for (const QString &file : QDir(m_folder).entryList({ u"*-ja.png"_s }, QDir::Files, QDir::Name)) {
            const QString name = file.chopped(7);
            index.write(u"<h2>%1</h2><img src=\"%1-ja.png\" width=\"49%\"> <img src=\"%1-en.png\" width=\"49%\">\n"_s.arg(name).toUtf8());
        }
    }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
