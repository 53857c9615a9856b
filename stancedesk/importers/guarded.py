"""Drawing from a library's iterator so that its errors, and no others, become a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from stancedesk.errors import UserError

T = TypeVar("T")


def guarded(
    source: Callable[[], Iterable[T]],
    errors: tuple[type[Exception], ...],
    told: UserError,
) -> Iterator[T]:
    """Items of a library's iterator; what is done with each lies outside the guard.

    Args:
        source: Makes the iterator; called inside the guard.
        errors: What the library raises on a file made to break it, or a broken one.
        told: What is raised in their place.

    Raises:
        UserError: `told`, in place of one of `errors`.
    """
    try:
        items = iter(source())
    except errors as error:
        raise told from error
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except errors as error:
            raise told from error
        yield item
