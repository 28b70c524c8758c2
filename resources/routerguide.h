// SPDX-License-Identifier: GPL-3.0-or-later
// How the routers of one maker are set: resources/routers/NAME.json, small files that a non-programmer can write (README.md there).
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace twinlan {

// Written in both languages by whoever wrote the guide: no translator sees it.
struct Phrase
{
    QString ja;
    QString en;
    [[nodiscard]] const QString &in(bool japanese) const { return japanese ? ja : en; }
};

// How a router asks for the range that it assigns.
enum class RangeForm {
    FirstAndLast,
    FirstAndCount,
    Either
};
// What follows when it was changed.
enum class Restart {
    ByItself,
    WhenAsked,
    ByHand
};

struct RouterGuide
{
    QString id; // the file's name, without .json; it is what is remembered
    int order = 0; // its place in the list
    Phrase name;
    Phrase setupPage; // as the maker calls it
    QStringList addresses; // of the setup page as it leaves the factory; none: it differs
    Phrase login;
    std::vector<Phrase> menu; // the way to the page, from the first word to press to the last: the picture
    RangeForm range = RangeForm::Either;
    QMap<QString, Phrase> fields; // router, first, and last or count: what the router calls them
    std::vector<Phrase> steps; // from the opened setup page to the pressed button; with placeholders
    Restart restart = Restart::WhenAsked;
    std::vector<Phrase> notes; // what goes wrong with this one
    std::vector<std::pair<QString, QString>> checked; // title of what it was compared with, and what of it; none: written from experience

    [[nodiscard]] QStringList menuIn(bool japanese) const;
    [[nodiscard]] bool asksForLast() const { return range != RangeForm::FirstAndCount; }
    [[nodiscard]] bool asksForCount() const { return range != RangeForm::FirstAndLast; }
    // Nothing when the file is not as README.md says; `mistake` then says in English where.
    static std::optional<RouterGuide> parse(const QString &id, const QByteArray &json, QString *mistake);
};

// router, first, last, count: the values of one home, in a text {router} and so on.
[[nodiscard]] const QStringList &guidePlaceholders();
[[nodiscard]] QString withValues(QString text, const QMap<QString, QString> &values);

// All of them in the order of the list; the last is the general one. Read once.
[[nodiscard]] const std::vector<RouterGuide> &routerGuides();
// Of that id; the general one when there is none.
[[nodiscard]] const RouterGuide &routerGuide(const QString &id);
// Whose setup page is at that address in the factory, if that is one maker's only. Empty: nobody knows.
[[nodiscard]] QString guideByAddress(const QString &address);

} // namespace twinlan
