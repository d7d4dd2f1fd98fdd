"""How much, how slowly, how often."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.door.limits import BodyLimit, Turnstile
from service.door.problems import pointer
from service.located import written
from service.refusals import BodyTooLarge, BodyTooSlow, TooOften


def read_all(limit: BodyLimit, chunks: list[bytes], *, pause: float = 0.0) -> int:
    """Read a body that comes in pieces."""
    left: Iterator[bytes] = iter(chunks)

    async def receive():
        await asyncio.sleep(pause)
        chunk = next(left, None)
        return {"type": "http.request", "body": chunk or b"", "more_body": chunk is not None}

    async def read() -> int:
        watched, taken = limit.watch(receive), 0
        while True:
            message = await watched()
            taken += len(message["body"])
            if not message["more_body"]:
                return taken

    return asyncio.run(read())


@given(st.lists(st.binary(max_size=40), max_size=20))
def test_a_body_in_pieces_is_counted(chunks: list[bytes]):
    """Whether it may pass depends on its length alone, also where no header told it."""
    limit, length = BodyLimit(most_bytes=200, seconds=5), sum(map(len, chunks))

    if length > 200:
        with pytest.raises(BodyTooLarge):
            read_all(limit, chunks)
    else:
        assert read_all(limit, chunks) == length


def test_a_body_that_trickles_is_ended():
    """A sender that sends a byte now and then holds no place for long."""
    with pytest.raises(BodyTooSlow):
        read_all(BodyLimit(most_bytes=200, seconds=0.1), [b"x"] * 100, pause=0.02)


def test_an_address_that_asks_too_often_waits():
    """A minute's worth at once, then evenly; other addresses are not held up."""
    now = [0.0]
    turnstile = Turnstile(6, clock=lambda: now[0])
    for _ in range(6):
        turnstile.let_in("web:192.0.2.1")

    with pytest.raises(TooOften) as caught:
        turnstile.let_in("web:192.0.2.1")
    turnstile.let_in("web:192.0.2.2")

    now[0] += caught.value.seconds
    turnstile.let_in("web:192.0.2.1")


@given(st.lists(st.from_regex(r"[a-z_]{1,8}", fullmatch=True) | st.integers(0, 99), max_size=6))
def test_places_of_findings_become_json_pointers(path: list[str | int]):
    """``kegiatan[3].waktu`` is ``/kegiatan/3/waktu``."""
    assert pointer(written(tuple(path))) == "".join(f"/{step}" for step in path)
