# SPDX-License-Identifier: MIT
"""Background work: the one thread that holds the open vault, and how its answers come back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from ipnb_journal.desktop.collector import Collector
from ipnb_journal.errors import AppError, VaultLocked
from ipnb_journal.records import Record

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from ipnb_journal.services.access import Opened, RecoverySheet
    from ipnb_journal.vault.vault import Vault as Vault

T = TypeVar("T")
Told = Callable[[AppError], None]

IDLE_MILLISECONDS = 30_000
TIDY_MILLISECONDS = 500


class _Pending(Record):
    """Work under way and who waits for it; only the GUI thread drops it, so no widget dies elsewhere."""

    work: Callable[[], object]
    then: Callable[[Any], None] | None
    failed: Told | None
    owner: QObject | None = None
    turn: tuple[str, int] | None = None
    session: int | None = None
    wakes: bool = True


class _Answer(Record):
    result: object = None
    failure: Exception | None = None
    topics: frozenset[str] = frozenset()


class Runner(QObject):
    """Runs jobs on the vault's own thread and hands each answer back on the GUI thread.

    A job gets the open `Vault` and returns plain data; it touches no widget. `then` gets what it
    returned. An `AppError` goes to `failed`, or to `on_error` where none was given. Any other
    exception is raised again on the GUI thread, for the excepthook, after `failed` got a bare AppError.
    Jobs run in the order given. An answer is dropped when its `owner` is gone (a failure to save still
    reaches `on_error`), or when a later job with the same `latest` name was given. `changed` carries the
    topics that a job committed, once per job, after `then`.
    """

    changed = Signal(object)
    _answered = Signal(object)

    def __init__(self, on_error: Told, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._vault: Vault | None = None
        self._open = self._read_only = self._tried = self._closed = False
        self._session = 0
        self._number = 0
        self._pending: dict[int, _Pending] = {}
        self._vault_jobs: set[int] = set()
        self._answers: dict[int, _Answer] = {}
        self._turns: dict[str, int] = {}
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._collector = Collector(self)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._work_while_idle)

    @property
    def was_opened(self) -> bool:
        """Whether this process ever tried to open a vault, so that a passphrase may be in its memory."""
        return self._tried

    @property
    def read_only(self) -> bool:
        """Whether the journal that is open can only be looked at."""
        return self._open and self._read_only

    @property
    def is_open(self) -> bool:
        """Whether a vault is open, as far as the GUI has been told; False from the moment of `lock`."""
        return self._open

    def open(
        self,
        job: Callable[[], Vault | Opened],
        then: Callable[[RecoverySheet | None], None] | None = None,
        failed: Told | None = None,
    ) -> None:
        """Open or create a vault on its thread; `then` gets the recovery sheet of a new one, else None."""

        def work() -> object:
            self._close_vault()
            opened = job()
            recovery = getattr(opened, "recovery", None)
            self._vault = cast("Vault", opened if recovery is None else cast("Opened", opened).vault)
            return recovery

        self._tried = True

        def told(recovery: RecoverySheet | None) -> None:
            self._open, self._read_only = True, self._vault is not None and self._vault.read_only
            if then is not None:
                then(recovery)

        self._submit("vault", _Pending(work, told, failed, session=self._session))

    def run(
        self,
        owner: QObject,
        job: Callable[[Vault], T],
        then: Callable[[T], None] | None = None,
        failed: Told | None = None,
        latest: str | None = None,
    ) -> None:
        """Run `job(vault)`; `latest` names a series of which only the newest answer counts."""
        self._submit("vault", _Pending(lambda: job(self._held()), then, failed, owner, self._turn(latest)))

    def run_free(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Told | None = None,
        latest: str | None = None,
    ) -> None:
        """Run a job that needs no vault, beside the vault's thread and in no promised order."""
        self._submit("free", _Pending(job, then, failed, owner, self._turn(latest), wakes=False))

    def run_apart(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Told | None = None,
        latest: str | None = None,
    ) -> None:
        """Run a job that waits for somebody else's program, on a thread that holds nothing up.

        Other jobs go on beside it, and the end of the program does not wait for it.
        """
        self._submit("apart", _Pending(job, then, failed, owner, self._turn(latest), wakes=False))

    def lock(
        self, then: Callable[[], None] | None = None, afterwards: Callable[[Vault], None] | None = None
    ) -> None:
        """Close the vault once the jobs given before are done; jobs given after fail with VaultLocked.

        `afterwards` gets the closed vault, on its own thread, before `then` is called.
        """
        self._open = False
        self._session += 1
        self._idle.stop()

        def done(_: object = None) -> None:
            if then is not None:
                then()
            self._collector.sweep_all()

        def failed(error: AppError) -> None:
            self._on_error(error)
            done()

        self._submit("vault", _Pending(lambda: self._close_vault(afterwards), done, failed, wakes=False))

    def others_wait(self) -> bool:
        """Whether jobs for the vault were given that are not begun; ask inside a job, on its thread."""
        return len(self._vault_jobs) > 1

    def tell(self, error: AppError) -> None:
        """Tell the person about a problem that nothing on the screen shows."""
        self._on_error(error)

    def settle(self, seconds: float | None = None) -> None:
        """Wait until the vault's jobs given so far are done, and hand over their answers.

        `seconds`: wait no longer than this; what isn't done by then goes on.
        """
        pool = self._pools.get("vault")
        if pool is not None:
            # after that time the answers that are there have to do
            with suppress(TimeoutError):
                pool.submit(int).result(None if seconds is None else max(0.0, seconds))
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self, afterwards: Callable[[Vault], None] | None = None) -> None:
        """Finish every job given so far, close the vault and end the threads; blocks until done.

        `afterwards` as for `lock`.
        """
        self.lock(afterwards=afterwards)
        for name in list(self._pools):
            self._pools.pop(name).shutdown(wait=True)
        self._closed = True
        self._collector.stop()

    def _held(self) -> Vault:
        if self._vault is None:
            raise VaultLocked
        return self._vault

    def _close_vault(self, afterwards: Callable[[Vault], None] | None = None) -> None:
        vault, self._vault = self._vault, None
        if vault is not None:
            vault.close()
            if afterwards is not None:
                afterwards(vault)

    def _turn(self, latest: str | None) -> tuple[str, int] | None:
        if latest is None:
            return None
        self._turns[latest] = self._turns.get(latest, 0) + 1
        return latest, self._turns[latest]

    def _is_stale(self, pending: _Pending) -> bool:
        return pending.turn is not None and self._turns[pending.turn[0]] != pending.turn[1]

    def _submit(self, pool: str, pending: _Pending) -> None:
        self._number += 1
        self._pending[self._number] = pending
        if pool == "vault":
            self._vault_jobs.add(self._number)
        if pending.wakes:
            self._idle.stop()
        self._start(pool, self._number)

    def _start(self, pool: str, number: int) -> None:
        if pool == "apart":
            self._collector.start()
            Thread(target=self._work, args=(number,), name=pool, daemon=True).start()
            return
        if pool not in self._pools:
            # concurrent.futures costs 26 ms that the first paint does without
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            self._collector.start()
            workers = 1 if pool == "vault" else 2
            self._pools[pool] = ThreadPoolExecutor(workers, thread_name_prefix=pool)
        self._pools[pool].submit(self._work, number)

    def _work(self, number: int) -> None:
        self._answers[number] = self._answer(number)
        self._vault_jobs.discard(number)
        # a job apart may outlive the window, and then there is nobody to answer to
        if not self._closed:
            self._answered.emit(number)

    def _answer(self, number: int) -> _Answer:
        pending = self._pending[number]
        if self._is_stale(pending):
            return _Answer()
        result, failure = None, None
        try:
            result = pending.work()
        except Exception as error:
            failure = error
        topics = self._vault.take_topics() if pending.wakes and self._vault is not None else frozenset()
        return _Answer(result, failure, topics)

    @Slot(object)
    def _deliver(self, number: int) -> None:
        pending, answer = self._pending.pop(number), self._answers.pop(number)
        if self._open and pending.wakes:
            self._idle.start(IDLE_MILLISECONDS)
        try:
            self._hand_over(pending, answer)
        finally:
            if answer.topics:
                self.changed.emit(answer.topics)

    def _hand_over(self, pending: _Pending, answer: _Answer) -> None:
        failure = answer.failure
        if failure is not None and not isinstance(failure, AppError):
            try:
                # whoever waits must not wait for ever; what broke is for the excepthook
                if pending.failed is not None:
                    self._hand_over(pending, _Answer(failure=AppError()))
            finally:
                raise failure
        gone = pending.owner is not None and not isValid(pending.owner)
        late = pending.session is not None and pending.session != self._session
        if late or self._is_stale(pending) or (gone and not self._matters(failure)):
            return
        if failure is not None:
            (self._on_error if gone or pending.failed is None else pending.failed)(failure)
        elif pending.then is not None:
            pending.then(answer.result)

    @staticmethod
    def _matters(failure: Exception | None) -> bool:
        return failure is not None and not isinstance(failure, VaultLocked)

    @Slot()
    def _work_while_idle(self) -> None:
        def again(more: bool) -> None:
            if more and self._open and not self._pending:
                self._idle.start(TIDY_MILLISECONDS)

        self._collector.sweep_old()
        work = _Pending(lambda: self._held().idle_work(), again, None, self, wakes=False)
        self._submit("vault", work)


class InlineRunner(Runner):
    """A runner for tests: the same calls, each done at once on the calling thread."""

    def _start(self, pool: str, number: int) -> None:
        self._answers[number] = self._answer(number)
        self._vault_jobs.discard(number)
        self._deliver(number)
