"""A signature block taken apart: place and date, post with its capacity, name, rank, NIP.

Nothing is corrected: a NIP of nineteen digits stays so, and “PJ” behind a name is part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from doc_templates.pejabat import PANGKAT, capacity_of
from doc_templates.sop.reading.offices import names_government, names_office

if TYPE_CHECKING:
    from collections.abc import Sequence

_NIP: Final = re.compile(r"\bN\s?I\s?P\b[\s.:]*(?P<nip>[^\n]*)", re.IGNORECASE)
_PLACE_AND_DATE: Final = re.compile(
    r"(?:[A-Z][\w.' -]{1,40},?\s*)(?:\d{1,2}|\.{2,}|…|_{2,})?\s*"
    r"(?:Januari|[FP]ebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|[NP]o[vp]ember|"
    r"November|Desember|\.{2,}|…|_{2,})\s*\d{4}",
    re.IGNORECASE,
)
_ISSUED: Final = re.compile(
    r"(?:ditetapkan|dikeluarkan|disahkan) di\b|pada tanggal\b", re.IGNORECASE
)
_POST: Final = re.compile(
    r"(?:(?:plt|plh|pj|pjs)\b\.?\s*)?(?:kepala|camat|lurah|sekretaris|direktur|inspektur|bupati|"
    r"wali\s?kota|gubernur|ketua|kabag|kabid|kasubbag|kasi|asisten|sekda|koordinator|rektor|dekan|"
    r"penjabat|wakil|kuasa|pejabat|manajer)\b|(?:plt|plh|pj|pjs)\b\.",
    re.IGNORECASE,
)
_FOR_ANOTHER: Final = re.compile(r"(?:a\.?n\.|u\.b\.|atas nama\b)", re.IGNORECASE)
_RANKS: Final = sorted(PANGKAT, key=len, reverse=True)
_RANK: Final = re.compile(
    r"(?:(?<=\s)|^)(?:"
    + "|".join(
        re.escape(each).replace(r"\ ", r"\s+").replace(r"Tk\.\s+I", r"(?:Tk\.?|Tingkat)\s*I")
        for each in _RANKS
    )
    + r")(?:[\s,]*\(?(?:I|II|III|IV)\s*/\s*[a-e]\)?)?\s*$",
    re.IGNORECASE,
)
_POST_WORDS: Final = 30
"""Words of the longest post, with some to spare."""
_TITLE_BEFORE: Final = re.compile(r"(?:Drs?|Dra|Ir|Hj?|dr|drg|Prof|R|Rr|KH)\.", re.ASCII)
_SHOUTED: Final = re.compile(r"[A-Z'’`]{3,},?$|[A-Z]\.$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """The parts of a signature block, each as typed; None for what is not there."""

    tempat_tanggal: str | None = None
    baris_atas: str | None = None
    post: str | None = None
    """With its capacity."""
    nama: str | None = None
    pangkat: str | None = None
    nip: str | None = None
    rest: tuple[str, ...] = ()
    """Lines that are none of these."""
    guessed: bool = False
    """True where several of these stood on one line and were told apart by their words."""

    @property
    def official(self) -> dict[str, Any]:
        """The data of the official: capacity only before the post."""
        capacity = capacity_of(self.post) if self.post else None
        jabatan = (
            self.post.strip()[len(capacity) :].strip() if self.post and capacity else self.post
        )
        parts = {
            "kapasitas": capacity,
            "jabatan": jabatan or None,
            "nama": self.nama,
            "pangkat": self.pangkat,
            "nip": self.nip,
        }
        return {name: part for name, part in parts.items() if part is not None}

    @property
    def is_signed(self) -> bool:
        """True where somebody is named, not only a post."""
        return bool(self.nama or self.nip or self.pangkat)


def read_block(lines: Sequence[str]) -> Block:
    """Take the lines of a signature block apart."""
    left = [line for line in lines if line.strip()]
    dated = [line for line in left if _PLACE_AND_DATE.fullmatch(line) or _ISSUED.match(line)]
    left = [line for line in left if line not in dated]
    head, nip, after = _until_nip(left)
    shorter, rank = _without_rank(head)
    above, post, name, parted, rest = _post_and_name(shorter, signed=bool(nip or rank))
    on_one_line = len(head) + len(after) == len(left) and nip is not None
    return Block(
        tempat_tanggal="\n".join(dated) or None,
        baris_atas=above,
        post=post,
        nama=name,
        pangkat=rank,
        nip=nip,
        rest=(*rest, *after),
        guessed=parted or on_one_line or (rank is not None and len(shorter) == len(head)),
    )


def is_post(text: str) -> bool:
    """``Plt. Kepala Dinas``, ``CAMAT JEKULO``."""
    return _POST.match(text.strip()) is not None


def _until_nip(lines: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """The lines above the NIP, the NIP as typed, the lines under it."""
    for at, line in enumerate(lines):
        if match := _NIP.search(line):
            before = line[: match.start()].strip()
            head = [*lines[:at], *([before] if before else [])]
            return head, match["nip"].strip(), list(lines[at + 1 :])
    return list(lines), None, []


def _without_rank(lines: list[str]) -> tuple[list[str], str | None]:
    """The lines without the rank at their end, and the rank."""
    if not lines or (match := _RANK.search(lines[-1])) is None:
        return lines, None
    before = lines[-1][: match.start()].strip()
    return [*lines[:-1], *([before] if before else [])], match[0].strip()


def _post_and_name(
    lines: list[str], *, signed: bool
) -> tuple[str | None, str | None, str | None, bool, list[str]]:
    """Line above, post, name, whether they were told apart by guess, and what is neither."""
    above = [line for line in lines if names_government(line) or _FOR_ANOTHER.match(line)]
    own = [line for line in lines if line not in above]
    over = "\n".join(above) or None
    if len(own) == 1:
        parts = _one_line(own[0])
        if len(parts) > 1:
            return over, parts[0], parts[1], True, []
        if is_post(own[0]):
            return over, own[0], None, False, []
        return (over, None, own[0], False, []) if signed else (over, None, None, False, own)
    if not own or not (signed or is_post(own[0])):
        return over, None, None, False, own
    if is_post(own[-1]) and not signed:
        return over, " ".join(own), None, False, []
    return over, " ".join(own[:-1]), own[-1], False, []


def _one_line(line: str) -> list[str]:
    """Post and name that stand on one line."""
    if not is_post(line):
        return [line]
    wide = re.split(r"\s{2,}", line, maxsplit=1)
    if len(wide) > 1:
        return wide
    words = line.split(" ")
    post = len((capacity_of(line) or "").split())
    for at in range(post + 1, min(len(words), _POST_WORDS)):
        titled = _TITLE_BEFORE.match(words[at]) is not None
        shouted = _SHOUTED.match(words[at]) and not all(each.isupper() for each in words[post:at])
        name = " ".join(words[at:])
        if (titled or shouted) and not is_post(name) and not names_office(name):
            return [" ".join(words[:at]), name]
    return [line]
