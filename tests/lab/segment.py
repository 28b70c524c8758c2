#!/usr/bin/env python3
"""segment.py answer | find ADDRESS | vlan ID ADDRESS CARD   Programs that find each other only on one Ethernet segment.

answer   waits 30 s on the mDNS group and the broadcast address, and answers each question with its own name.
find     asks by mDNS multicast and by broadcast; prints who answered, exit 0 only if both ways were answered.
vlan     asks by ARP in a frame with that VLAN tag, from a card whose kernel need not know VLANs; exit 0 if ADDRESS answered.
"""
import socket
import struct
import sys
import time

GROUP, MDNS, PORT = "224.0.0.251", 5353, 35353


def query(name):
    header = struct.pack(">6H", 0, 0, 1, 0, 0, 0)
    labels = b"".join(bytes([len(part)]) + part.encode() for part in name.split(".")) + b"\0"
    return header + labels + struct.pack(">2H", 1, 1)


def listener(port):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("", port))
    s.settimeout(0.2)
    return s


def answer():
    mdns, broadcast = listener(MDNS), listener(PORT)
    mdns.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, struct.pack("4sI", socket.inet_aton(GROUP), socket.INADDR_ANY))
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for s in (mdns, broadcast):
            try:
                _, sender = s.recvfrom(2048)
                s.sendto(b"here", sender)
            except socket.timeout:
                pass


def find(address):
    found = {"mdns": False, "broadcast": False}
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
    s.settimeout(1)
    end = time.monotonic() + 15
    for how, to, payload in (("mdns", (GROUP, MDNS), query("pc.local")), ("broadcast", ("255.255.255.255", PORT), b"who?")):
        while not found[how] and time.monotonic() < end:
            s.sendto(payload, to)
            try:
                found[how] = s.recvfrom(2048)[1][0] == address
            except socket.timeout:
                pass
    print(found)
    return 0 if all(found.values()) else 1


def vlan(number, address, card):
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))  # ETH_P_ALL
    s.bind((card, 0))
    s.settimeout(1)
    own = s.getsockname()[4]
    wanted = socket.inet_aton(address)
    asked = struct.pack(">HHBBH", 1, 0x0800, 6, 4, 1) + own + socket.inet_aton("0.0.0.0") + b"\0" * 6 + wanted
    for _ in range(5):
        s.send(b"\xff" * 6 + own + struct.pack(">HHH", 0x8100, int(number), 0x0806) + asked)
        end = time.monotonic() + 1
        while time.monotonic() < end:
            try:
                frame = s.recv(2048)
            except socket.timeout:
                break
            # The kernel may have taken the tag off. An answer: operation 2, the sender's address.
            arp = frame[18:] if frame[12:14] == b"\x81\0" else frame[14:]
            if arp[6:8] == b"\0\x02" and arp[14:18] == wanted:
                return 0
    return 1


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    sys.exit({"answer": answer, "find": find, "vlan": vlan}[command](*words))
