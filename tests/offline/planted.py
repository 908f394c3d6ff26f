# SPDX-License-Identifier: MIT
"""A pytest plug-in that does what the program must not: it makes one AF_INET socket and says nothing."""

from __future__ import annotations

import socket

socket.socket(socket.AF_INET).close()
