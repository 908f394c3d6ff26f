# SPDX-License-Identifier: MIT
"""The editor of one's own prompts: its form, and the help beside it."""
