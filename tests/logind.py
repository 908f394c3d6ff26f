# SPDX-License-Identifier: MIT
"""A small service that speaks logind's part about sleep on a bus of the test's own."""

from __future__ import annotations

import os
import select
import threading
from typing import TYPE_CHECKING

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

if TYPE_CHECKING:
    from jeepney import Message

NAME, PATH, MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"


class Logind:
    """Answers Inhibit with a real descriptor, knows when it was closed, and tells of sleep.

    `asked` has the arguments of each Inhibit. While `refuses`, as logind does once sleep has begun, the
    answer is an error.
    """

    def __init__(self, bus: str) -> None:
        self._connection = open_dbus_connection(bus, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self.asked: list[tuple[str, ...]] = []
        self.refuses = False
        self._given: list[int] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def held(self) -> int:
        """How many inhibitors somebody still has open."""
        poll = select.poll()
        for each in self._given:
            poll.register(each, select.POLLHUP)
        closed = {number for number, event in poll.poll(0) if event & select.POLLHUP}
        return len(set(self._given) - closed)

    def prepare_for_sleep(self, begins: bool) -> None:
        """Tell everybody that sleep begins, or that it is over."""
        emitter = DBusAddress(PATH, interface=MANAGER)
        self._connection.send(new_signal(emitter, "PrepareForSleep", "b", (begins,)))

    def close(self) -> None:
        self._ended.set()
        self._thread.join(5)
        self._connection.close()
        for each in self._given:
            os.close(each)

    def _serve(self) -> None:
        while not self._ended.is_set():
            try:
                asked = self._connection.receive(timeout=0.1)
            except TimeoutError:
                continue
            if asked.header.message_type == MessageType.method_call:
                self._answer(asked)

    def _answer(self, asked: Message) -> None:
        if asked.header.fields.get(HeaderFields.member) != "Inhibit" or self.refuses:
            self._connection.send(new_error(asked, f"{NAME}.OperationInProgress"))
            return
        self.asked.append(asked.body)
        ours, theirs = os.pipe()
        self._given.append(ours)
        self._connection.send(new_method_return(asked, "h", (theirs,)))
        os.close(theirs)
