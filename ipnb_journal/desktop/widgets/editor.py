# SPDX-License-Identifier: MIT
"""The page to write on: plain text, one calm column, fixed lines, a caret in the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from ipnb_journal.desktop.theme.fonts import same_face
from ipnb_journal.desktop.widgets.own_words import OwnWords, words_in
from ipnb_journal.desktop.widgets.painting import smooth
from ipnb_journal.desktop.widgets.safe_document import SafeDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from ipnb_journal.desktop.theme.theme import Theme

_PARAGRAPH, _LINE = "\N{PARAGRAPH SEPARATOR}", "\N{LINE SEPARATOR}"


class PaperEditor(QTextEdit):
    """Plain text in and out, whatever is pasted or dropped. Tab leaves the page; nothing is guessed."""

    ring_free = True

    def __init__(
        self,
        theme: Theme,
        *,
        role: str = "writing",
        measure: float = 632,
        parent: QWidget | None = None,
    ) -> None:
        """`role`: type role; `measure`: widest column in design px, kept in the middle."""
        super().__init__(parent)
        self._theme, self._role, self._measure = theme, role, measure
        self._face = theme.font(role)
        self._leading = 1.0
        self._dressed: tuple[str, int, float] | None = None
        self._caret_on = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        self.setDocument(SafeDocument(self))
        self._prepare()
        self.cursorPositionChanged.connect(self._wake_caret)
        theme.changed.connect(self._restyle)
        self._restyle()

    def setPlainText(self, text: str) -> None:
        self._without_undo(lambda: QTextEdit.setPlainText(self, _plain(text)))

    def toPlainText(self) -> str:
        # Qt's own turns no-break spaces, which French and others write, into spaces
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def clear(self) -> None:
        self.setPlainText("")

    def set_spacing(self, measure: float, leading: float = 1.0) -> None:
        """Change the column's width (design px) and its line height (1.0 is the role's own)."""
        self._measure, self._leading = measure, leading
        self._restyle()

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = words_in(source)
        if words:
            self.textCursor().insertText(_plain(words))
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(words_in(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        text = self.textCursor().selectedText()
        return OwnWords(text.replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._wake_caret()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._wake_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._blink.stop()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # a style sheet puts an older font back when a widget changes its parent
        if event.type() == QEvent.Type.FontChange and not same_face(self.font(), self._face):
            self.setFont(self._face)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._centre()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._caret_on and self.hasFocus() and not self.isReadOnly():
            painter = smooth(self.viewport())
            painter.fillRect(self._caret_rect(), self._theme.colour("accent"))

    def _prepare(self) -> None:
        self.setAcceptRichText(False)
        self.setAutoFormatting(QTextEdit.AutoFormattingFlag.AutoNone)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhMultiLine)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        # Qt draws its caret in the text colour; ours is painted over the page
        self.setCursorWidth(0)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _restyle(self) -> None:
        font = self._theme.font(self._role)
        fresh = (font.key(), self._theme.line(self._role), self._leading)
        if self._dressed != fresh:
            self._dressed = fresh
            self._face = font
            self.setFont(font)
            self.document().setDefaultFont(font)
            self._without_undo(lambda: None)
        self._centre()
        self._wake_caret()
        self.viewport().update()

    def _without_undo(self, change: Callable[[], object]) -> None:
        """Make a change, then set every paragraph's lines, leaving no steps to undo."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        change()
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(self._block_format())
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def _block_format(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        line = self._theme.line(self._role) * self._leading
        # a proportional height would be of the font's own spacing, not of its size
        made.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setBottomMargin(self._theme.px(17))
        return made

    def _centre(self) -> None:
        spare = max(0, (self.width() - self._theme.px(self._measure)) // 2)
        margins = self.viewportMargins()
        if margins.left() != spare or margins.right() != spare:
            self.setViewportMargins(spare, 0, spare, 0)

    def _caret_rect(self) -> QRectF:
        line = QRectF(self.cursorRect())
        height = min(line.height(), self.fontInfo().pixelSize() * 1.3)
        width = max(2, self._theme.px(2))
        x = min(line.x(), self.viewport().width() - width)
        return QRectF(x, line.center().y() - height / 2, width, height)

    def _wake_caret(self) -> None:
        self._caret_on = True
        flash = QApplication.cursorFlashTime()
        if self.hasFocus() and flash > 0 and not self._theme.still:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()
        self._repaint_caret()

    def _on_blink(self) -> None:
        self._caret_on = not self._caret_on
        self._repaint_caret()

    def _repaint_caret(self) -> None:
        self.viewport().update(self._caret_rect().toAlignedRect().adjusted(-2, -2, 2, 2))


def _plain(text: str) -> str:
    """Line ends of every kind as newlines, without control characters a page cannot show."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace(_PARAGRAPH, "\n").replace(_LINE, "\n")
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")
