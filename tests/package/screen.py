#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screen.py FILE.png   Waits until TwinLAN's window is on the screen of $DISPLAY, saves what is seen there, and closes the window as a
person does. Exit 0: there was a window that draws something, and it went."""
import struct
import sys
import time
import zlib

from Xlib import X, display, error
from Xlib.protocol import event


def windows(window):
    yield window
    try:
        children = window.query_tree().children
    except error.BadWindow:  # it went while we looked
        return
    for child in children:
        yield from windows(child)


def find(root):
    for window in windows(root):
        try:
            name = window.get_wm_class()
            if name and "twinlan" in name and window.get_attributes().map_state == X.IsViewable:
                return window
        except error.BadWindow:
            pass
    return None


def until(what, seconds, condition):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.3)
    sys.exit(f"{what}: not within {seconds} s")


def png(width, height, bgrx):
    rows = []
    for y in range(height):
        line = bgrx[y * width * 4:(y + 1) * width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
        rows.append(b"\0" + bytes(rgb))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b""))


screen = display.Display()
root = screen.screen().root
window = until("a window of class twinlan", 120, lambda: find(root))
seen = []


def still():
    """The same picture twice, and more than a few colours: it has drawn."""
    geometry = window.get_geometry()
    picture = root.get_image(0, 0, root.get_geometry().width, root.get_geometry().height, X.ZPixmap, 0xffffffff).data
    seen.append(picture)
    colours = {picture[i:i + 4] for i in range(0, len(picture), 4 * 97)}
    return len(seen) > 1 and seen[-1] == seen[-2] and len(colours) > 8 and geometry.width > 100


until("a picture that stands still", 60, still)
size = root.get_geometry()
with open(sys.argv[1], "wb") as file:
    file.write(png(size.width, size.height, seen[-1]))
print("window: %s, %r" % (" ".join(window.get_wm_class()), window.get_full_text_property(screen.intern_atom("_NET_WM_NAME"))))
window.send_event(event.ClientMessage(window=window, client_type=screen.intern_atom("WM_PROTOCOLS"),
                                      data=(32, [screen.intern_atom("WM_DELETE_WINDOW"), X.CurrentTime, 0, 0, 0])))
screen.flush()
until("the window's end", 30, lambda: find(root) is None)
