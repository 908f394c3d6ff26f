# SPDX-License-Identifier: MIT
"""What can be seen, reached and heard in a window: each rule names the parts that break it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QSizePolicy,
    QSlider,
    QTextEdit,
    QWidget,
)

from ipnb_journal.desktop.widgets.help_panel import HelpPanel
from ipnb_journal.desktop.widgets.messages import SoftMessage
from ipnb_journal.desktop.widgets.nav import NavItem
from ipnb_journal.desktop.widgets.ring import FocusRing
from ipnb_journal.desktop.widgets.table import Table
from ipnb_journal.desktop.widgets.text import Text
from ipnb_journal.desktop.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALLEST_TARGET = 24
MOST_STOPS = 120
_LAID_OVER = (HelpPanel, SoftMessage)
_PRESSED = (QAbstractButton, QLineEdit, QComboBox, QSlider)


class StrayWindows(QObject):
    """Notes every part that is shown as a window of its own for a moment, which takes the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() in (Qt.WindowType.Window, Qt.WindowType.Widget)
            if plain and not isinstance(watched, MainWindow):
                self.seen.append(called(watched))
        return False


def called(part: QWidget) -> str:
    """A part as a person mending it would look for it."""
    words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
    words = words or part.accessibleName()
    within = part.parentWidget()
    inside = f" in {type(within).__name__}" if within is not None else ""
    return f"{type(part).__name__} {words[:40]!r}{inside}"


@dataclass(frozen=True)
class Sight:
    """A window or dialog and every part on show in it, scrolled into view or not; the focus ring is none."""

    root: QWidget
    parts: tuple[QWidget, ...]


def look(root: QWidget) -> Sight:
    """What there is to see now."""
    found = [part for part in root.findChildren(QWidget) if part.isVisible() and not part.isWindow()]
    own = [part for part in found if part.window() is root and not isinstance(part, FocusRing)]
    return Sight(root, tuple(own))


def clipped(sight: Sight) -> Iterator[str]:
    """Parts with less room than their contents need, or that stick out of what holds them."""
    for part in sight.parts:
        size, needs = part.size(), _needs(part)
        if size.width() < needs.width() or size.height() < needs.height():
            yield f"{called(part)} is {_told(size)} and needs {_told(needs)}"
        if _sticks_out(part):
            yield f"{called(part)} at {part.geometry().getRect()} sticks out of {_told(_room(part).size())}"
        if isinstance(part, QAbstractScrollArea):
            yield from _hidden_by_scrolling(part)
        if isinstance(part, QMenuBar) and _has_more_button(part):
            yield f"{called(part)} has no room for all its menus"


def _needs(part: QWidget) -> QSize:
    if isinstance(part, Text):
        return _needs_of_text(part)
    if isinstance(part, QLineEdit):
        return part.minimumSizeHint().expandedTo(QSize(_placeholder(part), part.sizeHint().height()))
    fixed = part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
    if fixed and isinstance(part, QAbstractButton | QComboBox):
        return part.sizeHint()
    # Qt asks for so much for every scroll area, whatever is in it
    needs = QSize() if isinstance(part, QAbstractScrollArea) else part.minimumSizeHint()
    if part.layout() is None and part.hasHeightForWidth():
        needs = needs.expandedTo(QSize(0, part.heightForWidth(part.width())))
    return needs


def _needs_of_text(part: Text) -> QSize:
    """All lines of a text at its width, and its longest word unbroken; one that may be cut, its lines."""
    if not part.wordWrap():
        return part.minimumSizeHint()
    metrics = QFontMetricsF(part._face)
    longest = max((metrics.horizontalAdvance(word) for word in part.text().split()), default=0.0)
    return QSize(int(longest), part.heightForWidth(part.width()))


def _placeholder(line: QLineEdit) -> int:
    words = line.placeholderText()
    if not words or line.text():
        return 0
    margins = line.textMargins()
    return line.fontMetrics().horizontalAdvance(words) + margins.left() + margins.right()


def _room(part: QWidget) -> QRect:
    """The part of its parent that a part may take: all of it, and downwards no end in a scroll area."""
    parent = part.parentWidget()
    assert parent is not None
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return parent.rect().adjusted(0, -(1 << 20), 0, 1 << 20)
    return parent.rect()


def _sticks_out(part: QWidget) -> bool:
    ornament = part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return not ornament and not part.geometry().isEmpty() and not _room(part).contains(part.geometry())


def _has_more_button(bar: QMenuBar) -> bool:
    return any(more.isVisible() for more in bar.findChildren(QAbstractButton))


def _hidden_by_scrolling(area: QAbstractScrollArea) -> Iterator[str]:
    """Only tables go sideways; what scrolls up and down shows a bar to tell so."""
    if area.horizontalScrollBar().maximum() > 0 and not isinstance(area, Table):
        yield f"{called(area)} scrolls sideways"
    if area.verticalScrollBar().maximum() > 0 and not area.verticalScrollBar().isVisible():
        yield f"{called(area)} hides {area.verticalScrollBar().maximum()} px below"


def overlapping(sight: Sight) -> Iterator[str]:
    """Pairs of parts with nothing inside them that lie over each other by more than 1 px."""
    leaves = [(part, _on_screen(part, sight.root)) for part in sight.parts if _is_leaf(part)]
    for (one, here), (other, there) in combinations(leaves, 2):
        both = here.intersected(there)
        if both.width() > 1 and both.height() > 1 and _laid_over(one) is _laid_over(other):
            yield f"{called(one)} and {called(other)} share {_told(both.size())}"


def _is_leaf(part: QWidget) -> bool:
    """Whether a part shows something itself; what is deaf to the pointer is ornament."""
    if part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    if isinstance(part, QLineEdit | QComboBox):
        return True
    inside = any(isinstance(child, QWidget) and child.isVisible() for child in part.children())
    field = isinstance(part.parentWidget(), QLineEdit | QComboBox)
    return not inside and not field


def _laid_over(part: QWidget) -> QWidget | None:
    """The help or message laid over the page that a part belongs to."""
    at: QWidget | None = part
    while at is not None and not isinstance(at, _LAID_OVER):
        at = at.parentWidget()
    return at


def _on_screen(part: QWidget, root: QWidget) -> QRect:
    """Where a part can be seen in `root`, cut by everything that holds it."""
    rect, at = part.rect(), part
    if isinstance(part, QSlider):
        # its line and bead leave a tenth of it free above and below, where others may come close
        rect.adjust(0, part.height() // 10, 0, -(part.height() // 10))
    while at is not root:
        parent = at.parentWidget()
        assert parent is not None
        rect = rect.translated(at.pos()).intersected(parent.rect())
        at = parent
    return rect


def nameless(sight: Sight) -> Iterator[str]:
    """Parts that the keyboard reaches or the pointer presses, of which a screen reader would say nothing."""
    for part in sight.parts:
        if (_is_stop(part) or isinstance(part, _PRESSED)) and not _name(part):
            yield f"{called(part)} has no name"


def _name(part: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def learnt(sight: Sight) -> Iterator[str]:
    """Fields of which input services may remember the words, or guess at them."""
    kept = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for part in sight.parts:
        if isinstance(part, QLineEdit | QTextEdit) and part.inputMethodHints() & kept != kept:
            yield f"{called(part)} is not kept from input services"


def confusable(sight: Sight) -> Iterator[str]:
    """Names that several buttons share without a description to tell them apart."""
    buttons = [part for part in sight.parts if isinstance(part, QAbstractButton)]
    # a place at the side and a way to it on the page are called the same because they lead the same way
    buttons = [button for button in buttons if not isinstance(button, NavItem)]
    told = Counter((_name(button), button.accessibleDescription()) for button in buttons)
    for (name, description), times in told.items():
        if times > 1:
            yield f"{times} buttons are called {name!r} ({description!r})"


def small_targets(sight: Sight) -> Iterator[str]:
    """Parts to press that are smaller than 24 px either way."""
    for part in sight.parts:
        if isinstance(part, _PRESSED) and min(part.width(), part.height()) < SMALLEST_TARGET:
            yield f"{called(part)} is {_told(part.size())}"


def _is_stop(part: QWidget) -> bool:
    if not part.isEnabled() or part.focusProxy() is not None:
        return False
    return bool(part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def astray(sight: Sight) -> Iterator[str]:
    """How Tab goes wrong: parts it never reaches, a way back that differs, an order nobody would read in."""
    start = QApplication.focusWidget()
    forward = _walk(Qt.Key.Key_Tab)
    backward = _walk(Qt.Key.Key_Backtab)
    wanted = {part for part in sight.parts if _is_stop(part)}
    for part in wanted - set(forward):
        yield f"Tab never reaches {called(part)}"
    if len(forward) >= MOST_STOPS:
        yield f"Tab does not come round; it goes {[called(part) for part in forward[-5:]]}"
    elif set(forward) == wanted and _turned(backward, forward[0]) != [forward[0], *reversed(forward[1:])]:
        yield f"Shift+Tab goes another way: {[called(part) for part in backward]}"
    yield from _leaps(forward, sight.root)
    if start is not None:
        start.setFocus(Qt.FocusReason.OtherFocusReason)


def _walk(key: Qt.Key) -> list[QWidget]:
    """The stops of one round, from the first press on."""
    stops: list[QWidget] = []
    while len(stops) < MOST_STOPS:
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)
        here = QApplication.focusWidget()
        if here is None or here in stops:
            break
        stops.append(here)
    return stops


def _turned(stops: list[QWidget], first: QWidget) -> list[QWidget]:
    at = stops.index(first) if first in stops else 0
    return stops[at:] + stops[:at]


def _leaps(stops: list[QWidget], window: QWidget) -> Iterator[str]:
    """Steps that go back against reading, but for the one to the first of all, which begins anew."""
    first = min(stops, key=lambda part: _beginning(part, window), default=None)
    for one, other in zip(stops, [*stops[1:], *stops[:1]], strict=True):
        if other is first or _laid_over(one) is not _laid_over(other):
            continue
        here, there = _places(one, other, window)
        up = there.bottom() <= here.top() and there.left() < here.right()
        same_row = min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > 4
        if up or (same_row and there.right() <= here.left()):
            yield f"Tab leaps back from {called(one)} to {called(other)}"


def _beginning(part: QWidget, window: QWidget) -> tuple[int, ...]:
    """How far up and to the beginning of a line a part is; one scrolled away, as its area is."""
    own = _place(part, window)
    area = _area_of(part)
    around = _place(area, window) if area is not None else own
    return around.top(), around.left(), own.top(), own.left()


def _places(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """Where two stops lie to each other: what is scrolled within one area, else the areas they are in."""
    areas = _area_of(one), _area_of(other)
    if areas[0] is areas[1]:
        return _place(one, window), _place(other, window)
    return _place(areas[0] or one, window), _place(areas[1] or other, window)


def _area_of(part: QWidget) -> QWidget | None:
    at = part.parentWidget()
    while at is not None and not isinstance(at, QAbstractScrollArea):
        at = at.parentWidget()
    return at


def _place(part: QWidget, window: QWidget) -> QRect:
    """Where a part lies in the window, mirrored when reading runs right to left."""
    rect = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    if window.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        rect.moveLeft(window.width() - rect.right())
    return rect


def _told(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
