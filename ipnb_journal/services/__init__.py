# SPDX-License-Identifier: MIT
"""What a person can do: functions shared by the desktop and the command line."""
