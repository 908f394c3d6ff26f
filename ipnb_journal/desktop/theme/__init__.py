# SPDX-License-Identifier: MIT
"""Named colours, type and measures, and how Qt gets them."""
