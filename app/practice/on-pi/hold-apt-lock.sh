#!/bin/sh
# hold-apt-lock.sh   Keeps apt's and dpkg's locks until the unit practice-apt-lock is stopped. They are fcntl locks, which flock(1) does
# not take; perl is on every Debian. systemd reads $$ as a dollar.
# shellcheck disable=SC2016
systemd-run -q --collect --unit=practice-apt-lock perl -MFcntl -e '
    for (@ARGV) {
        open(my $$file, "+>>", $$_) or die;
        my $$all = pack("s s x4 q q i", F_WRLCK, 0, 0, 0, 0);
        fcntl($$file, F_SETLKW, $$all) or die;
        push @keep, $$file;
    }
    sleep' /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock
