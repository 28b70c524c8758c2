// SPDX-License-Identifier: GPL-3.0-or-later
// How to set the router of one home: the maker's own words for it, with the values of the plan in them.
#pragma once

#include "remote/plan/addressplan.h"
#include "resources/routerguide.h"
#include "wizard/widgets/translated.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace twinlan {

class Disclosure;
class MenuPath;

class RouterGuidePanel : public Translated<QWidget>
{
    Q_OBJECT

public:
    explicit RouterGuidePanel(Site site, QWidget *parent = nullptr);

    struct Shown
    {
        QString guide; // the chosen one; empty: none, then it is guessed from `seen`
        std::optional<HomeAddresses> values; // nothing: the plan has a mistake
        std::optional<Ipv4> seen; // the home's router as it is now
        bool isElsewhere = false; // this computer is not in that home, and must not open the other one's page in its place
        bool areTwo = false; // two routers were seen in that home
        bool operator==(const Shown &) const = default;
    };
    void tell(const Shown &shown);

Q_SIGNALS:
    void chosen(const QString &guide);

protected:
    void retranslate() override;

private:
    struct Value
    {
        QString key; // "router", "first", "last", "count"
        QLabel *name;
        QLabel *text;
        QPushButton *copy;
    };
    Value makeValue(const QString &key, QGridLayout *grid, int row);
    void render();
    void renderValues();
    void copy(const Value &value);
    void openPage() const;
    [[nodiscard]] const RouterGuide &guide() const;
    [[nodiscard]] std::optional<Ipv4> pageAddress() const; // private, or nothing
    [[nodiscard]] QMap<QString, QString> values() const;
    [[nodiscard]] QString steps() const;
    [[nodiscard]] QString notes() const;

    Site m_site;
    Shown m_shown;
    QString m_copied; // the key of the value that was copied last
    QLabel *m_makerLabel;
    QComboBox *m_maker;
    QPushButton *m_open;
    MenuPath *m_way;
    QLabel *m_steps;
    QWidget *m_valuesBox;
    std::vector<Value> m_values;
    QLabel *m_notes;
    Disclosure *m_two;
    QLabel *m_twoText;
};

} // namespace twinlan
