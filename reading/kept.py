"""A property that is worked out when somebody first asks for it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property

    kept = cached_property
else:

    class kept:  # noqa: N801  (stands where the library's own would, which has such a name)
        """A property that is worked out once and then read like any other attribute.

        ``functools.cached_property`` takes a lock each time in Python 3.11; these belong to one
        report, which one thread reads.
        """

        def __init__(self, work: Any) -> None:
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, _: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, _: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value
