# SPDX-License-Identifier: MIT
"""Named values that never change, for what is imported before the first paint.

A frozen dataclass writes and compiles its methods anew for each class: half a millisecond, twenty times
over on the way to the first page. Elsewhere dataclasses are the rule.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record:
    """Subclass it with annotated names, as for a frozen dataclass: made, compared, hashed and shown alike.

    A default is shared by all that were made without a value, so it must not be changeable.
    """

    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        fresh = cls.__dict__.get("__annotations__", {})
        cls._names = (*cls._names, *(name for name, kind in fresh.items() if "ClassVar" not in str(kind)))

    def __init__(self, *values: object, **named: object) -> None:
        kind = type(self)
        if len(values) > len(kind._names):
            raise TypeError(f"{kind.__name__} takes {len(kind._names)} values, not {len(values)}")
        given = dict(zip(kind._names, values, strict=False))
        for name in named:
            if name in given or name not in kind._names:
                raise TypeError(f"{kind.__name__} can't take {name!r} here")
        given |= named
        for name in kind._names:
            if name not in given and not hasattr(kind, name):
                raise TypeError(f"{kind.__name__} needs {name!r}")
            self.__dict__[name] = given[name] if name in given else getattr(kind, name)

    def items(self) -> list[tuple[str, Any]]:
        """Each name with its value, in the order they were named."""
        return list(self.__dict__.items())

    def but(self, **changes: Any) -> Self:  # noqa: ANN401  whatever the fields hold
        """The same with other values for the names given."""
        return type(self)(**{**self.__dict__, **changes})

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({shown})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name}")
