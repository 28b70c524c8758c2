// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/widgets/translated.h"

#include <QWidget>
#include <chrono>
#include <vector>

class QLabel;

namespace twinlan {

class Disclosure;

// How long so many bytes take at so many bits a second, to the nearest hour.
[[nodiscard]] std::chrono::hours copyTime(double gigabytes, double megabitsPerSecond);

// How to use the other home's devices: backups, printers, Windows. Each opens when somebody asks for it.
class UseGuides : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit UseGuides(QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    struct Guide
    {
        Disclosure *title = nullptr;
        QLabel *steps = nullptr;
    };
    std::vector<Guide> m_guides;
};

} // namespace twinlan
