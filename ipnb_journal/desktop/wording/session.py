# SPDX-License-Identifier: MIT
"""The words of writing: the five steps, the room and leaving questions, noticing, and the saved line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from ipnb_journal.domain.entries import Step

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS: Mapping[Step, str] = {
    Step.SETTLE: "Settle", Step.NOTICE: "Notice", Step.WRITE: "Write",
    Step.CONNECT: "Connect", Step.CLOSE: "Close",
}  # fmt: skip
NEXT_STEP = "Next: {step}"
NEXT = "Next"
STEP_OF = "Step {number} of {count}, {step}"

STOP = "Stop here for today"
STOP_SHORT = "Stop here"
BACK_TO_WRITING, BACK_TO_WRITING_SHORT = "Back to the writing", "Back"
LIGHTER_BUTTON, LIGHTER_KEYS = "A lighter version", "Ctrl+Shift+L"
WHOLE_BUTTON = "The whole prompt"
STEP_BACK_KEYS, STEP_ON_KEYS = "Ctrl+PgUp", "Ctrl+PgDown"
LIGHTER_LINE = "The lighter version"
KIND = "As it comes. Nobody is marking this."
WORDS_ONE, WORDS = "1 word", "{count} words"
BACK_TODAY, BACK = "Today", "Back"
GONE_PROMPT = (
    "The prompt this page began with is no longer in the prompt folder. The page itself is all here."
)

ROOM_QUESTION = "How much room do you have for this right now?"
ROOM_LINE = "This one can go deeper. There’s no right answer, and it isn’t kept."
ROOM_LINE_STEADY = "Only if you’d like to ask yourself first. It isn’t kept."
ROOM_ANSWERS = {"plenty": "Plenty", "some": "Some", "a little": "A little", "none": "None"}
PERHAPS_NOT = "Perhaps not today: {when}."
ROOM_SKIP = "Go straight in"
ROOM_LITTLE = "The lighter version comes first, then. You can still take the whole prompt."
ROOM_NONE = "Then a pause first, perhaps. The prompt will be here another day too."
ROOM_LIGHTER, ROOM_WHOLE = "Begin with the lighter version", "Go on with the whole prompt"
ROOM_PAUSE, ROOM_ANYWAY, ROOM_ELSEWHERE = "Take a pause", "Go on anyway", "Back to Today"
COMPANY_TITLE = "Before you go in"
COMPANY = "Lately writing has been leaving you with a lot. Company may help more than a prompt."
COMPANY_ON = "Go on to the prompt"

SETTLE_NOTHING = "Nothing to write here. Go on whenever you like."
SETTLE_WAYS, SETTLE_OWN_WAY, SETTLE_OTHER_WAY = "Two ways to arrive", "This way", "Another way"
OTHER_WAYS = (
    "Find three things near you that share a colour.",
    "Read the nearest printed words once, slowly, whatever they are.",
    "Look for the straightest line you can see, and follow it to its end.",
    "Say to yourself which day it is, and where you are.",
    "Move one thing in front of you until it stands as you like it.",
    "Let your eyes go to the farthest thing they can reach, and wait there a moment.",
    "Count the corners of the window, or of whatever is nearest to one.",
)
BREATH_OFFER = "Follow a slow breath, if that helps"
BREATH_HIDE = "Put the breath away"
BREATH_STILL, BREATH_MOVE = "Hold the picture still", "Let the picture move"
CHECK_IN_FIRST = "Check in first, if you like"
SETTLE_OWN = "Let yourself arrive. Look around, and let your eyes rest on something that isn’t a screen."

NOTICE_HINT = "Choose any that fit, or none. It’s fine to feel very little."
NOTICE_OWN = "What is here, before many words?"
LIKE, WHERE, OWN_WORDS = "What it’s like", "Where", "In your own words, if you like"
LIKE_WORDS = ("Tight", "Held", "Warm", "Buzzing", "Heavy", "Hollow", "Soft", "Cool", "Numb", "Still")
WHERE_WORDS = ("Shoulders", "Breath", "Face", "Jaw", "Chest", "Stomach", "Hands", "Legs and feet")
NOTICE_TABS, NOTICE_BODY, NOTICE_FEELING = "Words to pick from", "In the body", "A feeling"
FEELING_WORDS: Mapping[str, tuple[str, ...]] = {
    "Roomy": ("Calm", "Curious", "Hopeful", "Playful", "Glad", "Sure"),
    "Stirred up": ("Restless", "Worried", "Cross", "Rushed", "Torn", "Startled"),
    "Stuck": ("Flat", "Bored", "Shut", "Weary", "Far away", "Blank"),
    "Tender": ("Sad", "Lonely", "Shy", "Hurt", "Longing", "Homesick"),
    "Warm": ("Fond", "Proud", "Moved", "Thankful", "Close", "Amused"),
}
OWN_BEFORE = "Your own"
YOU_NOTICED = "You noticed"

WRITE_PLACE = "Start anywhere"
CONNECT_OWN = "Who else is here, and what might it be like for them?"
CONNECT_PLACE = "As much or as little as you like"
WHO = "Who is this about?"
BELONGS, BELONGS_BEFORE = "Or a place it belongs to, if there is one", "Places from before"
ADD_SOMEONE = "Add someone"
ADD_LABEL = "A name, initials, or any word you’ll know them by"
ADD, NEVER_MIND = "Add", "Never mind"

CLOSE_OWN = "You can set this down now. Look up from the page for a moment."
AFTER, AFTER_STEP, AFTER_REST = "What comes after?", "One small thing", "A rest"
TAKE = "One thing to take with you or to do next, if there is one"
REST_LINE = "Then a rest is what comes next. There’s nothing to write here."
SET_DOWN_HERE = (
    "The page is set down, and it’s in your history. Answer only if you like; it isn’t kept with the page."
)
LEAVING_QUESTION = "How are you leaving this?"
LEAVING_HINT = "If you like. It isn’t kept with the page."
LEAVING_ANSWERS = {
    "lighter": "Lighter", "about the same": "About the same", "heavier": "Heavier", "too much": "Too much",
}  # fmt: skip
GROUNDING = "Press your feet down, and name five things you can see. There’s no hurry to be anywhere else."
TOO_MUCH = "Then let’s set this down. You don’t have to finish it."
TOO_MUCH_PAUSE = "Then let’s set this down. A pause is ready when you close the page."
LEAVE, LEAVE_PAUSE = "Back to Today", "Take a pause"
CLOSE_PAGE, CLOSE_PAUSE = "Close the page", "Close the page and pause"
CLOSED = "The page is set down. It’s in your history."
SET_DOWN_BLANK = "Nothing was written, and that’s fine. No page was kept."

SAVING, SAVED, SAVED_SHORT = "Saving", "Saved on this computer, just now", "Saved"
SAVED_MINUTES_ONE, SAVED_MINUTES = (
    "Saved on this computer, a minute ago",
    "Saved on this computer, {minutes} minutes ago",
)
SAVED_EARLIER = "Saved on this computer"
NOT_SAVED, NOT_SAVED_SHORT, TRY_AGAIN = "Not saved. {reason}", "Not saved", "Try again"
REASONS: Mapping[str, str] = {
    "disk_full": "There’s no room left on this disk.",
    "vault_read_only": "This journal’s file or folder can’t be written just now.",
    "vault_missing": "The journal’s file isn’t where it was.",
    "vault_busy": "Something else is using the journal’s file.",
    "vault_damaged": "Part of this journal is damaged.",
    "vault_locked": "The journal is locked.",
}
REASON_OTHER = "The journal couldn’t be written just now."

CONNECT_LABEL = "In connection"
DETAILS_DONE = "Done"
FIND_ONE, FIND_COUNT, FIND_AT = "1 place", "{count} places", "{at} of {count}"
FREE_PLACE, FREE_NAME = "As it comes", "Your page"
FREE_TITLE = "A title, if it wants one"
FREE_SET_DOWN = "Set it down"
SET_DOWN_EARLIER = "The page before is set down. It’s in your history."
CHANGE_DONE, CHANGE_DONE_SHORT = "Keep the changes", "Keep"
CHANGE_DROP, CHANGE_DROP_SHORT = "Put it back as it was", "Put back"
CHANGED = "Changed. The earlier words are kept with the page."
PUT_BACK = "Put back as it was."
DETAILS = "Details"
DETAILS_WHO, DETAILS_DAY, DETAILS_TAGS = "Who it’s about", "The day it’s about", "Tags"
DETAILS_DAY_HINT = "When it was written is kept apart from this."
TAGS_PLACE = "A few words, with commas between"
ABOUT_LINE = "About {names}"
FIND, FIND_NONE, FIND_NEXT, FIND_PREVIOUS, FIND_CLOSE = (
    "Find in this page", "Nothing with these words", "Next", "Previous", "Close",
)  # fmt: skip

OWN_LINES: Mapping[Step, str] = {
    Step.SETTLE: SETTLE_OWN,
    Step.NOTICE: NOTICE_OWN,
    Step.WRITE: WRITE_PLACE,
    Step.CONNECT: CONNECT_OWN,
    Step.CLOSE: CLOSE_OWN,
}


def other_way(prompt_id: str) -> str:
    """A line to arrive by that needs no body, the same for a prompt each time."""
    return OTHER_WAYS[crc32(prompt_id.encode()) % len(OTHER_WAYS)]


def step_of(step: Step) -> str:
    """Where a person is among the five: "Step 3 of 5, write"."""
    order = tuple(Step)
    return STEP_OF.format(number=order.index(step) + 1, count=len(order), step=STEPS[step].lower())


def words(count: int) -> str:
    """How many words a page has, in words."""
    return WORDS_ONE if count == 1 else WORDS.format(count=count)


def noticed(picked: tuple[str, ...], own: str) -> str:
    """What was noticed as one line: the picked words in lower case, then the person's own."""
    told = [word.lower() for word in picked]
    if own.strip():
        told.append(own.strip())
    return ", ".join(told)


def found(count: int) -> str:
    """In how many places of the page the words stand; "" for none."""
    return "" if not count else FIND_ONE if count == 1 else FIND_COUNT.format(count=count)


def saved_since(seconds: float) -> str:
    """The saved line, so many seconds after the words reached the file."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return SAVED
    if minutes == 1:
        return SAVED_MINUTES_ONE
    return SAVED_MINUTES.format(minutes=minutes) if minutes < 60 else SAVED_EARLIER


@dataclass(frozen=True, slots=True)
class SavedWords:
    """What the bar says about the words: in full, in short, with which icon, and what can be pressed."""

    text: str = ""
    short: str = ""
    icon: str = ""
    retry: str = ""
    risky: bool = False


def saved_words(state: str, seconds: float = 0.0, code: str = "") -> SavedWords:
    """The saved line for a state ("untouched", "saving", "saved", "not_saved").

    `seconds` since the words reached the file; `code` of the error that kept them from it.
    """
    if state == "saving":
        return SavedWords(SAVING, SAVING)
    if state == "saved":
        return SavedWords(saved_since(seconds), SAVED_SHORT, "check")
    if state == "not_saved":
        text = NOT_SAVED.format(reason=reason(code))
        return SavedWords(text, NOT_SAVED_SHORT, "circle-alert", TRY_AGAIN, risky=True)
    return SavedWords()


def reason(code: str) -> str:
    """Why words could not be saved, by the code of the error."""
    return REASONS.get(code, REASON_OTHER)
