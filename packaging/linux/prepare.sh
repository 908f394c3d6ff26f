#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages that Qt needs to open a window ("run"), and the programs that the
# tests use beside it ("test"). Says what it does; where it may not install, it names the command.
set -eu

run_packages="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libx11-6 libx11-xcb1
libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1
libxkbcommon0 libxkbcommon-x11-0"
test_packages="xvfb xauth xdotool x11-utils dbus-daemon dbus-bin gnome-keyring age argon2 strace gcc libc6-dev"

wanted=$run_packages
[ "${1:-run}" = test ] && wanted="$run_packages $test_packages"

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "setup: not a Debian system; if Qt reports a missing library, install it with your package manager"
    exit 0
fi

missing=
for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    asroot=
elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    asroot=sudo
else
    echo "setup: these system packages are missing and need an administrator. Run, then try again:"
    echo "    sudo $install"
    exit 1
fi
echo "setup: installing system packages:$missing"
$asroot apt-get update -q >/dev/null
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $asroot $install >/dev/null
