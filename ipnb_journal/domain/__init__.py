# SPDX-License-Identifier: MIT
"""What things are and mean: frozen dataclasses and pure functions, no I/O, no clock."""
