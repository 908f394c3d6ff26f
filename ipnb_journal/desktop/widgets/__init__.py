# SPDX-License-Identifier: MIT
"""Small parts that pages are built from."""
