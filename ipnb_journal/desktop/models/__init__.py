# SPDX-License-Identifier: MIT
"""Rows for item views."""
