// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/words/devicewords.h"

#include "wizard/text/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

struct D
{
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

constexpr qsizetype longestName = 32; // a host name of DNS has up to 63 letters; a card has room for so many

QString kindOf(const FoundDevice &device)
{
    switch (device.model) {
    case PiModel::NotAPi:
        return D::tr("Other device", "a device of the network that may be no Raspberry Pi");
    case PiModel::Some:
        return D::tr("Raspberry Pi", "a device of the network, of an unknown model");
    case PiModel::UpTo3:
        return D::tr("Raspberry Pi 3 or older");
    case PiModel::Four:
        return D::tr("Raspberry Pi 4 or 400");
    }
    return {};
}

QString shortName(const QString &name)
{
    const QList<uint> letters = visibleLine(name).toUcs4();
    if (letters.size() <= longestName)
        return visibleLine(name);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), longestName - 1) + u'…';
}

QString serviceName(Service service)
{
    switch (service) {
    case Service::Folder:
    case Service::AppleFolder:
        return D::tr("shared folders", "what a device offers");
    case Service::TimeMachine:
        return D::tr("Time Machine backups", "what a device offers");
    case Service::Printer:
        return D::tr("printer", "what a device offers");
    case Service::WebPage:
        return D::tr("web page", "what a device offers");
    }
    return {};
}

QString kindOf(const HomeDevice &device)
{
    if (device.offers(Service::Printer))
        return D::tr("Printer", "a device of the other home");
    const bool hasFolders = device.offers(Service::Folder) || device.offers(Service::AppleFolder) || device.offers(Service::TimeMachine);
    return hasFolders ? D::tr("NAS or computer", "a device of the other home: it has shared folders") : D::tr("Device", "of the other home, of an unknown kind");
}

QString titleOf(const QString &kind, const QString &name)
{
    return name.isEmpty() ? kind : D::tr("%1 · %2", "a device of the network: what it is, its name").arg(kind, shortName(name));
}

QString placeOf(const HomeDevice &device)
{
    if (!device.home)
        return D::tr("in one of the homes", "where a device is");
    return *device.home == Site::A ? D::tr("home A", "where a device is") : D::tr("home B", "where a device is");
}

} // namespace

QString deviceTitle(const FoundDevice &device)
{
    return titleOf(kindOf(device), device.name);
}

QString deviceLine(const FoundDevice &device, bool withMac)
{
    QStringList parts { device.address.toString() };
    if (withMac && !device.mac.isEmpty())
        parts << D::tr("MAC address %1", "of a device").arg(device.mac);
    if (device.ssh == SshAnswer::Refused)
        parts << D::tr("SSH is off", "of a device");
    return parts.join(u" · "_s);
}

QString deviceTitle(const HomeDevice &device)
{
    return titleOf(kindOf(device), device.name);
}

QString deviceLine(const HomeDevice &device)
{
    QStringList services;
    for (const Service service : device.services)
        services << serviceName(service);
    services.removeDuplicates();
    return QStringList { services.join(D::tr(", ", "between what a device offers")), placeOf(device), device.address.toString() }.join(u" · "_s);
}

} // namespace twinlan
