// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/looks.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QPainter>
#include <QRegularExpression>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

QIcon icon(const QString &name)
{
    return QIcon(u":/twinlan/icons/%1.svg"_s.arg(name));
}

void setIcon(QLabel *label, const QString &name, int size)
{
    label->setPixmap(icon(name).pixmap(QSize(size, size), label->devicePixelRatioF()));
}

QLabel *iconLabel(const QString &name, int size, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFixedSize(size, size);
    setIcon(label, name, size);
    return label;
}

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setWords(QAbstractButton *button, const QString &text)
{
    button->setText(text);
    button->setAccessibleName(withoutKey(text));
}

QString withoutKey(const QString &text)
{
    static const QRegularExpression key(u"\\(&.\\)|&"_s);
    return QString(text).remove(key);
}

QLabel *headingLabel(double scale, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

namespace {

// Again at each change of the palette: a desktop that turns dark in the evening must not leave dark words on dark ground.
class Quiet : public QObject
{
public:
    explicit Quiet(QLabel *label)
        : QObject(label)
        , m_label(label)
    {
        label->installEventFilter(this);
        paint();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool again = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ParentChange;
        if (watched == m_label && again)
            paint();
        return false;
    }

private:
    void paint()
    {
        const QPalette around = QApplication::palette(m_label);
        QPalette palette;
        palette.setColor(QPalette::WindowText, mix(around.color(QPalette::WindowText), around.color(QPalette::Window), 0.3));
        m_label->setPalette(palette);
    }

    QLabel *m_label;
};

} // namespace

void makeHint(QLabel *label)
{
    new Quiet(label); // owned by the label
}

int letterSize(const QWidget *widget)
{
    return qRound(QFontInfo(widget->font()).pixelSize() * 1.2);
}

double letterSize(const QPainter &painter)
{
    return painter.fontInfo().pixelSize() * 1.2;
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    const auto blend = [share](float x, float y) { return float(x * (1 - share) + y * share); };
    return QColor::fromRgbF(blend(a.redF(), b.redF()), blend(a.greenF(), b.greenF()), blend(a.blueF(), b.blueF()));
}

QColor homeColor(const QPalette &palette, bool isB)
{
    const QColor base = isB ? QColor(0xc7, 0x5b, 0x12) : QColor(0x1f, 0x6f, 0xeb);
    return mix(base, palette.color(QPalette::WindowText), 0.1);
}

} // namespace twinlan
