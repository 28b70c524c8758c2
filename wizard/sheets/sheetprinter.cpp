// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/sheets/sheetprinter.h"

#include "wizard/widgets/looks.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextOption>
#include <QTextTable>
#include <QtMath>
#include <algorithm>
#include <cmath>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double textPoints = 10;
constexpr double margin = 15; // mm: no printer needs more
constexpr double inch = 25.4; // mm

QFont paperFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(textPoints);
    return font;
}

QPalette paperPalette()
{
    QPalette palette;
    for (const QPalette::ColorRole role : { QPalette::Window, QPalette::Base })
        palette.setColor(role, Qt::white);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text })
        palette.setColor(role, Qt::black);
    return palette;
}

// Writes a sheet into a document, whose own lengths are pixels of a screen, whatever it is drawn on: `letter` of them are a letter.
class Writer
{
public:
    explicit Writer(QTextDocument &document)
        : m_cursor(&document)
    {
    }

    void paragraph(const QString &text, double scale = 1, bool bold = false, double above = 0)
    {
        QTextBlockFormat block;
        block.setTopMargin(above * letter);
        QTextCharFormat letters;
        letters.setFontPointSize(textPoints * scale);
        letters.setFontWeight(bold ? QFont::Bold : QFont::Normal);
        if (m_isBegun)
            m_cursor.insertBlock(block, letters);
        else
            m_cursor.setBlockFormat(block);
        m_isBegun = true;
        m_cursor.insertText(text, letters);
    }
    void part(const SheetPart &part)
    {
        if (!part.heading.isEmpty())
            paragraph(part.heading, 1.1, true, 0.7);
        for (auto line = part.lines.begin(); line != part.lines.end();) {
            const auto size = line->size();
            if (size == 1) {
                paragraph(line->first(), 1, false, 0.2);
                ++line;
                continue;
            }
            const auto end = std::find_if(line, part.lines.end(), [size](const QStringList &each) { return each.size() != size; });
            table({ line, end });
            line = end;
        }
    }

private:
    void table(const std::vector<QStringList> &rows)
    {
        QTextTableFormat format;
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorder(1);
        format.setBorderBrush(Qt::gray);
        format.setBorderCollapse(true);
        format.setCellPadding(letter / 3);
        format.setTopMargin(letter / 2);
        format.setBottomMargin(letter / 2);
        const bool hasHeads = rows.front().first().isEmpty();
        if (hasHeads) { // of columns that are alike
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            QList<QTextLength> widths(rows.front().size(), QTextLength(QTextLength::PercentageLength, 74.0 / double(rows.front().size() - 1)));
            widths.front() = QTextLength(QTextLength::PercentageLength, 26);
            format.setColumnWidthConstraints(widths);
        }
        QTextTable *table = m_cursor.insertTable(int(rows.size()), int(rows.front().size()), format);
        for (int y = 0; y < table->rows(); ++y) {
            for (int x = 0; x < table->columns(); ++x) {
                QTextCharFormat letters;
                letters.setFontPointSize(textPoints);
                letters.setFontWeight((hasHeads ? y == 0 : x == 1) ? QFont::Bold : QFont::Normal);
                table->cellAt(y, x).firstCursorPosition().insertText(rows[std::size_t(y)][x], letters);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    static constexpr double letter = textPoints / 72 * 96 * 1.2; // as letterSize() has it

    QTextCursor m_cursor;
    bool m_isBegun = false;
};

// A sheet that is laid out for one device.
class LaidOut
{
public:
    LaidOut(const Sheet &sheet, QPainter &painter)
        : m_sheet(sheet)
        , m_em(letterSize(painter))
    {
        for (QTextDocument *document : { &m_head, &m_document }) {
            document->documentLayout()->setPaintDevice(painter.device());
            document->setDocumentMargin(0);
            document->setDefaultFont(paperFont());
            QTextOption wrapping;
            wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a host name is one word, as wide as a page
            document->setDefaultTextOption(wrapping);
        }
        Writer head(m_head);
        head.paragraph(sheet.title, 1.8, true);
        head.paragraph(sheet.lead, 1, false, 0.4);
        Writer body(m_document);
        for (const SheetPart &part : sheet.parts)
            body.part(part);
        body.paragraph(sheet.foot, 0.85, false, 1.2);
    }

    // How high it is at that width.
    double layOut(double width)
    {
        m_width = width;
        m_head.setTextWidth(width);
        m_document.setTextWidth(width);
        return m_head.size().height() + pictureHeight() + m_document.size().height();
    }

    void draw(QPainter &painter)
    {
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette = paperPalette();
        painter.save();
        m_head.documentLayout()->draw(&painter, context);
        painter.translate(0, m_head.size().height());
        painter.setFont(paperFont());
        drawHomes(painter, QRectF(0, 0, m_width, pictureHeight()), paperPalette(), m_sheet.homes);
        painter.translate(0, pictureHeight());
        m_document.documentLayout()->draw(&painter, context);
        painter.restore();
    }

private:
    [[nodiscard]] double pictureHeight() const { return homesHeight(m_em, m_sheet.homes) + 1.6 * m_em; }

    const Sheet &m_sheet;
    double m_em;
    double m_width = 0;
    QTextDocument m_head;
    QTextDocument m_document;
};

// Onto a page of that size, in the painter's pixels.
double drawOnPage(const Sheet &sheet, QPainter &painter, const QSizeF &page)
{
    painter.setFont(paperFont());
    LaidOut laidOut(sheet, painter);
    double scale = 1;
    // Smaller letters make wider lines, and those a lower page: a few rounds come close, and never above.
    for (double height = laidOut.layOut(page.width()); height * scale > page.height(); height = laidOut.layOut(page.width() / scale))
        scale *= std::max(0.5, std::sqrt(page.height() / (height * scale))) - 0.005;
    painter.scale(scale, scale);
    laidOut.draw(painter);
    return scale;
}

void setDpi(QImage &image, double dpi)
{
    image.setDotsPerMeterX(qRound(dpi * 1000 / inch));
    image.setDotsPerMeterY(qRound(dpi * 1000 / inch));
}

} // namespace

void makeA4(QPagedPaintDevice &device)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins({ margin, margin, margin, margin }, QPageLayout::Millimeter);
}

double printSheet(const Sheet &sheet, QPagedPaintDevice &device)
{
    QPainter painter(&device);
    if (!painter.isActive())
        return 0;
    return drawOnPage(sheet, painter, QSizeF(device.width(), device.height()));
}

QByteArray sheetAsPdf(const Sheet &sheet)
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    makeA4(writer);
    writer.setTitle(sheet.title);
    writer.setCreator(QStringLiteral("TwinLAN " TWINLAN_VERSION));
    printSheet(sheet, writer);
    return pdf.data();
}

QImage sheetAsPage(const Sheet &sheet, int width)
{
    const QSizeF paper = QPageSize(QPageSize::A4).size(QPageSize::Millimeter);
    const double dpi = width * inch / paper.width();
    QImage image(width, qRound(width * paper.height() / paper.width()), QImage::Format_RGB32);
    setDpi(image, dpi);
    image.fill(Qt::white);
    QPainter painter(&image);
    const double edge = margin / inch * dpi;
    painter.translate(edge, edge);
    drawOnPage(sheet, painter, { image.width() - 2 * edge, image.height() - 2 * edge });
    return image;
}

QByteArray sheetAsPng(const Sheet &sheet)
{
    constexpr int width = 1080;
    constexpr int edge = 48;
    constexpr double dpi = 190; // some 50 letters a line
    QImage image(width, 1, QImage::Format_RGB32);
    setDpi(image, dpi);
    QPainter measure(&image);
    measure.setFont(paperFont());
    const int height = qCeil(LaidOut(sheet, measure).layOut(width - 2 * edge)) + 2 * edge;
    measure.end();
    image = QImage(width, height, QImage::Format_RGB32);
    setDpi(image, dpi);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(edge, edge);
    drawOnPage(sheet, painter, { width - 2 * edge, double(height - 2 * edge) });
    painter.end();
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    image.save(&png, "PNG");
    return png.data();
}

} // namespace twinlan
