// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/qrcode.h"

#include <QPainter>
#include <memory>
#include <qrencode.h>

namespace twinlan {

namespace {
constexpr int quietZone = 4; // modules, ISO/IEC 18004
constexpr int leastSide = 148;
constexpr int leastModule = 3; // pixels: a finer one is a blur for a telephone's camera

// Level L: nothing scratches a screen, and fewer modules are larger ones.
constexpr auto correction = QR_ECLEVEL_L;
} // namespace

QString qrEncoderVersion()
{
    return QString::fromLatin1(QRcode_APIVersionString());
}

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(leastSide, leastSide);
}

QSize QrCode::sizeHint() const
{
    return size();
}

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_image = {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, correction), &QRcode_free);
    if (code) {
        m_image = QImage(code->width, code->width, QImage::Format_RGB32);
        for (int y = 0; y < code->width; ++y) {
            for (int x = 0; x < code->width; ++x)
                m_image.setPixel(x, y, (code->data[y * code->width + x] & 1) != 0 ? 0xff000000u : 0xffffffffu);
        }
    }
    const int side = std::max(leastSide, (m_image.width() + 2 * quietZone) * leastModule);
    setFixedSize(side, side);
    setVisible(!m_image.isNull());
    update();
}

void QrCode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_image.isNull())
        return;
    // Whole pixels for each module, or the edges blur.
    const int scale = std::max(1, width() / (m_image.width() + 2 * quietZone));
    const int size = m_image.width() * scale;
    painter.drawImage(QRect((width() - size) / 2, (height() - size) / 2, size, size), m_image);
}

} // namespace twinlan
