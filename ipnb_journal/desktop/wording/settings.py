# SPDX-License-Identifier: MIT
"""The words of the settings: each row's name and its one plain line, and what came of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipnb_journal.desktop.wording.names import reading_names
from ipnb_journal.desktop.wording.today import theme_words

if TYPE_CHECKING:
    from datetime import datetime

    from ipnb_journal.domain.prompts import Theme
    from ipnb_journal.domain.safety import CrisisLine
    from ipnb_journal.services.transfer import Imported

TITLE = "Settings"
TABS = (("privacy", "Privacy"), ("appearance", "Appearance"), ("safety", "Safety"), ("about", "About"))

LOCK = "Lock by itself"
LOCK_LINE = (
    "When you’ve been away from the keyboard for a while, and whenever the computer sleeps "
    "or its screen locks."
)
LOCK_NEVER_LINE = "Only when the computer sleeps or its screen locks, and when you lock it yourself."
LOCK_MINUTES = (0, 1, 2, 5, 10, 15)
MINIMISE = "Lock when minimised"
MINIMISE_LINE = "Putting the window away locks the journal too."
FOCUS = "Hide the window when it loses focus"
FOCUS_LINE = "The page turns blank when you switch to something else."
FOCUS_LOCK = "Lock when you switch to something else"
FOCUS_LOCK_LINE = "Another window in front locks the journal. Choosing a file or a printer doesn’t."
CAPTURE = "Leave the window out of screenshots"
CAPTURE_LINE = "Recordings and shared screens show it blank. Some screen readers and magnifiers may too."
CAPTURE_REFUSED = "This computer can’t leave the window out of screenshots."
LIMITS = "What none of this can stop"
LIMITS_LINE = "Being watched, being made to open it, old copies. Good to know before you rely on it."
LIMITS_BUTTON = "Read about it"
WINDOW = "Name of the window"
WINDOW_LINE = "Shown in the title bar and in the list of open windows. Choose one that says nothing."
JOURNAL = "Name of the journal"
JOURNAL_LINE = "Shown at the top of the sidebar, only while the journal is open."
CHECK = "Check the journal file"
CHECK_LINE = (
    "Reads every part of it and makes sure nothing is damaged. Takes seconds, or a minute if it’s large."
)
CHECK_BUTTON = "Check now"
CHECKING = "Reading every part of the file"
CHECK_STOP, CHECK_STOPPED = "Stop", "Not checked to the end. Nothing has been changed."
CHECKED = "Checked at {time}. Every part can be read, and nothing is damaged."
CHECKED_BADLY = "Checked at {time}. Some of it can’t be read. Nothing has been changed."
EXPORT = "Export"
EXPORT_LINE = "A plain copy you can read anywhere. It won’t be locked, so put it somewhere safe."
EXPORT_BUTTON = "Export"
EXPORT_CAPTION = "Where to put the plain copy"
EXPORTING = "Writing the copy"
EXPORTED = "The copy is in “{file}”. It isn’t locked."
IMPORT = "Bring in an archive"
IMPORT_LINE = "Adds the pages of an exported copy that aren’t here yet. What’s here stays as it is."
IMPORT_BUTTON = "Bring in"
IMPORT_CAPTION = "Choose an archive"
IMPORTING = "Reading the archive"
ARCHIVES = ("Archives (*.json)", "All files (*)")

THEME = "Light or dark"
LOOKS = (("light", "Light"), ("dark", "Dark"), ("system", "Follow this computer"))
SIZE = "Text size"
SIZE_NOW = "{percent}%, up to 200%"
SPACING = "Line spacing and width"
SPACING_LINE = "Wider spacing can make long writing easier on the eyes."
SPACINGS = (("close", "Close"), ("open", "Open"), ("wide", "Wide"))
STILL = "Still pictures"
STILL_LINE = "Nothing moves or fades. Follows this computer unless you change it."
CONTRAST = "Strong contrast"
CONTRAST_LINE = "Darker text, solid lines, no texture."
WORD_COUNT = "Word count"
WORD_COUNT_LINE = "Shows the number of words while you write."
PREVIEW = "How it will look"
PREVIEW_PROMPT = "What is one thing that is yours to carry, and one that isn’t?"
PREVIEW_WRITING = "Mine: the phone call. Not mine: whether he is glad I made it."

PEOPLE = "People you can reach"
PEOPLE_LINE = "Shown on the Pause page. This app can’t call anyone, and never tells anyone you looked."
NO_ONE_YET = "Nobody is written down yet."
ADD, ADD_TITLE = "Add someone", "Someone you can reach"
CHANGE = "Change {name}"
NAME, NUMBER, HOURS = "Name", "Number", "When, if you like"
HOURS_HINT = "For example: any time before midnight."
SAVE_NEW, SAVE, CANCEL, REMOVE = "Add to the list", "Save", "Cancel", "Take off the list"
NOTHING_TYPED = "A name or a number is needed"
REMOVED, CHANGED = "{name} is off the list", "{name} is changed"
COUNTRY = "Country for crisis lines"
COUNTRY_LINE = "Pause shows these numbers first. Numbers change, so it’s good to check them in a calm hour."
COUNTRY_NONE = "Not chosen"
PAUSE = "Offer a pause"
PAUSE_LINE = "When a check-in or a page leaves you with a lot, the Pause page is offered. It never insists."
QUICK = "Quick lock"
QUICK_LINE = "Locks at once and shows nothing behind it."
QUICK_KEYS = (("Ctrl", "L"), ("F12",))
CLOSE_NOW = "Close now"
CLOSE_NOW_LINE = "Gone at once: the window, the program, everything. What you typed a second ago is kept."
CLOSE_NOW_KEYS = (("Ctrl", "Shift", "Q"), ("Shift", "F12"))
AFRAID = "If you’re afraid of someone"
AFRAID_LINE = "What to think of before you write, and what this app can’t protect you from."
KEYS_OR = "or"
UNSAFE = "Not everyone around me is safe"
UNSAFE_LINE = "Leaves out prompts that could put you at risk. Kept inside the locked journal."
BODY = "Leave out prompts about the body"
BODY_LINE = "For when paying attention to the body makes things harder, as with panic, pain or eating."
KINDNESS = "Kindness to myself is hard just now"
KINDNESS_LINE = "Leaves out prompts that ask you to be kind to yourself."
LOSS = "A loss not long ago"
LOSS_LINE = "Leaves out prompts that could pull at it. Switch it off whenever you like."
SEPARATION = "A separation not long ago"
SEPARATION_LINE = "Leaves out prompts that could pull at it, for as long as you want."
LOSE_TOUCH = "Sometimes I lose time, or touch with where I am"
LOSE_TOUCH_LINE = "Leaves out prompts that could make it harder to stay here. Kept inside the locked journal."
LAST_MARK = "Mark where the sliders were"
LAST_MARK_LINE = "A check-in shows faintly what you answered last time."
TOPICS = "Topics to leave out"
TOPICS_LINE = "Prompts about these won’t be offered. You can change your mind."
TOPICS_NONE, TOPICS_DONE = "None chosen", "Done"
CRISIS = (
    (
        "This is a journal",
        "It isn’t watched by anyone, it doesn’t read what you write, and it can’t get help for you.",
    ),
    (
        "If you might hurt yourself or someone else",
        "Please call your local emergency number, or a crisis line. "
        "You can do that before you finish the page.",
    ),
)

APP_NAME = "IPNB Journal"
VERSION = "Version {version}"
ABOUT = (
    (
        "What it is",
        "A private place to reflect, drawing on ideas from interpersonal neurobiology. Check-ins and charts "
        "show how things felt to you; they measure nothing else.",
    ),
    (
        "What it isn’t",
        "It isn’t treatment or a diagnosis, and it isn’t for emergencies. No one is watching this journal. "
        "It cannot call for help.",
    ),
    (
        "Nothing is sent anywhere",
        "There is no account, and the app never connects. Everything you write stays in one locked file "
        "on this computer.",
    ),
)
OFFLINE = "The app has asked this computer to refuse it every connection, and the computer does."
NOT_OFFLINE = (
    "This computer offers the app no way to have connections refused to it. It makes none all the same."
)
FILE = "Where your journal is"
FILE_ASIDE = "Copy this file to move or keep the journal. It opens with the passphrase it had then."
LICENCES = "Licences"
LICENCES_LINE = "Free software: use it, pass it on, change it. The full texts come with the program."
LICENCE_LIST = (
    ("The program", "MIT"),
    ("Prompts, homework weeks, words and readings", "CC BY 4.0"),
    ("Literata, Figtree and Atkinson Hyperlegible Mono", "SIL Open Font License 1.1"),
    ("Lucide icons", "ISC"),
    ("Passphrase words, from the EFF", "CC BY 3.0 US"),
    ("Qt for Python", "LGPL 3"),
    ("SQLCipher", "BSD"),
    ("libsodium", "ISC"),
)

COUNTRIES = {
    "AU": "Australia",
    "BR": "Brazil",
    "CA": "Canada",
    "DE": "Germany",
    "ES": "Spain",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IN": "India",
    "LV": "Latvia",
    "NL": "Netherlands",
    "NZ": "New Zealand",
    "US": "United States",
}


def lock_after(minutes: int) -> str:
    """A waiting time in words; 0 is never."""
    if minutes == 0:
        return "Never"
    return "After 1 minute" if minutes == 1 else f"After {minutes} minutes"


def country(code: str) -> str:
    """A country by its name; a code we have no name for stays as it is."""
    return COUNTRIES.get(code, code)


def reached_by(line: CrisisLine) -> tuple[str, str]:
    """A line's number, or its address on the web; then when, or how, it is reached."""
    when = line.hours or line.how
    return line.number or line.url.removeprefix("https://"), when[:1].upper() + when[1:]


def topic(theme: Theme) -> str:
    """A theme as a choice: "Saying yes and no"."""
    told = theme_words(theme) or theme
    return told[0].upper() + told[1:]


def topics_chosen(number: int) -> str:
    """What the button says that opens the topics."""
    return f"{number} left out" if number else TOPICS_NONE


def archive_name(now: datetime) -> str:
    """A file name for an exported copy that says nothing about what is in it."""
    return f"notes-{now:%Y-%m-%d}.json"


def brought_in(told: Imported) -> str:
    """What an import came to."""
    counts = (
        (told.entries, "page", "pages"),
        (told.checkins, "check-in", "check-ins"),
        (told.people, "person", "people"),
        (told.drafts, "open page", "open pages"),
        (told.own_prompts, "prompt of your own", "prompts of your own"),
        (told.event_notes, "note on the time line", "notes on the time line"),
        (told.look_backs, "Look-back", "Look-backs"),
        (told.own_prompts, "prompt of your own", "prompts of your own"),
        (told.event_notes, "note on the time line", "notes on the time line"),
        (told.look_backs, "Look-back", "Look-backs"),
    )
    added = tuple(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    parts = [f"Added {reading_names(added)}." if added else "There was nothing new in it."]
    if told.different:
        kept = "1 page was" if told.different == 1 else f"{told.different} pages were"
        parts.append(f"{kept} here with other words, and yours stayed.")
    elif told.already_there and added:
        parts.append("The rest was here already.")
    return " ".join(parts)
