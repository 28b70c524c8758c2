// SPDX-License-Identifier: GPL-3.0-or-later
// twinlan-icons FILE.svg SIZE...   Draws the icon in each size, as icon-SIZE.png in the current folder: not every desktop draws SVG.
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv); // no text is drawn, so no display is needed
    const QStringList words = QCoreApplication::arguments();
    QSvgRenderer drawing(words.value(1));
    for (const QString &word : words.mid(2)) {
        QImage image(word.toInt(), word.toInt(), QImage::Format_ARGB32_Premultiplied);
        if (!drawing.isValid() || image.isNull()) {
            std::fprintf(stderr, "twinlan-icons FILE.svg SIZE...\n");
            return 2;
        }
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing.render(&painter);
        painter.end();
        if (!image.save(u"icon-%1.png"_s.arg(word)))
            return 1;
    }
    return 0;
}
