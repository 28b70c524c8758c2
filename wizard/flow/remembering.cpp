// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard/flow/remembering.h"

#include "remote/ssh/keypair.h"

#include <QCryptographicHash>

namespace twinlan {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString &keyEntry()
{
    static const QString name = u"SSH key"_s;
    return name;
}

SshTarget targetOf(const PiAnswers &typed)
{
    return { typed.host.trimmed(), typed.port, typed.user.trimmed() };
}

} // namespace

Remembering::Remembering(Backend &backend, SavedSetup &saved, const PerSite<PiConnection *> &pis, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_saved(saved)
    , m_pis(pis)
{
    for (const Site site : bothSites) {
        connect(m_pis[site], &PiConnection::signedIn, this, [this, site] {
            if (m_memories[site].byKey)
                setStage(site, MemoryStage::Kept);
            else if (answers(site).wantsRemembering)
                keep(site);
        });
        connect(m_pis[site], &PiConnection::changed, this, [this, site] { follow(site); });
    }
    connect(&m_backend, &Backend::keyRemembered, this, &Remembering::takeRemembered);
    connect(&m_backend, &Backend::keyForgotten, this, [this](Site site) {
        if (stage(site) == MemoryStage::Forgetting)
            endForgetting(site, MemoryStage::None);
    });
    connect(&m_backend, &Backend::failed, this, &Remembering::takeFailure);
}

void Remembering::setStage(Site site, MemoryStage stage)
{
    m_memories[site].stage = stage;
    Q_EMIT changed(site);
}

void Remembering::setRemembered(Site site, bool isRemembered)
{
    m_saved.change([&](Answers &all) { all.pis[site].isRemembered = isRemembered; });
}

// By the Pi's host key and not by its address: there another Pi may answer tomorrow, whom this password does not concern.
QString Remembering::sudoEntry(Site site) const
{
    const SshTarget target = targetOf(answers(site));
    const QString path = m_saved.knownHostsPath();
    const QByteArrayList keys = path.isEmpty() ? QByteArrayList() : KnownHostsFile { path }.keys(target.host, target.port);
    if (keys.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(keys.front(), QCryptographicHash::Sha256);
    return u"sudo password of %1 on %2"_s.arg(target.user, QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals)));
}

template <class Take> auto Remembering::inTurn(Site site, Take take)
{
    return [this, site, turn = m_memories[site].turn, take = std::move(take)](auto &&...answer) {
        if (m_memories[site].turn == turn)
            take(std::forward<decltype(answer)>(answer)...);
    };
}

void Remembering::readKey(Site site, TakeKey take)
{
    if (!m_key.isEmpty()) {
        take(std::nullopt);
        return;
    }
    m_backend.keychain().read(keyEntry(), this, inTurn(site, [this, take = std::move(take)](Secret secret, std::optional<KeychainTrouble> trouble) {
        if (!trouble && publicHalfOf(secret).isEmpty())
            trouble = KeychainTrouble::NoEntry; // something else lies there under its name
        if (!trouble)
            m_key = std::move(secret);
        take(m_key.isEmpty() ? trouble : std::nullopt); // the other Pi's turn may have made one meanwhile
    }));
}

// --- signing in

void Remembering::connectTo(Site site, Secret password, Secret keyPassphrase)
{
    if (isRemembered(site) && password.isEmpty() && !answers(site).useKey) {
        enter(site);
        return;
    }
    Memory &memory = m_memories[site];
    ++memory.turn;
    memory.byKey = false;
    memory.password = answers(site).wantsRemembering ? password.copy() : Secret();
    setStage(site, MemoryStage::None);
    Credentials credentials;
    credentials.password = std::move(password);
    credentials.keyPassphrase = std::move(keyPassphrase);
    m_pis[site]->connectTo(answers(site), std::move(credentials));
}

void Remembering::enter(Site site)
{
    const SignInStage at = m_pis[site]->state().stage;
    const SshTarget target = targetOf(answers(site));
    const bool isFree = (at == SignInStage::Idle || at == SignInStage::Failed) && stage(site) != MemoryStage::Reading;
    if (!isFree || !isRemembered(site) || target.host.isEmpty() || target.user.isEmpty())
        return;
    ++m_memories[site].turn;
    setStage(site, MemoryStage::Reading);
    readKey(site, [this, site, target](std::optional<KeychainTrouble> trouble) {
        const QString entry = sudoEntry(site);
        if (trouble || targetOf(answers(site)) != target) // another one was typed while the desktop asked for a password of its own
            setStage(site, trouble ? MemoryStage::NoKeychain : MemoryStage::None);
        else if (entry.isEmpty())
            enterBy(site, {});
        else
            m_backend.keychain().read(entry, this,
                inTurn(site, [this, site](Secret secret, std::optional<KeychainTrouble>) { enterBy(site, std::move(secret)); }));
    });
}

void Remembering::enterBy(Site site, Secret sudoPassword)
{
    m_memories[site].byKey = true;
    setStage(site, MemoryStage::Entering);
    Credentials credentials;
    credentials.ownKey = m_key.copy();
    credentials.sudoPassword = std::move(sudoPassword);
    credentials.useAgent = false; // whether the key still opens it is the question
    m_pis[site]->connectTo(answers(site), std::move(credentials));
}

// --- remembering

void Remembering::keep(Site site)
{
    ++m_memories[site].turn;
    setStage(site, MemoryStage::Keeping);
    readKey(site, [this, site](std::optional<KeychainTrouble> trouble) {
        if (!trouble)
            placeKey(site);
        else if (*trouble == KeychainTrouble::NoEntry)
            makeKey(site);
        else
            setStage(site, MemoryStage::NoKeychain);
    });
}

void Remembering::makeKey(Site site)
{
    auto made = makeKeyPair();
    if (!made) {
        setStage(site, MemoryStage::NotKept);
        return;
    }
    m_key = std::move(made->privateHalf);
    m_backend.keychain().write(keyEntry(), m_key, this, [this, site, turn = m_memories[site].turn](std::optional<KeychainTrouble> trouble) {
        if (trouble)
            m_key = {}; // nobody would have it the next time
        if (m_memories[site].turn != turn)
            return;
        if (trouble)
            setStage(site, MemoryStage::NoKeychain);
        else
            placeKey(site);
    });
}

void Remembering::placeKey(Site site)
{
    m_saved.change([&](Answers &all) { all.ownKey = publicHalfOf(m_key); });
    m_backend.rememberKey(site, m_key.copy());
}

void Remembering::takeRemembered(Site site, bool sudoAsks)
{
    if (stage(site) != MemoryStage::Keeping)
        return;
    const auto end = [this, site](std::optional<KeychainTrouble> trouble) {
        m_memories[site].password = {};
        setRemembered(site, !trouble);
        if (trouble)
            m_backend.forgetKey(site, publicHalf()); // half of what it takes is no help
        setStage(site, trouble ? MemoryStage::NoKeychain : MemoryStage::Kept);
    };
    const Secret &password = m_memories[site].password;
    const QString entry = sudoEntry(site);
    if (sudoAsks && !password.isEmpty() && !entry.isEmpty())
        m_backend.keychain().write(entry, password, this, inTurn(site, end));
    else
        end(std::nullopt);
}

void Remembering::takeFailure(Task task, Site site, const Error &error)
{
    if (task == Task::RememberKey && stage(site) == MemoryStage::Keeping) {
        m_memories[site].password = {};
        setStage(site, MemoryStage::NotKept);
    } else if (task == Task::ForgetKey && stage(site) == MemoryStage::Forgetting) {
        endForgetting(site, MemoryStage::HalfForgotten);
    } else if (task == Task::SignIn && stage(site) == MemoryStage::Entering) {
        using enum ErrorKind;
        const bool isRefused = error.kind == AuthDenied || error.kind == SudoPasswordWrong || error.kind == SudoDenied;
        if (isRefused && error.host == targetOf(answers(site)).host) { // and not by the Pi on the way there
            setRemembered(site, false);
            m_pis[site]->forget(); // nobody typed anything that could be wrong
            setStage(site, MemoryStage::Refused);
        } else if (m_pis[site]->state().stage == SignInStage::Failed) {
            setStage(site, MemoryStage::None);
        }
    }
}

void Remembering::follow(Site site)
{
    Memory &memory = m_memories[site];
    const SignInStage at = m_pis[site]->state().stage;
    if (at != SignInStage::Idle && at != SignInStage::Failed)
        return;
    memory.password = {};
    const bool isOfSignedIn = memory.stage == MemoryStage::Keeping || memory.stage == MemoryStage::Kept || memory.stage == MemoryStage::NotKept
        || memory.stage == MemoryStage::NoKeychain || memory.stage == MemoryStage::Entering;
    if (at != SignInStage::Idle || !isOfSignedIn)
        return;
    ++memory.turn;
    setStage(site, MemoryStage::None);
}

// --- forgetting

void Remembering::forget(Site site)
{
    m_saved.change([&](Answers &all) { all.pis[site].isRemembered = all.pis[site].wantsRemembering = false; });
    ++m_memories[site].turn;
    if (m_pis[site]->state().stage != SignInStage::SignedIn) {
        endForgetting(site, MemoryStage::HalfForgotten);
        return;
    }
    setStage(site, MemoryStage::Forgetting);
    m_backend.forgetKey(site, publicHalf());
}

void Remembering::endForgetting(Site site, MemoryStage stage)
{
    dropEntries(site);
    if (m_memories[site].byKey)
        m_pis[site]->forget(); // what signed in there opens nothing any more
    setStage(site, stage);
}

void Remembering::forgetAll()
{
    for (const Site site : bothSites) {
        setRemembered(site, false);
        ++m_memories[site].turn;
    }
    for (const Site site : bothSites)
        endForgetting(site, MemoryStage::None);
}

// What cannot be taken out of the keychain now opens no Pi all the same.
void Remembering::dropEntries(Site site)
{
    if (publicHalf().isEmpty())
        return; // nothing was ever kept: no reason to have the keychain unlocked
    const auto whatever = [](std::optional<KeychainTrouble>) {};
    if (const QString entry = sudoEntry(site); !entry.isEmpty())
        m_backend.keychain().remove(entry, this, whatever);
    if (isRemembered(Site::A) || isRemembered(Site::B))
        return;
    m_backend.keychain().remove(keyEntry(), this, whatever);
    m_key = {};
    m_saved.change([&](Answers &all) { all.ownKey.clear(); });
}

} // namespace twinlan
