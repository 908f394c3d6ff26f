# SPDX-License-Identifier: MIT
"""One screen each; pages never know each other."""
