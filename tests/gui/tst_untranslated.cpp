// SPDX-License-Identifier: GPL-3.0-or-later
// A language that puts each sentence between ⟦ and ⟧: what a page shows without them never went through a translator. And what a
// page shows before anybody opens the details is for people, not for network engineers.
#include "tests/gui/stage.h"

#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTableWidget>
#include <QTest>
#include <QTranslator>

using namespace twinlan;
using namespace twinlan::test;

namespace {

class Marker : public QTranslator
{
public:
    Marker() { m_loaded = load(u":/i18n/ja.qm"_s); }
    [[nodiscard]] bool isEmpty() const override { return !m_loaded; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment, int n) const override
    {
        const QString ours = QTranslator::translate(context, source, comment, n);
        return u'⟦' + (ours.isEmpty() ? QString::fromUtf8(source) : ours) + u'⟧';
    }

private:
    bool m_loaded = false;
};

// What is left of a text outside of all marks.
QString outside(const QString &text)
{
    QString left;
    int depth = 0;
    for (const QChar c : text) {
        if (c == u'⟦')
            ++depth;
        else if (c == u'⟧')
            --depth;
        else if (depth <= 0)
            left += c;
    }
    return left;
}

struct Shown
{
    const QWidget *widget;
    QString text;
};

QList<Shown> textsOf(const QWidget *widget)
{
    QList<Shown> texts;
    const auto add = [&](const QString &text) {
        if (!text.isEmpty())
            texts << Shown { widget, text };
    };
    add(widget->toolTip());
    add(widget->statusTip());
    add(widget->whatsThis());
    add(widget->accessibleName());
    add(widget->accessibleDescription());
    if (widget->isWindow())
        add(widget->windowTitle());
    if (auto *label = qobject_cast<const QLabel *>(widget))
        add(label->text());
    if (auto *button = qobject_cast<const QAbstractButton *>(widget))
        add(button->text());
    if (auto *group = qobject_cast<const QGroupBox *>(widget))
        add(group->title());
    if (auto *edit = qobject_cast<const QLineEdit *>(widget))
        add(edit->placeholderText());
    if (auto *box = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            add(box->itemText(i));
    }
    if (auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            add(tabs->tabText(i) + tabs->tabToolTip(i));
    }
    if (auto *list = qobject_cast<const QListWidget *>(widget)) {
        for (int i = 0; i < list->count(); ++i)
            add(list->item(i)->text());
    }
    if (auto *table = qobject_cast<const QTableWidget *>(widget)) {
        for (int column = 0; column < table->columnCount(); ++column) {
            add(table->horizontalHeaderItem(column)->text());
            add(table->horizontalHeaderItem(column)->toolTip());
            for (int row = 0; row < table->rowCount(); ++row)
                add(table->item(row, column)->text());
        }
    }
    return texts;
}

bool isWithin(const QWidget *widget, const char *className)
{
    for (const QWidget *at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (at->inherits(className))
            return true;
    }
    return false;
}

// A Pi's own words, a link, each language in its own name; a router's guide, which has both languages in its file (tst_routerguide).
bool isNotOurs(const QWidget *widget)
{
    static const QStringList names { u"currentLineA"_s, u"currentLineB"_s, u"loginLinkA"_s, u"loginLinkB"_s, u"languageJa"_s, u"languageEn"_s };
    static const QStringList qts { u"ScrollLeftButton"_s, u"ScrollRightButton"_s }; // worded once, when the tab bar was made
    static const QRegularExpression ofAGuide(u"^router(Maker|Way|Steps|Notes|Name.*)[AB]$"_s);
    if (names.contains(widget->objectName()) || qts.contains(widget->objectName()) || ofAGuide.match(widget->objectName()).hasMatch())
        return true;
    const bool isDetail = qobject_cast<const QLabel *>(widget) && isWithin(widget, "twinlan::Disclosure");
    return isDetail && (isWithin(widget, "twinlan::ErrorBox") || isWithin(widget, "twinlan::FindingList"));
}

} // namespace

class TestUntranslated : public QObject
{
    Q_OBJECT

    int m_texts = 0;

    static void play(Stage &stage, const Scene &scene, QTranslator *marker)
    {
        scene.open(stage);
        if (marker)
            QVERIFY(QCoreApplication::installTranslator(marker)); // the newest is asked first; the window says everything anew
        scene.playOn(stage);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        addScenes();
    }

    void everyTextIsTranslated()
    {
        QFETCH(int, scene);
        static const QRegularExpression letters(u"\\p{L}{2}"_s);
        Marker marker; // outlives the window
        Stage stage(u"ja"_s);
        play(stage, scenes()[std::size_t(scene)], &marker);
        QList<const QWidget *> widgets { stage.window.get() };
        for (const QWidget *widget : stage.window->findChildren<QWidget *>())
            widgets << widget;
        for (const QWidget *widget : std::as_const(widgets)) {
            if (isNotOurs(widget))
                continue;
            for (const Shown &shown : textsOf(widget)) {
                m_texts += shown.text.contains(u'⟦');
                QVERIFY2(!outside(shown.text).contains(letters),
                    qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u": "_s + shown.text));
            }
        }
    }

    void theTestHasSeenThem() { QVERIFY2(m_texts > 2000, qPrintable(QString::number(m_texts))); }

    void noJargonOnAMainScreen_data()
    {
        addScenesInBothLanguages();
    }

    void noJargonOnAMainScreen()
    {
        QFETCH(QString, language);
        QFETCH(int, scene);
        static const QRegularExpression jargon(u"\\b(GRE|GRETAP|FOU|MTU|STP|ARP|DF|br_\\w+|eth\\d|bond\\d|wlan\\d|docker\\d|ifup\\w*|apt|dhcpcd|nftables|iptables|systemd\\S*"
                                               u"|NetworkManager|netplan|802-1x|macvlan\\S*|dnsmasq|overlay|\\S+\\.conf|/etc/\\S+)\\b"_s);
        Stage stage(language);
        play(stage, scenes()[std::size_t(scene)], nullptr);
        // The files that will be written stand behind "Show details", which this scene has opened.
        for (const QLabel *label : stage.window->findChildren<QLabel *>()) {
            if (!label->isVisible() || isWithin(label, "twinlan::DiagnosticsPanel") || isWithin(label, "twinlan::Disclosure"))
                continue;
            const auto found = jargon.match(label->text());
            QVERIFY2(!found.hasMatch(), qPrintable(found.captured() + u": "_s + label->text()));
        }
    }
};

QTEST_MAIN(TestUntranslated)
#include "tst_untranslated.moc"
