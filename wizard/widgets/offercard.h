// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/discovery/homedevice.h"
#include "wizard/widgets/translated.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace twinlan {

// One device of the homes: what it is called, what it offers and where, and a button for each thing that opens.
class OfferCard : public Translated<QFrame>
{
    Q_OBJECT

public:
    explicit OfferCard(Ipv4 address, QWidget *parent = nullptr);
    void setDevice(const HomeDevice &device);

Q_SIGNALS:
    void opened(const QUrl &url); // which somebody has to do

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;

private:
    HomeDevice m_device;
    QLabel *m_title;
    QLabel *m_line;
    QPushButton *m_folders;
    QPushButton *m_page;
};

} // namespace twinlan
