// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QWidget>
#include <vector>

class QLabel;

namespace twinlan {

// What to look at when no Raspberry Pi answers, each with a picture.
class PiChecklist : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit PiChecklist(QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    std::vector<QLabel *> m_words;
};

} // namespace twinlan
