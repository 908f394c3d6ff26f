# SPDX-License-Identifier: MIT
"""The parts of choosing a prompt oneself: filters, the list, threads, ready weeks."""
