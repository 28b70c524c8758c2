// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/widgets/offercard.h"

#include "wizard/widgets/looks.h"
#include "wizard/widgets/pipictures.h"
#include "wizard/words/devicewords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 8;
constexpr int pictureWidth = 36;

} // namespace

OfferCard::OfferCard(Ipv4 address, QWidget *parent)
    : Translated(parent)
    , m_title(headingLabel(1))
    , m_line(textLabel())
    , m_folders(new QPushButton)
    , m_page(new QPushButton)
{
    setObjectName(u"offer-"_s + address.toString());
    m_folders->setObjectName(u"openFolders-"_s + address.toString());
    m_page->setObjectName(u"openPage-"_s + address.toString());
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_line);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * padding + pictureWidth, padding, padding, padding);
    row->addLayout(words, 1);
    for (QPushButton *button : { m_folders, m_page }) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_folders, &QPushButton::clicked, this, [this] { Q_EMIT opened(folderUrl(m_device)); });
    connect(m_page, &QPushButton::clicked, this, [this] { Q_EMIT opened(pageUrl(m_device)); });
}

void OfferCard::setDevice(const HomeDevice &device)
{
    if (device == m_device)
        return;
    m_device = device;
    OfferCard::retranslate();
}

void OfferCard::retranslate()
{
    const QString title = deviceTitle(m_device);
    m_title->setText(title);
    m_line->setText(deviceLine(m_device));
    setAccessibleName(title);
    const auto show = [&](QPushButton *button, const QString &words, const QUrl &url) {
        button->setText(words);
        button->setAccessibleName(tr("%1: %2", "a device, and what a button of it does").arg(title, withoutKey(words))); // of many with the same words
        button->setVisible(!url.isEmpty());
    };
    show(m_folders, tr("&Open folders", "a button"), folderUrl(m_device));
    show(m_page, tr("Open &web page", "a button: of a device"), pageUrl(m_device));
}

void OfferCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mix(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    drawDevice(painter, QRectF(2 * padding, height() / 2.0 - 14, pictureWidth, 28), palette());
}

} // namespace twinlan
