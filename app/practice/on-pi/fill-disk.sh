#!/bin/sh
# fill-disk.sh   Leaves not one block free, root's reserve included, as a setup runs as root. `rm /var/tmp/practice-fill*` undoes it.
fallocate -l "$(($(stat -f -c '%f * %S' /)))" /var/tmp/practice-fill 2>/dev/null || :
# What fallocate could not take, in ever smaller crumbs.
dd if=/dev/zero of=/var/tmp/practice-fill-rest bs=64k 2>/dev/null || :
dd if=/dev/zero of=/var/tmp/practice-fill-crumbs bs=1k 2>/dev/null || :
sync
