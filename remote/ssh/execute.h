// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/ssh/commandline.h"
#include "remote/ssh/livelink.h"

#include <QByteArrayView>
#include <span>

namespace twinlan {

// Runs one command line with these pieces as its stdin, one after the other, and takes both its outputs at the same
// time: a program that fills the one that nobody reads would stop for ever. Both outputs are kept whole, from the line's hello on;
// of a program that never said it, only what was on stderr in its place. `password` is for sudo, if it asks, and goes to nobody
// else; asked again, sudo gets none. `onLine` is called on the caller's thread, which waits here. Errors: ConnectionLost, TimedOut,
// Cancelled, KilledBySignal (detail: the signal's name, "TERM"), Internal (the server gives no channel). After an error other than
// ConnectionLost the link can be used again. `sudoAsked`: whether sudo did ask.
Result<CommandResult> execute(LiveLink &link, const CommandLine &line, const Secret &password, std::span<const QByteArrayView> input,
    const Patience &patience, const LineSink &onLine = {}, bool *sudoAsked = nullptr);

} // namespace twinlan
