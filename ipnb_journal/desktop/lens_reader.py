# SPDX-License-Identifier: MIT
"""Reads what lenses draw from, each source once until it is forgotten; of oneself or of somebody invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipnb_journal.domain.people import Person
from ipnb_journal.services import people

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from ipnb_journal.desktop.charts.lens import Lens
    from ipnb_journal.desktop.context import Context
    from ipnb_journal.desktop.runner import Vault

_LATEST = "insights"


@dataclass(frozen=True, slots=True)
class Found:
    """What a reading brought: what the lens draws from, and whose check-ins could be asked for.

    `people`: None where they were not asked for, as with somebody invented.
    """

    drawn_from: Any
    people: tuple[Person, ...] | None


class LensReader:
    """Answers go to `then` on the GUI thread, at once for what was read before; the latest asked counts."""

    def __init__(self, context: Context, asker: QObject) -> None:
        """`asker`: whoever asks; answers are dropped when it is gone."""
        self._context, self._asker = context, asker
        self._sources: dict[str, Any] = {}

    def forget(self) -> None:
        """Read everything anew when next asked."""
        self._sources.clear()

    def known(self, lens: Lens[Any]) -> Any:  # noqa: ANN401 - each lens knows what it reads
        """What was read for a lens, None while nothing was."""
        return self._sources.get(lens.source)

    def put(self, lens: Lens[Any], drawn_from: object) -> None:
        """Let a lens draw from something else."""
        self._sources[lens.source] = drawn_from

    def read(
        self, lens: Lens[Any], person_id: int | None, then: Callable[[Found], None], *, example: bool
    ) -> None:
        """Read for a lens what was not read before, and hand it to `then`."""
        if lens.source in self._sources:
            then(Found(self._sources[lens.source], None))
        elif example:
            today = self._context.clock().date()
            self._context.runner.run_free(
                self._asker,
                lambda: Found(lens.made_up(today), None),
                lambda found: self._keep(lens, found, then),
                latest=_LATEST,
            )
        else:
            self._context.runner.run(
                self._asker,
                lambda vault: _read(vault, lens, person_id),
                lambda found: self._keep(lens, found, then),
                latest=_LATEST,
            )

    def _keep(self, lens: Lens[Any], found: Found, then: Callable[[Found], None]) -> None:
        self._sources[lens.source] = found.drawn_from
        then(found)


def _read(vault: Vault, lens: Lens[Any], person_id: int | None) -> Found:
    everybody = tuple(each.person for each in people.all_people(vault) if not each.person.hidden)
    return Found(lens.read(vault, person_id), everybody)
