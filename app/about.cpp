// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/about.h"

#include "remote/ssh/version.h"
#include "wizard/support/supporttext.h"
#include "wizard/widgets/looks.h"
#include "wizard/widgets/qrcode.h"

#include <QApplication>
#include <QClipboard>
#include <QDate>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSysInfo>
#include <QVBoxLayout>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int textWidth = 560; // a 1024×600 screen holds the box with room around it

} // namespace

AboutBox::AboutBox(const SetupController &setup, const ErrorLog &errors, QWidget *parent)
    : Translated(parent)
    , m_setup(setup)
    , m_errors(errors)
    , m_heading(headingLabel(1.4))
    , m_purpose(textLabel())
    , m_madeWith(textLabel())
    , m_help(textLabel())
    , m_outcome(textLabel())
    , m_copy(new QPushButton)
    , m_save(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"aboutBox"_s);
    m_copy->setObjectName(u"aboutCopy"_s);
    m_save->setObjectName(u"aboutSave"_s);
    m_close->setObjectName(u"aboutClose"_s);
    m_outcome->setObjectName(u"aboutOutcome"_s);
    m_close->setDefault(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(iconLabel(u"twinlan"_s, 48), 0, Qt::AlignTop);
    head->addWidget(m_heading, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(head);
    for (QLabel *label : { m_purpose, m_madeWith, m_help, m_outcome }) {
        label->setFixedWidth(textWidth);
        column->addWidget(label);
    }
    makeHint(m_help);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize); // as high as its words are long, in either language
    connect(m_copy, &QPushButton::clicked, this, &AboutBox::copyDetails);
    connect(m_save, &QPushButton::clicked, this, &AboutBox::askWhereToSave);
    connect(m_close, &QPushButton::clicked, this, &AboutBox::close);
    m_outcome->hide();
    AboutBox::retranslate();
}

QStringList AboutBox::details()
{
    return {
        u"TwinLAN "_s + QLatin1String(TWINLAN_VERSION),
        u"Qt %1 (built with %2)"_s.arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR)),
        u"libssh "_s + libsshVersion(),
        u"libqrencode "_s + qrEncoderVersion(),
        u"system: %1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
            QSysInfo::currentCpuArchitecture()),
        u"window: %1, language: %2, desktop's: %3"_s.arg(QGuiApplication::platformName(), QLocale().name(), QLocale::system().name()),
    };
}

bool AboutBox::saveSupportFile(const QString &path)
{
    QSaveFile file(path);
    const QByteArray text = supportText(details(), m_setup, m_errors).toUtf8();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    m_outcome->setText(saved ? tr("Saved: %1", "a file").arg(path)
                             : tr("The support file could not be saved (%1). Choose another folder.").arg(file.errorString()));
    m_outcome->show();
    return saved;
}

void AboutBox::askWhereToSave()
{
    const QString name = u"twinlan-support-%1.txt"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    auto *dialog = new QFileDialog(this); // open() rather than exec(): no event loop inside another
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &AboutBox::saveSupportFile);
    dialog->open();
}

void AboutBox::copyDetails()
{
    QGuiApplication::clipboard()->setText(details().join(u'\n'));
    m_outcome->setText(tr("The details were copied. You can paste them into a message."));
    m_outcome->show();
}

void AboutBox::retranslate()
{
    setWindowTitle(tr("About TwinLAN", "title of the box about the program"));
    m_heading->setText(tr("TwinLAN %1", "its name and version").arg(QLatin1String(TWINLAN_VERSION)));
    m_purpose->setText(tr("Joins two homes into one network with two Raspberry Pis. TwinLAN is free software under the GNU General Public License, "
                          "version 3 or later: you may use it, pass it on and change it, and it comes without any warranty."));
    // In the order of the README's table; versions of what runs, not of what it was built with.
    m_madeWith->setText(tr("Made with: Qt %1 (LGPL 3), Qt Charts (GPL 3), libssh %2 (LGPL 2.1), libqrencode %3 (LGPL 2.1 or later), and for Japanese "
                           "text, where the desktop has none, the Noto CJK fonts (SIL Open Font License 1.1). On the Raspberry Pis it uses Tailscale "
                           "(BSD 3-clause) and packages of Debian, each under its own licence.")
                            .arg(QLatin1String(qVersion()), libsshVersion().section(u'/', 0, 0), qrEncoderVersion()));
    m_help->setText(tr("Somebody who helps you will ask for these details. The support file also has your settings, how far the setup is, and "
                       "the last errors. There are no passwords, keys or login links in it."));
    setWords(m_copy, tr("&Copy details", "a button of the box about the program"));
    setWords(m_save, tr("&Save support file…"));
    setWords(m_close, tr("Cl&ose", "a button: the box about the program goes"));
    m_outcome->hide(); // it was said in the other language
}

} // namespace twinlan
