// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/qrcode.h"

#include <QPainter>
#include <memory>
#include <qrencode.h>

namespace twinlan {

namespace {
constexpr int quietZone = 4; // modules, ISO/IEC 18004
constexpr int side = 148;
} // namespace

QString qrEncoderVersion()
{
    return QString::fromLatin1(QRcode_APIVersionString());
}

QrCode::QrCode(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

QSize QrCode::sizeHint() const
{
    return { side, side };
}

void QrCode::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_image = {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        m_image = QImage(code->width, code->width, QImage::Format_RGB32);
        for (int y = 0; y < code->width; ++y) {
            for (int x = 0; x < code->width; ++x)
                m_image.setPixel(x, y, (code->data[y * code->width + x] & 1) != 0 ? 0xff000000u : 0xffffffffu);
        }
    }
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
