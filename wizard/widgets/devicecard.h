// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace twinlan {

// One device of the network to choose: what it is, and below it where it is. Pressed like any button; the chosen one has a tick.
class DeviceCard : public QPushButton
{
    Q_OBJECT

public:
    explicit DeviceCard(const QString &name, QWidget *parent = nullptr); // objectName
    void setDevice(const QString &title, const QString &line, bool isPi);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;

    QString m_title;
    QString m_line;
    bool m_isPi = false;
};

} // namespace twinlan
