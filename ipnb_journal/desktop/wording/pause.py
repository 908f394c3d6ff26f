# SPDX-License-Identifier: MIT
"""The few words of the pause page that are not in `safety`."""

from __future__ import annotations

BACK_TO_PAGE, BACK = "Back to the page", "Back"
CLOSE_AND_LOCK = "Close and lock"
CARRY_ON = "Carry on"
TOO_MUCH_ALONE = "If it’s too much alone"
YOUR_PEOPLE = "People you wrote down"
NUMBERS_FOR = "Numbers for {country}"
NUMBERS = "Numbers to call"
ALL_COUNTRIES, ONE_COUNTRY = "All countries", "Only {country}"
ANYWHERE = "Anywhere"
CHECKED = "Checked on {day}."
DOUBLE_CHECK = "Checked on {day}, over a year ago. Please double-check it."
NO_NUMBERS = "The list of numbers couldn’t be read. Your local emergency number still works."
