# SPDX-License-Identifier: MIT
"""Words for people: what the shell says, apart from the code that shows it."""
