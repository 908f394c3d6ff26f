# SPDX-License-Identifier: MIT
"""The encrypted memory: the only place that holds SQL and keys."""
