# SPDX-License-Identifier: MIT
"""Run by test_sinks: hostile text in every part of the window that shows words, and in what may not.

Arguments: the folder of the canaries, and "parts" or "controls". Prints each sink's name as it is done.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QRectF, QStringListModel, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ipnb_journal import paths
from ipnb_journal.desktop.banner import Banner
from ipnb_journal.desktop.main import make_app
from ipnb_journal.desktop.models.lately import LatelyLine
from ipnb_journal.desktop.theme.theme import Theme
from ipnb_journal.desktop.widgets import buttons, choices
from ipnb_journal.desktop.widgets.chips import Chip
from ipnb_journal.desktop.widgets.combo import Combo
from ipnb_journal.desktop.widgets.compared import Compared
from ipnb_journal.desktop.widgets.contact_list import ContactList
from ipnb_journal.desktop.widgets.dialog import CalmDialog
from ipnb_journal.desktop.widgets.drawer_row import DrawerRow
from ipnb_journal.desktop.widgets.editor import PaperEditor
from ipnb_journal.desktop.widgets.empty import EmptyState
from ipnb_journal.desktop.widgets.entry_list import EntryList, EntryRow, EntryRowDelegate
from ipnb_journal.desktop.widgets.fields import Field, Line
from ipnb_journal.desktop.widgets.growing_editor import GrowingEditor
from ipnb_journal.desktop.widgets.help_panel import HelpPanel
from ipnb_journal.desktop.widgets.invitation import InvitationSheet, Offer
from ipnb_journal.desktop.widgets.lately_row import LatelyRow
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.widgets.name_line import NameLine
from ipnb_journal.desktop.widgets.nav import SideNav
from ipnb_journal.desktop.widgets.people_picker import PeoplePicker
from ipnb_journal.desktop.widgets.reading import Reading
from ipnb_journal.desktop.widgets.safe_document import SafeDocument
from ipnb_journal.desktop.widgets.secret import SecretField
from ipnb_journal.desktop.widgets.setting_row import SettingRow
from ipnb_journal.desktop.widgets.tabs import Tabs
from ipnb_journal.desktop.widgets.text import PromptLabel, Text
from ipnb_journal.desktop.wording.errors import Words
from ipnb_journal.domain.comparison import compare
from ipnb_journal.domain.people import Person
from ipnb_journal.domain.safety import Contact
from tests.builders import DAY
from tests.sinks.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Callable

    Sink = Callable[[Theme, str], object]


def cut(theme: Theme, text: str) -> QWidget:
    """Cut short, so that the whole of it is in its tool tip."""
    return Text(theme, "ui", text * 9, max_lines=1)


def people_of(text: str) -> tuple[Person, ...]:
    return (Person(1, "u", text, 1, 1), Person(2, "v", f"R&D {text}", 2, 2))


def picker(theme: Theme, text: str) -> QWidget:
    made = PeoplePicker(theme)
    made.show_people(people_of(text))
    return made


def combo(theme: Theme, text: str) -> QWidget:
    made = Combo(theme, text)
    made.add(text, 1)
    made.add(text, 2, mark=1)
    made.show()
    made.showPopup()
    shown(made.view())
    made.hidePopup()
    return made


def field(theme: Theme, text: str) -> QWidget:
    made = Field(theme, text, hint=text, placeholder=text)
    made.set_text(text)
    made.show_error(text, text)
    return made


def secret(theme: Theme, text: str) -> QWidget:
    made = SecretField(theme, text)
    made.line.setText(text)
    made.show_error(text)
    return made


def name_line(theme: Theme, text: str) -> QWidget:
    made = NameLine(theme, text)
    made.show_name(text)
    return made


def contacts(theme: Theme, text: str) -> QWidget:
    made = ContactList(theme)
    made.show_contacts((Contact(1, text, text, text, 1),))
    return made


def rows(theme: Theme, text: str) -> QWidget:
    listed = (EntryRow(heading=text), EntryRow(text, text, text, people=((1, text),), note=text, beside=text))
    made = EntryList(theme)
    model = QStringListModel([text, text], made)
    made.setModel(model)
    made.setItemDelegate(EntryRowDelegate(theme, lambda index: listed[index.row()], made))
    made.resize(700, 300)
    return made


def banner(theme: Theme, text: str) -> QWidget:
    made = Banner(theme)
    made.tell(Words(text, text, text, text, risky=True), text)
    return made


def dialog(theme: Theme, text: str) -> QWidget:
    return CalmDialog(
        theme, text, text, safe=text, detail=text, actions=(("a", text), ("b", text)), danger="b"
    )


def help_panel(theme: Theme, text: str) -> QWidget:
    made = HelpPanel(theme)
    made.show_help(text, ((text, text),), text)
    return made


def nav(theme: Theme, text: str) -> QWidget:
    made = SideNav(theme, [(1, text, "sun-medium")], [(2, text, "settings")], name=text)
    made.set_journal_name(text)
    return made


def invitation(theme: Theme, text: str) -> QWidget:
    made = InvitationSheet(theme)
    made.offer(Offer(text, text, text, text, (("a", text), ("b", text))))
    return made


def lately(theme: Theme, text: str) -> QWidget:
    line = LatelyLine("entry", 1, DAY, text, text, people_of(text), text)
    return LatelyRow(theme, line)


def editor(theme: Theme, text: str) -> QWidget:
    made = PaperEditor(theme)
    made.setPlaceholderText(text)
    made.setPlainText(text)
    return made


def forced(theme: Theme, text: str) -> QWidget:
    """What no code does: markup put into an editor, whose document still reads nothing."""
    made = PaperEditor(theme)
    QTextEdit.setHtml(made, text)
    shown(made)
    QTextEdit.setMarkdown(made, text)
    return made


def growing(theme: Theme, text: str) -> QWidget:
    made = GrowingEditor(theme)
    made.setPlainText(text)
    return made


def reading(theme: Theme, text: str) -> QWidget:
    made = Reading(theme, text)
    made.show_words(text)
    return made


def compared(theme: Theme, text: str) -> QWidget:
    made = Compared(theme, text)
    made.show_pieces(compare(f"{text} and more", f"less {text}"))
    return made


def title(theme: Theme, text: str) -> QWidget:
    made = QWidget()
    made.setWindowTitle(text)
    made.setAccessibleName(text)
    made.setAccessibleDescription(text)
    return made


def menu(theme: Theme, text: str) -> QWidget:
    made = QMenu(text)
    made.setToolTipsVisible(True)
    made.addAction(QAction(text, made))
    return made


def rich_mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    data.setHtml(text)
    data.setUrls([QUrl.fromLocalFile(part.split('"')[0]) for part in text.split('src="')[1:]])
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    data.setData("application/vnd.oasis.opendocument.text", QByteArray(b"PK"))
    return data


def html_alone(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    return data


def addresses_alone(text: str) -> QMimeData:
    data = QMimeData()
    data.setUrls(rich_mime(text).urls())
    return data


def image_alone(text: str) -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return data


MIMES = (rich_mime, html_alone, addresses_alone, image_alone)


def pasted_and_dropped(into: QTextEdit, text: str) -> QWidget:
    """Paste, press the middle button, and drop, each kind of what other programs give."""
    into.resize(400, 200)
    into.show()
    for make in MIMES:
        QGuiApplication.clipboard().setMimeData(make(text))
        into.paste()
        into.insertFromMimeData(make(text))
        _drop(into.viewport(), make(text))
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in QTextEdit.toPlainText(into)
    assert all(format.isCharFormat() and not format.isImageFormat() for format in into.document().allFormats()
               if format.isCharFormat())  # fmt: skip
    return into


def pasted_into_a_line(into: QLineEdit, text: str) -> QWidget:
    into.resize(400, 40)
    into.show()
    for make in MIMES:
        QGuiApplication.clipboard().setMimeData(make(text))
        into.paste()
        _drop(into, make(text))
    return into


def _drop(onto: QWidget, data: QMimeData) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(onto, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, left, none))
    QApplication.sendEvent(onto, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))


def on_paper(theme: Theme, text: str) -> None:
    """The safe document with markup in it, printed to a PDF and painted."""
    for put in (QTextDocument.setHtml, QTextDocument.setMarkdown):
        document = SafeDocument()
        put(document, text)
        printed(document)


def printed(document: QTextDocument) -> None:
    writer = QPdfWriter(str(Path(sys.argv[1]) / "paper.pdf"))
    document.print_(writer)
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    document.drawContents(painter, QRectF(picture.rect()))
    painter.end()


PARTS: dict[str, Sink] = {
    "text": lambda theme, text: Text(theme, "ui", text),
    "text-cut": cut,
    "prompt": PromptLabel,
    "button": buttons.SecondaryButton,
    "primary-button": buttons.PrimaryButton,
    "link": buttons.LinkButton,
    "icon-button": lambda theme, text: buttons.IconButton(theme, "x", text),
    "chip": Chip,
    "check-box": choices.CheckBox,
    "radio": choices.RadioButton,
    "segmented": lambda theme, text: choices.Segmented(theme, [(1, text), (2, text)], name=text),
    "tabs": lambda theme, text: Tabs(theme, [(1, text), (2, text)], name=text),
    "combo": combo,
    "people-picker": picker,
    "field": field,
    "secret": secret,
    "name-line": name_line,
    "contacts": contacts,
    "setting-row": lambda theme, text: SettingRow(theme, text, text, choices.Switch(theme, text)),
    "entry-list": rows,
    "lately-row": lately,
    "drawer-row": lambda theme, text: DrawerRow(theme, text, text, text, first=False),
    "invitation": invitation,
    "empty-state": lambda theme, text: EmptyState(theme, text, text),
    "banner": banner,
    "soft-message": lambda theme, text: SoftMessage(theme, text, undo=text),
    "dialog": dialog,
    "help": help_panel,
    "nav": nav,
    "editor": editor,
    "editor-forced": forced,
    "growing-editor": growing,
    "reading": reading,
    "compared": compared,
    "window-title": title,
    "menu": menu,
    "paste-editor": lambda theme, text: pasted_and_dropped(PaperEditor(theme), text),
    "paste-growing-editor": lambda theme, text: pasted_and_dropped(GrowingEditor(theme), text),
    "paste-line": lambda theme, text: pasted_into_a_line(Line(theme), text),
    "paste-name-line": lambda theme, text: pasted_into_a_line(NameLine(theme, "name"), text),
    "paste-secret": lambda theme, text: pasted_into_a_line(SecretField(theme, "secret").line, text),
    "on-paper": on_paper,
}


class EmptyAnswers(QTextDocument):
    """The usual advice, which doesn't help against images."""

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:
        return QByteArray()


def bare_document(theme: Theme, text: str) -> None:
    document = QTextDocument()
    document.setHtml(text)
    printed(document)


def bare_markdown(theme: Theme, text: str) -> None:
    document = QTextDocument()
    document.setMarkdown(text)
    printed(document)


def empty_answers(theme: Theme, text: str) -> None:
    document = EmptyAnswers()
    document.setHtml(text)
    printed(document)


def browser(theme: Theme, text: str) -> QWidget:
    made = QTextBrowser()
    made.setHtml(text)
    return made


def bare_tool_tip(theme: Theme, text: str) -> QWidget:
    made = QWidget()
    made.setToolTip(text)
    return made


def bare_paste(theme: Theme, text: str) -> QWidget:
    made = QTextEdit()
    made.insertFromMimeData(html_alone(text))
    return made


CONTROLS: dict[str, Sink] = {
    "bare-document": bare_document,
    "bare-markdown": bare_markdown,
    "empty-answers": empty_answers,
    "browser": browser,
    "bare-label": lambda theme, text: QLabel(text),
    "bare-tool-tip": bare_tool_tip,
    "bare-paste": bare_paste,
}


def shown(widget: QWidget) -> None:
    """Have it laid out, painted, and every tool tip in it told."""
    if isinstance(widget, QMenu):
        widget.popup(QPoint(0, 0))
    host = None
    if not widget.isWindow() or type(widget) is QLabel:
        host = QWidget()
        QVBoxLayout(host).addWidget(widget)
        host.resize(300, 260)
    (host or widget).show()
    for _ in range(3):
        QApplication.processEvents()
    widget.grab()
    tell_tool_tips(widget)
    for button in widget.findChildren(QAbstractButton):
        assert button.shortcut().isEmpty(), f"{button} made a shortcut of a name"
    QApplication.processEvents()
    (host or widget).hide()
    if isinstance(widget, QMenu):
        widget.close()


def tell_tool_tips(widget: QWidget) -> None:
    """Show every tool tip in a widget, painted, as a pointer at rest would."""
    for part in [widget, *widget.findChildren(QWidget)]:
        if not part.toolTip() or not part.isVisible():
            continue
        at = part.rect().center()
        QApplication.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, at, part.mapToGlobal(at)))
        tips = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel")]
        assert tips, "the tool tip didn't show"
        for tip in tips:
            tip.grab()
        QToolTip.hideText()


def main() -> None:
    folder, kind = Path(sys.argv[1]), sys.argv[2]
    app = make_app()
    theme = Theme(paths.resources())
    theme.apply(app, "light", still=True)
    for name, sink in (PARTS if kind == "parts" else CONTROLS).items():
        for way, text in hostile(folder, name).items():
            made = sink(theme, text)
            if isinstance(made, QWidget):
                shown(made)
            sys.stdout.write(f"{name} {way}\n")
    sys.stdout.write("done\n")
    sys.stdout.flush()
    # what is left of Qt at the end of Python is taken apart in any order
    os._exit(0)


if __name__ == "__main__":
    main()
