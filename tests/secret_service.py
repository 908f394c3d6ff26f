# SPDX-License-Identifier: MIT
"""A real gnome-keyring on a private D-Bus session, far from the keyring of whoever runs the tests."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import time
import warnings
from contextlib import closing, suppress
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = b"the keyring's own password"
PATIENCE = 10.0

# the library for the Secret Service closes a connection only where all goes well
quiet_about_sockets = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
needs_keyring = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("dbus-daemon", "gnome-keyring-daemon")),
    reason="needs gnome-keyring and dbus-daemon",
)


class SecretService:
    """A session bus, and a keyring daemon on it that can be locked, stopped and made to hang."""

    def __init__(self, folder: Path) -> None:
        self.address = ""
        self.folder = folder
        self._bus: subprocess.Popen[str] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a program finds this bus by, and no other."""
        names = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_RUNTIME_DIR": "run"}
        folders = {name: str(self.folder / part) for name, part in names.items()}
        return {**folders, "HOME": str(self.folder), "DBUS_SESSION_BUS_ADDRESS": self.address}

    def start_bus(self) -> None:
        """Begin the session, with nobody on its bus."""
        for part in ("data", "config", "run"):
            (self.folder / part).mkdir(mode=0o700, exist_ok=True)
        # no service files: on this bus nothing starts by being asked for
        settings = self.folder / "bus.conf"
        settings.write_text(_BUS.format(folder=self.folder))
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            text=True,
            env=self._own_environment(),
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()

    def start_daemon(self, *, unlocked: bool = True) -> None:
        """Begin the keyring: with an open collection, or with none at all."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        self._daemon = subprocess.Popen(
            [*command, "--unlock"] if unlocked else command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._own_environment(),
        )
        assert self._daemon.stdin is not None
        if unlocked:
            self._daemon.stdin.write(PASSWORD)
        self._daemon.stdin.close()
        end = time.monotonic() + PATIENCE
        while not self._is_there():
            assert time.monotonic() < end, "the keyring never came to the bus"
            time.sleep(0.02)

    def lock(self) -> None:
        """Lock the collection, as a person does from the keyring's own program."""
        secretstorage = import_module("secretstorage")
        with closing(secretstorage.dbus_init()) as connection:
            secretstorage.get_default_collection(connection).lock()

    def hang(self) -> None:
        """Let the keyring stand still in the middle of everything."""
        assert self._daemon is not None
        os.kill(self._daemon.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Let a standing keyring go on."""
        assert self._daemon is not None
        os.kill(self._daemon.pid, signal.SIGCONT)

    def secrets(self) -> dict[str, str]:
        """Every secret in the open keyring, by the name it is kept under."""
        secretstorage = import_module("secretstorage")
        with closing(secretstorage.dbus_init()) as connection:
            found = {}
            # one may be taken out while we look
            with suppress(secretstorage.ItemNotFoundException):
                for item in secretstorage.get_default_collection(connection).get_all_items():
                    found[item.get_attributes()["username"]] = item.get_secret().decode()
            return found

    def stop_daemon(self) -> None:
        """End the keyring and leave the bus."""
        daemon, self._daemon = self._daemon, None
        if daemon is not None:
            daemon.kill()
            daemon.wait(5)

    def stop(self) -> None:
        """End everything."""
        self.stop_daemon()
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.terminate()
            bus.wait(5)
            assert bus.stdout is not None
            bus.stdout.close()

    def _is_there(self) -> bool:
        secretstorage = import_module("secretstorage")
        with closing(secretstorage.dbus_init()) as connection:
            return bool(secretstorage.check_service_availability(connection))

    def _own_environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {**kept, **self.environment}


_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """A session of the test's own with no keyring in it yet."""
    folder = tmp_path / "session"
    folder.mkdir(mode=0o700)
    # what other tests left behind is not looked through again after each of these
    gc.freeze()
    service = SecretService(folder)
    service.start_bus()
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    yield service
    service.stop()
    # a connection that was left open sits in a cycle, and would be found in the middle of another test
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def secret_service(session_bus: SecretService) -> SecretService:
    """A session with an open keyring."""
    session_bus.start_daemon()
    return session_bus
