#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs each journey with the Python given, in a process of its own as the program is: windows that the journeys
# before it left behind, taken apart by Python's collector, crashed a later one now and then.
set -eu
for journey in "$(dirname "$0")"/test_*.py; do
    "$1" -m pytest -q -p no:cacheprovider "$journey"
done
