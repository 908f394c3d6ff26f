# SPDX-License-Identifier: MIT
"""What is said of keeping a journal's key in this computer's keyring."""

from __future__ import annotations

ASKING = "Asking this computer’s keyring. It may want something of you, in a window of its own."
ASK_AGAIN = "Try the keyring again"

REMEMBER = "Remember the key on this computer"
REMEMBER_LINE = (
    "Uses this computer’s own keyring, so you can open your journal without typing. "
    "Anyone who can sign in as you could open it too."
)
REMEMBERED_LINE = (
    "The key is in this computer’s keyring, so your journal opens without typing. "
    "Anyone who can sign in as you can open it too."
)
FORGET = "Forget on this computer"
PUTTING, TAKING = "Giving the key to the keyring", "Taking the key out of the keyring"
FORGOTTEN = "The key is gone from this computer’s keyring. Your passphrase opens the journal."
STILL_THERE = "The key may still be in the keyring."
NOT_MADE_UP = "This journal is made up and goes when its window closes, so its key isn’t remembered."

QUESTION_TITLE = "Remember the key on this computer"
QUESTION = (
    "Anyone who can sign in to this computer as you will be able to open your journal. "
    "So will any program you run while you’re signed in. "
    "If you share this account with someone, leave it off."
)
QUESTION_SAFE = (
    "Your passphrase isn’t kept anywhere, and still opens the journal. You can have the key forgotten here."
)
LEAVE_OFF, DO_REMEMBER = "Leave it off", "Remember the key"
