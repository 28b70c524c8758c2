// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QWidget>
#include <vector>

class QLabel;
class QPushButton;

namespace twinlan {

// What Raspberry Pi Imager asks, in its order and its words, and what to answer for these two Raspberry Pis: a picture of the list at its
// side, with the answers beside it. Imager 2 (src/wizard/*.qml there), whose Japanese is English for most of it.
class ImagerSteps : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit ImagerSteps(QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    struct Row
    {
        QLabel *step; // Imager's word, in a box as on its side
        QLabel *answer;
    };
    QPushButton *copyButton(const QString &hostName);

    std::vector<Row> m_rows;
    std::vector<QPushButton *> m_copies; // of the two host names
};

} // namespace twinlan
