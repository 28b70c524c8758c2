// SPDX-License-Identifier: GPL-3.0-or-later
// Words are set in retranslate() and nowhere else, so that the language can change at any moment.
#pragma once

#include <QEvent>

namespace twinlan {

template <class Widget> class Translated : public Widget
{
public:
    using Widget::Widget;

protected:
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        Widget::changeEvent(event);
    }
};

} // namespace twinlan
