// SPDX-License-Identifier: GPL-3.0-or-later
// The two pages of paper: what stands on them in both languages, that each is one page, and what becomes of printing and saving.
#include "resources/routerguide.h"
#include "tests/gui/stage.h"
#include "wizard/sheets/sheetactions.h"
#include "wizard/sheets/sheetprinter.h"
#include "wizard/sheets/summarysheet.h"
#include "wizard/sheets/takealongsheet.h"
#include "wizard/widgets/qrcode.h"
#include "wizard/words/language.h"
#include "wizard/words/words.h"

#include <QBuffer>
#include <QFileDialog>
#include <QLabel>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>

using namespace twinlan;
using namespace twinlan::test;

namespace {

const QDate today(2026, 11, 28);

QString textOf(const Sheet &sheet)
{
    QStringList text { sheet.title, sheet.lead };
    for (const SheetPart &part : sheet.parts) {
        text << part.heading;
        for (const QStringList &line : part.lines)
            text << line.join(u" | "_s);
    }
    text << sheet.foot;
    return text.join(u'\n');
}

SummaryInput joinedHomes()
{
    SummaryInput input;
    input.facts = { piFacts(Site::A), piFacts(Site::B) };
    input.facts.a->tailscale.keyExpiry = QDateTime::fromString(u"2027-05-20T00:00:00Z"_s, Qt::ISODate);
    input.computer = u"desk"_s;
    input.today = today;
    return input;
}

// The longest that can stand there.
SummaryInput longNames()
{
    SummaryInput input = joinedHomes();
    for (const Site site : bothSites) {
        input.plan.addresses.homes[site] = { Ipv4(192, 168, 111, 100), { Ipv4(192, 168, 111, 101), Ipv4(192, 168, 111, 199) } };
        input.facts[site]->hostName = QString(63, u'w'); // RFC 1035
        input.facts[site]->interfaces.front().address = u"192.168.111.123/24"_s;
        input.facts[site]->tailscale.address = u"100.127.255.254"_s;
        input.facts[site]->tailscale.keyExpiry = QDateTime::fromString(u"2027-09-22T00:00:00Z"_s, Qt::ISODate); // a Wednesday in September
    }
    input.computer = QString(63, u'w');
    return input;
}

QStringList guides()
{
    QStringList ids { QString() };
    for (const RouterGuide &guide : routerGuides())
        ids << guide.id;
    return ids;
}

double scaleOnA4(const Sheet &sheet)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    makeA4(writer);
    return printSheet(sheet, writer);
}

// What the paper shows between its margins: the first and the last row and column that are not white.
QRect inked(const QImage &page)
{
    QRect ink;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x) {
            if (qGray(page.pixel(x, y)) < 200)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

class TestSheets : public QObject
{
    Q_OBJECT

private:
    Language m_language;

    static void toCarry(Stage &stage)
    {
        stage.open();
        stage.toApply();
        stage.world.finish(Carrier::Gre, TunnelState::SameLan);
    }

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("ja") << u"ja"_s;
        QTest::newRow("en") << u"en"_s;
    }

    void theCardHasTheRoutersValues_data() { languages_data(); }
    void theCardHasTheRoutersValues()
    {
        QFETCH(QString, language);
        m_language.use(language);
        const AddressPlan addresses = AddressPlan::recipe();
        for (const QString &id : guides()) {
            const QString text = textOf(takeAlongSheet(addresses, id, today));
            for (const QString &value : { u" | 192.168.1.100"_s, u" | 192.168.1.101"_s, u" | 192.168.1.199"_s, u" | 99"_s, dateText(today) })
                QVERIFY2(text.contains(value), qPrintable(id + u": "_s + value + u"\n"_s + text));
            QVERIFY2(!text.contains(u"192.168.1.99"_s), qPrintable(text)); // home A's range is not for that router
            QVERIFY(text.contains(u"1. "_s) && text.contains(u"2. "_s) && text.contains(u"3. "_s));
            // The words of the menu of the router that was chosen, and of none when nobody chose one.
            QCOMPARE(text.contains(u" › "_s), !id.isEmpty());
            if (!id.isEmpty())
                QVERIFY2(text.contains(routerGuide(id).menu.back().in(language == "ja"_L1)), qPrintable(text));
        }
    }

    void aRangeOfOneAddressHasOne()
    {
        m_language.use(u"en"_s);
        AddressPlan addresses = AddressPlan::recipe();
        addresses.homes.b.dhcp.last = addresses.homes.b.dhcp.first;
        QVERIFY(textOf(takeAlongSheet(addresses, {}, today)).contains(u" | 1\n"_s));
    }

    void thePhoneHasItAsText_data() { languages_data(); }
    void thePhoneHasItAsText()
    {
        QFETCH(QString, language);
        m_language.use(language);
        AddressPlan addresses = AddressPlan::recipe();
        addresses.homes.b = { Ipv4(192, 168, 111, 100), { Ipv4(192, 168, 111, 101), Ipv4(192, 168, 111, 199) } };
        for (const QString &id : guides()) {
            const QString note = takeAlongNote(addresses, id);
            for (const QString &value : { u"192.168.111.100"_s, u"192.168.111.101"_s, u"192.168.111.199"_s, u"99"_s })
                QVERIFY2(note.contains(value), qPrintable(note));
            QVERIFY(!note.contains(u"http"_s)); // a telephone would offer to open it, and it is a note
            const auto size = note.toUtf8().size();
            QVERIFY2(size <= takeAlongNoteBytes, qPrintable(u"%1: %2 bytes\n%3"_s.arg(id).arg(size).arg(note)));
            QrCode code;
            code.setText(note);
            QVERIFY2(!code.image().isNull() && code.image().width() <= 81, qPrintable(QString::number(code.image().width())));
            QCOMPARE(code.width(), std::max(148, (code.image().width() + 8) * 3));
        }
    }

    void theSummarySaysWhatIsWhere_data() { languages_data(); }
    void theSummarySaysWhatIsWhere()
    {
        QFETCH(QString, language);
        m_language.use(language);
        SummaryInput input = joinedHomes();
        const bool ja = language == "ja"_L1;
        const Sheet sheet = summarySheet(input);
        const QString text = textOf(sheet);
        for (const QString &value : { u" | 192.168.1.1 | 192.168.1.100\n"_s, u" | pi-tokyo | pi-osaka\n"_s, u" | 192.168.1.23 | 192.168.1.123\n"_s,
                 u" | 100.64.0.1 | 100.64.0.2\n"_s, ja ? u" | 192.168.1.2～192.168.1.99（98台） | 192.168.1.101～192.168.1.199（99台）\n"_s : u" | 192.168.1.2–192.168.1.99 (98 addresses) | 192.168.1.101–192.168.1.199 (99 addresses)\n"_s,
                 dateText({ 2027, 5, 20 }) + (ja ? u" | 期限なし\n"_s : u" | never\n"_s), u"desk"_s, u"rollback.sh remove"_s, dateText(today),
                 QStringLiteral(TWINLAN_VERSION) })
            QVERIFY2(text.contains(value), qPrintable(value + text));
        QCOMPARE(sheet.homes.link, HomesDrawing::Link::Joined);
        QCOMPARE(sheet.homes.piAddresses.b, u"192.168.1.123"_s);
    }

    // Nobody says "never" of a login that was not asked for.
    void whatWasNotAskedIsNotKnown()
    {
        m_language.use(u"en"_s);
        SummaryInput input = joinedHomes();
        input.facts.a.reset();
        input.facts.b->tailscale.provenByTunnel = true;
        input.plan.pis.a.tailnetAddress = u"100.64.0.1"_s;
        input.plan.pis.a.lanHost = u"192.168.1.23"_s;
        const QString text = textOf(summarySheet(input));
        for (const QString &value : { u" | not known | pi-osaka\n"_s, u" | 192.168.1.23 | 192.168.1.123\n"_s, u" | 100.64.0.1 | 100.64.0.2\n"_s, u"login ends | not known | not known"_s })
            QVERIFY2(text.contains(value), qPrintable(value + text));
    }

    // What a Pi says of itself is text on paper, too.
    void anotherLoginServerHasItsOwnPages()
    {
        SummaryInput input = joinedHomes();
        QVERIFY(textOf(summarySheet(input)).contains(u"login.tailscale.com"_s));
        input.hasOwnLoginServer = true;
        QVERIFY(!textOf(summarySheet(input)).contains(u"login.tailscale.com"_s));
    }

    void aHostNameIsText()
    {
        SummaryInput input = joinedHomes();
        input.facts.a->hostName = u"<b>pi</b>\n\u202eevil"_s;
        const QString text = textOf(summarySheet(input));
        QVERIFY(text.contains(u"<b>pi</b>"_s) && !text.contains(u'\u202e'));
        QVERIFY(scaleOnA4(summarySheet(input)) > 0);
    }

    void noSecretIsOnThem()
    {
        Stage stage;
        stage.world.facts.a = loggedOut(stage.world.facts.a);
        stage.open();
        stage.toPiA();
        stage.setup().connectTo(Site::A, Secret(u"correct horse"_s), Secret(u"battery staple"_s));
        stage.setup().next(); // the login link comes
        QVERIFY(!stage.setup().pi(Site::A).loginUrl.isEmpty());
        stage.world.completeLogin(Site::A);
        stage.setup().next();
        stage.connectB();
        while (stage.setup().page() != PageId::Apply) {
            QVERIFY(stage.setup().canGoNext());
            stage.setup().next();
        }
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        const SetupController &setup = stage.setup();
        const AddressPlan &addresses = setup.plan().addresses;
        const QString text = textOf(summarySheet({ setup.plan(), { setup.pi(Site::A).facts, setup.pi(Site::B).facts }, u"desk"_s, today }))
            + textOf(takeAlongSheet(addresses, u"buffalo"_s, today)) + takeAlongNote(addresses, u"buffalo"_s);
        QVERIFY(text.contains(u"100.64.0.2"_s));
        for (const QString &word : { u"horse"_s, u"staple"_s, u"1b2c3d4e5f60"_s, u"taro"_s })
            QVERIFY2(!text.contains(word), qPrintable(word));
    }

    void eachIsOnePage_data() { languages_data(); }
    void eachIsOnePage()
    {
        QFETCH(QString, language);
        m_language.use(language);
        QCOMPARE(scaleOnA4(summarySheet(longNames())), 1.0);
        for (const QString &id : guides())
            QCOMPARE(scaleOnA4(takeAlongSheet(AddressPlan::recipe(), id, today)), 1.0);
        Sheet sheet = takeAlongSheet(AddressPlan::recipe(), {}, today);
        for (int i = 0; i < 4; ++i)
            sheet.parts.insert(sheet.parts.end(), sheet.parts.begin(), sheet.parts.begin() + 5);
        const double scale = scaleOnA4(sheet);
        QVERIFY2(scale < 0.9 && scale > 0.3, qPrintable(QString::number(scale)));
        // Between the margins, and to the end of the page: not smaller than it must be.
        for (const Sheet &each : { summarySheet(longNames()), sheet }) {
            const QImage page = sheetAsPage(each, 840); // 4 pixels a millimetre
            const QRect ink = inked(page);
            const QString where = u"%1,%2 %3x%4"_s.arg(ink.x()).arg(ink.y()).arg(ink.width()).arg(ink.height());
            QVERIFY2(QRect(58, 58, 840 - 2 * 58, page.height() - 2 * 58).contains(ink), qPrintable(where));
        }
        QVERIFY(inked(sheetAsPage(sheet, 840)).bottom() > 1188 * 8 / 10);
    }

    // Black on white, with its fonts in it: whoever opens it may have none for Japanese.
    void aPdfBringsItsFonts_data() { languages_data(); }
    void aPdfBringsItsFonts()
    {
        QFETCH(QString, language);
        m_language.use(language);
        const QByteArray pdf = sheetAsPdf(summarySheet(joinedHomes()));
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("/FontFile") && pdf.contains("/ToUnicode"));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
        QVERIFY(pdf.contains("/MediaBox [0 0 595"));
    }

    void aPictureHoldsAll()
    {
        m_language.use(u"ja"_s);
        const QImage picture = QImage::fromData(sheetAsPng(takeAlongSheet(AddressPlan::recipe(), u"buffalo"_s, today)), "PNG");
        QCOMPARE(picture.width(), 1080);
        const QRect ink = inked(picture);
        QVERIFY(ink.bottom() > picture.height() - 120 && ink.bottom() < picture.height() - 40 && ink.top() >= 40 && ink.left() >= 40);
        QCOMPARE(picture.pixel(5, 5), qRgb(255, 255, 255)); // also where the desktop is dark
    }

    // No event loop inside another: the window goes on while the person chooses.
    void thePersonChoosesWhere()
    {
        Stage stage;
        toCarry(stage);
        QTest::qWait(10);
        for (const auto &[button, file] : { std::pair { u"twinlan-other-home-pdf"_s, u"twinlan-other-home.pdf"_s }, { u"twinlan-other-home-picture"_s, u"twinlan-other-home.png"_s } }) {
            auto *widget = stage.window->findChild<QAbstractButton *>(button);
            QVERIFY(widget->isVisible());
            QTest::mouseClick(widget, Qt::LeftButton);
            auto *dialog = stage.window->findChild<QFileDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), file);
            dialog->reject();
            QCoreApplication::sendPostedEvents(dialog, QEvent::DeferredDelete);
        }
        QTest::mouseClick(stage.window->findChild<QAbstractButton *>(u"twinlan-other-home-print"_s), Qt::LeftButton);
        auto *dialog = stage.window->findChild<QPrintDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->reject();
    }

    void whatIsSavedIsSaid()
    {
        Stage stage;
        toCarry(stage);
        auto *actions = stage.window->findChild<SheetActions *>();
        const auto *saved = stage.window->findChild<QLabel *>(u"twinlan-other-home-saved"_s);
        const auto *problem = stage.window->findChild<QWidget *>(u"twinlan-other-home-problem"_s);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"card.pdf"_s);
        QVERIFY(!actions->save(u"/nowhere/at/all/card.pdf"_s, SheetActions::Format::Pdf));
        QVERIFY(problem->isVisible() && !saved->isVisible());
        QCOMPARE(problem->accessibleName(), u"The file could not be saved."_s);
        QVERIFY(!problem->accessibleDescription().section(u'\n', 0, 0).isEmpty() && !problem->accessibleDescription().section(u'\n', 1).isEmpty());
        stage.window->setLanguage(u"ja"_s); // an error that is shown follows
        QCoreApplication::processEvents();
        QCOMPARE(problem->accessibleName(), u"ファイルを保存できませんでした。"_s);
        QVERIFY(actions->save(path, SheetActions::Format::Pdf));
        QVERIFY(!problem->isVisible() && saved->isVisible() && saved->text().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        QVERIFY(actions->save(folder.filePath(u"card.png"_s), SheetActions::Format::Picture));
        QVERIFY(!QImage(folder.filePath(u"card.png"_s)).isNull());
    }

    void whatIsNotPrintedIsSaid()
    {
        Stage stage;
        toCarry(stage);
        auto *actions = stage.window->findChild<SheetActions *>();
        const auto *problem = stage.window->findChild<QWidget *>(u"twinlan-other-home-problem"_s);
        const QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(u"/nowhere/at/all/card.pdf"_s);
        QVERIFY(!actions->print(printer));
        QCOMPARE(problem->accessibleName(), u"The page could not be printed."_s);
        QVERIFY(problem->isVisible());
        QPrinter another(QPrinter::HighResolution);
        another.setOutputFormat(QPrinter::PdfFormat);
        another.setPageSize(QPageSize(QPageSize::A5)); // whatever lies in it
        another.setOutputFileName(folder.filePath(u"card.pdf"_s));
        QVERIFY(actions->print(another));
        QVERIFY(!problem->isVisible());
        QVERIFY(QFileInfo(folder.filePath(u"card.pdf"_s)).size() > 1000);
    }

    void thePageHasTheRightOne()
    {
        Stage stage;
        toCarry(stage);
        stage.setup().addresses().setRouterMaker(Site::B, u"nec-aterm"_s);
        const auto visible = [&](const QString &name) {
            const auto *widget = stage.window->findChild<QWidget *>(name);
            return widget && widget->isVisible();
        };
        QVERIFY(visible(u"takeAlongCode"_s) && !visible(u"resultOnPaper"_s));
        stage.world.finish(Carrier::Gre, TunnelState::Joined);
        QVERIFY(!visible(u"takeAlongCode"_s) && visible(u"resultOnPaper"_s));
        stage.window->findChild<QAbstractButton *>(u"resultOnPaper"_s)->click();
        QVERIFY(visible(u"twinlan-summary-print"_s) && visible(u"twinlan-summary-pdf"_s) && !visible(u"twinlan-summary-picture"_s));
        QVERIFY(!stage.window->findChild<QLabel *>(u"summaryPage"_s)->pixmap().isNull());
        stage.window->findChild<QAbstractButton *>(u"summaryClose"_s)->click();
        QVERIFY(!visible(u"twinlan-summary-pdf"_s));
    }
};

QTEST_MAIN(TestSheets)
#include "tst_sheets.moc"
