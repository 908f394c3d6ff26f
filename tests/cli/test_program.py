# SPDX-License-Identifier: MIT
"""The command line as a person meets it: help everywhere, one line of refusal, quiet ends."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipnb_journal import __version__
from ipnb_journal.cli.commands import parser

PASSPHRASE = "harbour violet mistake lantern frost"


def every_parser(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                found += every_parser(inner)
    return found


def options() -> list[tuple[str, argparse.Action]]:
    return [(one.prog, action) for one in every_parser(parser()) for action in one._actions]


def ipnb(*arguments: object, text: bytes = b"", passphrase: str | None = PASSPHRASE, **more):
    """Run the real program; the passphrase goes in by a descriptor, as a script would do it."""
    command = [sys.executable, "-m", "ipnb_journal", *map(str, arguments)]
    if passphrase is None:
        return subprocess.run(command, input=text, capture_output=True, timeout=50, **more)
    reading, writing = os.pipe()
    os.write(writing, passphrase.encode() + b"\n")
    os.close(writing)
    try:
        return subprocess.run(
            [*command, "--passphrase-fd", str(reading)],
            input=text,
            capture_output=True,
            timeout=50,
            pass_fds=(reading,),
            **more,
        )
    finally:
        os.close(reading)


def test_the_whole_tree_is_there():
    commands = {one.prog.removeprefix("ipnb-journal").strip() for one in every_parser(parser())}
    assert commands == {
        "", "new", "passphrase", "check", "salvage", "entries", "search", "write", "insights", "prompts",
        "prompts check", "prompts schema", "prompts preview", "export", "import", "backup", "backups",
        "restore", "demo", "screenshots",
    }  # fmt: skip


def test_every_command_and_option_has_help():
    for prog, action in options():
        if isinstance(action, argparse._SubParsersAction):
            assert {one.dest for one in action._choices_actions} == set(action.choices), prog
            assert all(one.help for one in action._choices_actions), prog
        else:
            assert action.help, f"{prog} {action.dest}"
    for one in every_parser(parser()):
        assert one.format_help()


def test_no_option_takes_a_passphrase():
    for prog, action in options():
        names = " ".join([action.dest, *action.option_strings]).lower()
        if "pass" in names or "key" in names or "secret" in names:
            assert (action.dest, action.type) == ("passphrase_fd", int), prog


def test_no_part_of_the_program_reads_a_passphrase_from_the_environment():
    root = Path(sys.modules["ipnb_journal"].__file__).parent
    for path in (root / "cli").glob("*.py"):
        assert "environ[" not in path.read_text()
        assert "getenv" not in path.read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ["unknown"],
        ["entries"],
        ["entries", "a.vault", "--limit", "0"],
        ["entries", "a.vault", "--limit", "many"],
        ["entries", "a.vault", "--from", "13 March"],
        ["entries", "a.vault", "--passphrase-fd", "three"],
        ["entries", "a.vault", "--passphrase", "secret"],
        ["search", "a.vault"],
        ["write", "a.vault", "--person", ""],
        ["write", "a.vault", "--person", "x" * 61],
        ["write", "a.vault", "--day", "2025-02-30"],
        ["export", "a.vault"],
        ["export", "a.vault", "--to", "pdf"],
        ["import", "a.vault", "a.json"],
        ["prompts"],
        ["prompts", "check"],
        ["screenshots"],
        ["screenshots", "d", "--size", "12"],
        ["screenshots", "d", "--text", "250"],
        ["screenshots", "d", "--theme", "pink"],
    ],
)
def test_wrong_usage_is_two_and_one_line(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(arguments)
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "--help" in told


def test_version_and_help_are_done():
    told = ipnb("--version", passphrase=None)
    assert (told.returncode, told.stdout.decode()) == (0, f"ipnb-journal {__version__}\n")
    helped = ipnb("--help", passphrase=None)
    assert helped.returncode == 0
    assert b"Exit codes" in helped.stdout


def test_a_life_of_a_journal_from_the_terminal(tmp_path):
    """The real program, its real key derivation, one command after another."""
    file = tmp_path / "notes.vault"
    made = ipnb("new", file)
    assert made.returncode == 0, made.stderr
    code = [line.strip() for line in made.stdout.decode().splitlines() if line.startswith("    ")]
    assert len("-".join(code).split("-")) == 14

    kept = ipnb("write", file, "--title", "T\x1b[2Jitle", "--tag", "tried", "--person", "Ana", "--day",
                "2025-03-13", text=b"First line\r\nSecond, with a bell\x07\n")  # fmt: skip
    assert kept.returncode == 0, kept.stderr
    assert kept.stdout == b"kept: 2025-03-13  T[2Jitle\n"

    listed = json.loads(ipnb("entries", file, "--json").stdout)
    assert [(one["day"], one["people"], one["tags"]) for one in listed] == [
        ("2025-03-13", ["Ana"], ["tried"])
    ]

    found = ipnb("search", file, "seco")
    assert b"Second, with a bell" in found.stdout
    assert b"\x1b" not in found.stdout

    assert ipnb("check", file).returncode == 0
    refused = ipnb("check", file, passphrase="not the one at all")
    assert refused.returncode == 1
    assert refused.stdout == b""
    assert refused.stderr.count(b"\n") == 1
    assert str(file).encode() in refused.stderr


@pytest.mark.parametrize("command", ["check", "entries"])
def test_a_missing_journal_is_refused_in_one_line(tmp_path, command):
    told = ipnb(command, tmp_path / "none.vault")
    assert (told.returncode, told.stdout) == (1, b"")
    assert told.stderr.decode().count("\n") == 1
    assert "none.vault" in told.stderr.decode()
    assert "Traceback" not in told.stderr.decode()


def test_with_nobody_to_type_the_passphrase_it_says_how_to_give_it(tmp_path):
    told = ipnb("check", tmp_path / "notes.vault", passphrase=None, start_new_session=True)
    assert told.returncode == 1
    assert b"--passphrase-fd" in told.stderr
    assert told.stderr.count(b"\n") == 1


def test_a_reader_that_stops_reading_ends_it_quietly():
    command = [sys.executable, "-m", "ipnb_journal", "prompts", "check", "--json", *["none.toml"] * 3000]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()
        process.wait(timeout=50)
    assert b"Traceback" not in told
    assert b"BrokenPipe" not in told


WATCHED_DEMO = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ipnb_journal.cli import main
from ipnb_journal.desktop.main import Desktop
shown = []

def marked(window):
    words = [one.accessibleName() for one in window.findChildren(QWidget) if one.isVisible()]
    words += [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    return any("Made-up journal" in text for text in words)

def look(desktop, left):
    if marked(desktop.window):
        shown.append(True)
        desktop.window.close()
    elif left:
        QTimer.singleShot(50, lambda: look(desktop, left - 1))
    else:
        QApplication.exit(3)

original = Desktop.show

def show(self, opening=None):
    original(self, opening)
    look(self, 300)

Desktop.show = show
code = main(["demo"])
assert shown, "the mark was not seen"
sys.exit(code)
"""


def test_the_demo_opens_unlocked_and_leaves_nothing_behind(tmp_path):
    """The real window offscreen; it is closed once its mark is seen."""
    own = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_DEMO], env=os.environ | own, capture_output=True, timeout=40
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"made up" in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("ipnb-journal-demo-")] == []


def test_screenshots_of_one_page_are_taken_without_a_screen(tmp_path):
    told = ipnb("screenshots", tmp_path, "--page", "welcome", "--theme", "dark", passphrase=None)
    assert told.returncode == 0, told.stderr
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files
    assert all(name.startswith("welcome") and name.endswith("-dark.png") for name in files)
    assert sorted(told.stdout.decode().splitlines()) == [str(tmp_path / name) for name in files]


@pytest.mark.parametrize(("folder", "page"), [("pictures", "nothing"), ("/dev/null/pictures", "unlock")])
def test_screenshots_that_cannot_be_taken_are_refused_in_one_line(tmp_path, folder, page):
    told = ipnb("screenshots", tmp_path / folder, "--page", page, "--theme", "light", passphrase=None)
    assert (told.returncode, told.stdout) == (1, b"")
    assert told.stderr.count(b"\n") == 1
