# SPDX-License-Identifier: MIT
"""Picking a file in the system's own dialog, or in Qt's, which then forgets where the person looked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from ipnb_journal.desktop.file_traces import FileTraces
from ipnb_journal.desktop.hardening import is_boxed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class FilePicker:
    """Opens at once and does not wait; `then` gets the path, or None if cancelled.

    `name` suggests a new file's name; None picks a file that exists. `patterns` like "PDF (*.pdf)".
    `folder` picks a folder instead.
    """

    def __init__(
        self,
        caption: str,
        then: Callable[[Path | None], None],
        patterns: Sequence[str],
        name: str | None,
        host: QWidget | None,
        *,
        folder: bool = False,
    ) -> None:
        # the list of open windows shows its title, which says no more than ours does
        dialog = QFileDialog(host, host.windowTitle() if host is not None else caption, str(Path.home()))
        dialog.setAccessibleName(caption)
        # GTK's own would note what was opened in the list of recent files, which every program can read
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform == "linux" and not is_boxed())
        opening = name is None
        mode, kind = QFileDialog.AcceptMode, QFileDialog.FileMode
        dialog.setAcceptMode(mode.AcceptOpen if opening else mode.AcceptSave)
        dialog.setFileMode(kind.Directory if folder else kind.ExistingFile if opening else kind.AnyFile)
        if folder:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setNameFilters(list(patterns) or ["All files (*)"])
        if name:
            dialog.selectFile(name)
            dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        traces = FileTraces()
        # a lambda, because a connection to a method would not keep the traces alive
        dialog.destroyed.connect(lambda: traces.restore())
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.rejected.connect(lambda: then(None))
        dialog.finished.connect(self._forget)
        self._dialog: QFileDialog | None = dialog
        dialog.open()

    def withdraw(self) -> None:
        """Close without an answer."""
        if self._dialog is not None:
            self._dialog.blockSignals(True)
            self._dialog.reject()
            self._forget()

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
