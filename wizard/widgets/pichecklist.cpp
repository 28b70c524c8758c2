// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/pichecklist.h"

#include "wizard/widgets/looks.h"
#include "wizard/widgets/pipictures.h"

#include <QGridLayout>

namespace twinlan {

PiChecklist::PiChecklist(QWidget *parent)
    : Translated(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    using enum PiPicture::Of;
    int place = 0;
    for (const auto what : { Power, Cable, Lamp, SameRouter, Waiting, Card }) {
        m_words.push_back(textLabel());
        grid->addWidget(new PiPicture(what), place / 2, place % 2 * 2, Qt::AlignVCenter);
        grid->addWidget(m_words.back(), place / 2, place % 2 * 2 + 1, Qt::AlignVCenter);
        ++place;
    }
    PiChecklist::retranslate();
}

void PiChecklist::retranslate()
{
    const QStringList words {
        tr("Is it plugged in?"),
        tr("Is the LAN cable in the Raspberry Pi and in the router? Wi-Fi is not enough."),
        tr("Is a lamp lit on the Raspberry Pi (red or green), and one on its LAN port?"),
        tr("Is this computer connected to the same router? A guest Wi-Fi is kept apart."),
        tr("Switched on just now? Wait 2 minutes: the first start takes that long."),
        tr("Was “SSH” turned on in Raspberry Pi Imager? If not, rewrite the SD card."),
    };
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i]->setText(words[qsizetype(i)]);
}

} // namespace twinlan
