// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>

namespace twinlan {

[[nodiscard]] QString qrEncoderVersion(); // of libqrencode, as it runs: "4.1.1"

// A text as a QR code, always dark on white with its quiet zone: phones do not read it the other way round. A long text makes it larger.
class QrCode : public QWidget
{
    Q_OBJECT

public:
    explicit QrCode(QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] const QImage &image() const { return m_image; } // one pixel a module, without the quiet zone

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QImage m_image;
};

} // namespace twinlan
