# SPDX-License-Identifier: MIT
"""A private, encrypted journal for guided reflection."""

__version__ = "0.1.0"
