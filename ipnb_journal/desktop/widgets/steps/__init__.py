# SPDX-License-Identifier: MIT
"""What lies on the sheet at each step of a guided page, and the questions before it."""
