# SPDX-License-Identifier: MIT
"""What the help panel says: one short text for each screen, and the four that are always in the menu."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A help text. `parts` are pairs of a lead-in (or "") and a paragraph.

    `more`: words that lead on to the glossary and the readings, "" for none.
    """

    title: str
    parts: tuple[tuple[str, str], ...]
    more: str = ""


CLOSES = "F1 closes this."
MEANINGS = "What the words mean"


def topic(key: str) -> Topic:
    """The text for a page’s `help_key`; an unknown key gets the one about the journal as a whole."""
    return TOPICS.get(key, TOPICS["journal"])


_LOCK = (
    "Pause and Lock",
    "Both are always at the top right. Locking asks nothing: what you typed is already kept.",
)

TOPICS: dict[str, Topic] = {
    "journal": Topic(
        "Finding your way",
        (
            ("", "Today is where a page is offered. Check in, Write, History and Insights are beside it."),
            ("", "Nothing here has to be done, and nothing is counted."),
            _LOCK,
        ),
    ),
    "welcome": Topic(
        "Making a journal",
        (
            ("", "A journal is one file on this computer. Everything in it is locked with your passphrase."),
            ("", "If you have a journal already, open its file. It stays where it is."),
        ),
        more=MEANINGS,
    ),
    "passphrase": Topic(
        "Choosing a passphrase",
        (
            ("", "Five ordinary words that don’t belong together are easy to keep and hard to guess."),
            ("", "A line from a song or a name with a year is easy to guess, however long it is."),
            ("", "It can be changed only by you. Nobody can look it up or send it to you."),
            (
                "To change it",
                "look in Settings, under Privacy. Everything is locked anew, and the one before opens "
                "nothing in your journal any more. Backups made before keep the passphrase they had.",
            ),
        ),
    ),
    "recovery_key": Topic(
        "The recovery key",
        (
            ("", "It opens your journal without the passphrase, so keep it as you’d keep a door key."),
            ("", "Paper is best. A photograph or a file on this computer can be found by somebody else."),
            ("The four characters below it", "tell two sheets apart. They open nothing."),
            (
                "If it’s lost, or somebody may have seen it",
                "make a new one in Settings, under Privacy. The old one is turned off.",
            ),
        ),
    ),
    "protection": Topic(
        "What is protected",
        (("", "It holds while it’s locked and the passphrase is hard to guess. The list says the rest."),),
    ),
    "unlock": Topic(
        "Opening your journal",
        (
            ("", "Type your passphrase and press Enter. It takes about a second: that slows guessing."),
            (
                "If this computer remembers the key",
                "an empty field opens too. That’s off unless you turn it on in Settings.",
            ),
            ("If you forgot it", "use the recovery key you kept on paper. Without both, nobody can open it."),
            ("Pause", "works before opening too, with numbers to call."),
        ),
        more=MEANINGS,
    ),
    "backups": Topic(
        "Backups",
        (
            ("", "Each is a whole copy of your journal, locked with the passphrase it had that day."),
            ("A folder elsewhere", "such as a drive or a synced folder, helps if this computer is lost."),
            ("Opening one", "shows what’s in it first. Nothing is ever overwritten."),
            ("Without this app", "the folder has a note and a small program that open a backup."),
        ),
    ),
    "restore": Topic(
        "Opening a backup",
        (
            ("", "You see what’s in it before anything happens, beside what your journal holds now."),
            ("The passphrase", "is the one the journal had when the backup was made."),
            ("Your journal as it is", "is kept under a dated name, beside the backup that takes its place."),
        ),
    ),
    "today": Topic(
        "Today",
        (
            ("", "One page is offered. Begin it, look at another, or leave it until tomorrow."),
            ("", "After a few check-ins a small picture of the last four weeks appears."),
        ),
    ),
    "check_in": Topic(
        "Checking in",
        (
            ("", "Eight lines about the last day, each without a right answer. Leave any of them blank."),
            ("Keys", "Left and Right move the bead, Del clears it. A line you don’t touch is never counted."),
            ("", "It’s a picture of how it felt to you. Nothing here is a score."),
        ),
    ),
    "circles": Topic(
        "What the circles mean",
        (
            ("", "You and one other person, as it seems to you just now. Any of it can stay blank."),
            ("How near", "is how close the circles lie. Near isn’t better than apart; each has its days."),
            ("An edge", "is being myself: how plainly one can tell what is yours, and what is theirs."),
            ("The band between them", "is in touch: how much passes, both ways. One can be near with "
             "little passing, and far apart with much."),
            ("Where you’d like it to be", "is a wish, and is set against nothing."),
            ("Keys", "Arrow keys move what has the ring, Space goes on to the next, Del leaves it blank. "
             "Ctrl+Enter keeps the picture."),
            ("", "It says how it felt to you, and nothing about the other person."),
        ),
        more=MEANINGS,
    ),
    "guided": Topic(
        "A guided page",
        (
            ("", "Five steps: settle, notice, write, connect, close. In any order; stop at any of them."),
            ("Stop here for today", "sets the page down, whichever step you’re at. That counts as finished."),
            ("Ctrl+Shift+L", "takes the lighter version, and the whole one again."),
            ("Ctrl+Page Up, Ctrl+Page Down", "go a step back, and a step on. Ctrl+Enter goes on too."),
            ("On the circles", "arrow keys move what has the ring. Space goes to the next, Del clears it."),
            ("Leaving halfway", "keeps the page open. Today offers it again, at the step where you were."),
            ("", "What you type is kept within a second or so. Nothing reads it."),
        ),
    ),
    "prompts": Topic(
        "Choosing a prompt",
        (
            ("", "All of them are here, also those not offered just now. Nothing is begun by looking."),
            ("Favourites", "come round sooner. What you never want to be asked again isn’t offered."),
            ("How Today chooses", "It goes by themes you haven’t written on lately, what you haven’t met, "
             "the time of day, gentle and steady by turns, and the switches under Safety in Settings. "
             "It never looks at what you write."),
            ("Threads", "are a few prompts in an order. Today offers the next one while you follow one."),
        ),
    ),
    "writing": Topic(
        "Writing",
        (
            ("", "What you type is kept within a second or so. The line below says when."),
            ("The day it’s about", "can differ from the day you write it. Both are kept."),
        ),
    ),
    "history": Topic(
        "History",
        (
            ("", "Type in the field to search all you’ve written. Up and Down move, Enter opens."),
            ("The month", "A dot is a day with a page, a ring a day with a check-in only."),
            ("The drawer", "keeps pages you moved there for 30 days; then they’re gone."),
        ),
    ),
    "entry": Topic(
        "A page you wrote",
        (
            ("", "Change it whenever you like. Earlier wording is kept, and you can bring it back."),
            ("Move to the drawer", "takes it out of sight; it stays there for 30 days."),
        ),
    ),
    "insights": Topic(
        "Insights",
        (
            ("", "How you rated your own days, against your own past. There is no normal here, and no goal."),
            ("The line", "is a smoothed course. The pale band says how sure it can be, from so few days."),
            ("Gaps", "are days without a check-in. The line doesn’t guess across long ones."),
            ("Ctrl+T", "shows the same as a table."),
        ),
    ),
    "look_back": Topic(
        "Look back",
        (
            ("", "Your last 28 days beside the 90 before. It opens when you ask, at most every 28 days."),
            ("What it says", "stays as it was, with your note. Nothing in it is ever worked out anew."),
            ("No clear change", "is what it says most often. That isn’t a fault in your days or in you."),
            ("This day in earlier years", "shows titles once you ask. A page you seal isn’t shown again."),
        ),
    ),
    "numbers": Topic(
        "The numbers",
        (
            ("", "What stands behind the pictures, for those who want it. The pictures need none of it."),
            ("How it was made", "folds out: in plain words, as a formula, and where that comes from."),
            ("Not yet", "means that too few days lie behind it to say anything. There’s no hurry."),
        ),
    ),
    "settings": Topic(
        "Settings",
        (
            ("", "Changes apply at once."),
            ("", "How the window looks and when it locks is kept outside the journal, all else inside."),
        ),
    ),
    "pause": Topic(
        "Pause",
        (
            ("", "Nothing happens here. Stay as long as you like, with an exercise or without."),
            ("Space", "takes the next step when pictures are still."),
            ("", "This app can’t call anyone. The numbers are there to be dialled by you."),
        ),
    ),
    "words": Topic(
        "What the words mean",
        (
            ("Being myself (differentiation)", "Telling your own feelings apart, and having room to differ."),
            ("In touch (linkage)", "Being taken in by somebody, and being curious about them."),
            ("Stirred up (chaos)", "Too fast, too strong, or up in the air."),
            ("Stuck (rigidity)", "Flat, shut down, or holding on to one way."),
            (
                "Integration",
                "Here, integrating means staying distinct and in touch. Nothing has to merge.",
            ),
            ("Your usual range", "The middle of your own last weeks. Nobody else’s."),
            (
                "Where this comes from",
                "Ideas from interpersonal neurobiology: a way of describing, not of measuring.",
            ),
        ),
        more="All the words and readings",
    ),
    "keyboard": Topic(
        "Keyboard",
        (
            ("Ctrl+L or F12", "Lock at once"),
            ("Ctrl+Shift+Q or Shift+F12", "Close now: gone at once, and what you typed is kept"),
            ("Ctrl+.", "Pause"),
            ("Ctrl+N, Ctrl+I", "New page, check in"),
            ("Ctrl+1 to Ctrl+5", "Today, Check in, Write, History, Insights"),
            ("Ctrl+7", "Prompts"),
            ("Ctrl+Shift+F", "Search everything"),
            ("Alt+Left", "Back"),
            ("F6", "Jump between menus, places and page"),
            ("Ctrl++, Ctrl+-, Ctrl+0", "Larger, smaller, actual size"),
            ("F1, F11", "This panel, full screen"),
            ("Alt", "Menus, also while writing"),
        ),
    ),
    "limits": Topic(
        "What this app can and can’t see",
        (
            ("It can’t see", "the internet. It never connects, sends nothing and asks nobody."),
            ("It doesn’t read", "what you write. It finds your words when you search, and that’s all."),
            ("It keeps", "everything in one locked file. Look and lock settings are in a second, open file."),
            ("It can’t hide", "that it’s installed, when the file was last changed, or how big it is."),
            ("It can’t stop", "programs that record your keys or your screen, or a camera behind you."),
            ("Nor somebody", "who makes you open it, or who sits down while it’s open."),
            ("An old copy", "of the file, and an old backup, opens with the passphrase it had then."),
            ("A guess", "opens it too: a passphrase that somebody knows you by, or has seen you type."),
            ("What you copied", "leaves the clipboard after 30 seconds. Where you pasted it, it stays."),
            ("", "No one is watching this journal. It cannot call for help."),
        ),
    ),
    "afraid": Topic(
        "If you’re afraid of someone",
        (
            ("", "If somebody close to you checks this computer, a journal on it can put you at risk. "
             "Your safety comes first; paper, or no journal at all, may be wiser for now."),
            ("Before you write", "choose a passphrase they couldn’t guess, and use labels instead of names."),
            ("If they can sign in as you", "don’t let this computer remember the key."),
            ("While you write", "F12 locks at once and leaves a window that asks for the passphrase, "
             "under a neutral name. Shift+F12 closes it altogether. Both keep what you typed a second ago."),
            ("This app can’t protect you", "from spying software, cameras, someone who makes you open it, "
             "or copies that went to a shared cloud folder."),
            ("Talking to somebody", "A helpline for domestic abuse can help you plan. Pause has numbers, "
             "and works before unlocking. A phone they can’t look at is safer."),
        ),
    ),
    "update": Topic(
        "Bringing the app up to date",
        (
            ("", "A newer version saved this journal. The app never goes online, so it can’t fetch that."),
            ("Where to get it", "From wherever you got this one: the people who gave it to you will know."),
            ("Your journal", "It stays where it is. The newer version opens it with the same passphrase."),
        ),
    ),
    "about": Topic(
        "About IPNB Journal",
        (
            ("", "A private place to reflect, drawing on ideas from interpersonal neurobiology."),
            ("", "Free software under the MIT licence; prompts and readings are CC BY 4.0."),
            ("", "It isn’t treatment, and it isn’t for emergencies."),
        ),
    ),
}  # fmt: skip
