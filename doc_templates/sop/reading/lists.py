"""Lists that were glued into one text, and how they come apart again.

Numbers part a text only where they run 1, 2, 3 … in order and do not belong to a citation: “No.
52”, “2014.” and “S2” are no numbers of items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_NEAR: Final = 60
"""Letters in front of a number that tell whether it begins an item."""
Way = Literal["kosong", "baris", "bernomor", "tersambung", "dugaan"]

_NUMBER: Final = re.compile(r"(?<!\d)([1-9]\d{0,2})\.(?=\s|[A-Z(“\"])")
_NUMBERED_LINE: Final = re.compile(r"^[ \t]*+(\d{1,3})\.(?=\s|[A-Z(“\"])", re.MULTILINE)
_BEFORE: Final = re.compile(r"([^\s\d]*)(\s*)$")
_CAPITAL: Final = re.compile(r"\s*[A-Z(“\"]")
_WORD: Final = re.compile(r"[^\W\d_]{3,}$")
_CITING: Final = frozenset(
    (
        *("no", "nomor", "pasal", "ayat", "angka", "tahun", "butir", "huruf", "bab", "km"),
        *("tingkat", "kelas", "lampiran", "poin", "point", "versi", "tabel", "gambar", "ke"),
        *("tk", "golongan", "gol", "hal", "halaman", "bagian", "rt", "rw", "lantai", "lt"),
    )
)
_REGULATION: Final = re.compile(
    r"(?<=\S)\s+(?=(?:Undang-undang|Peraturan (?:Presiden|Menteri|Pemerintah|Daerah|Bupati|Gubernur"
    r"|Wali ?kota|Kepala)|Keputusan (?:Presiden|Menteri|Bupati|Gubernur|Wali ?kota)|Permen\w+|"
    r"Perpres|Perda|Perbup|Perwali)\b)"
)
_NUMBERED: Final = re.compile(r"\b(?:No|Nomor)\.?\s*\d", re.IGNORECASE)
_SOP: Final = re.compile(r"(?<=\S)\s+(?=SOP\s+[A-Z])")
_LEADING_ON: Final = frozenset(
    (
        *("tentang", "atas", "dengan", "pelaksanaan", "berdasarkan", "dalam", "sesuai"),
        *("oleh", "pada", "dan", "penyusunan", "pedoman", "perubahan", "kedua", "ketiga"),
        *("pencabutan", "penetapan", "dari", "terhadap", "menurut", "penerapan"),
    )
)
_SCHOOL: Final = r"(?:SD|SMP|SLTA|SMA|SMK|Sarjana|D1|D2|D3|D4|D\.?III|D\.?IV|S1|S2|S3)"
_SCHOOLS: Final = re.compile(rf"{_SCHOOL}(?:/{_SCHOOL})*(?: {_SCHOOL}(?:/{_SCHOOL})*)+")


@dataclass(frozen=True, slots=True)
class Split:
    """The items of a list."""

    items: tuple[str, ...]
    way: Way
    """How they were told apart: ``kosong`` nothing there, ``baris`` by line, ``bernomor`` by
    numbers at the head of lines, ``tersambung`` by numbers inside lines, ``dugaan`` by words."""

    @property
    def numbered(self) -> bool:
        """True where the numbers were typed, so that the form prints them again."""
        return self.way in ("bernomor", "tersambung")


def split_list(text: str) -> Split:
    """Part a text into its items; no word is lost but the numbers of the items."""
    bare = text.strip()
    if not bare:
        return Split((), "kosong")
    starts = _numbers(bare)
    if starts and not _out_of_order(bare, starts):
        ends = [start for start, _ in starts[1:]] + [len(bare)]
        items = [bare[begin:end].strip() for (_, begin), end in zip(starts, ends, strict=True)]
        at_line = {match.start(1) for match in _NUMBERED_LINE.finditer(bare)}
        inline = any(start not in at_line for start, _ in starts)
        return Split(tuple(items), "tersambung" if inline else "bernomor")
    lines = [line.strip() for line in bare.split("\n") if line.strip()]
    if len(lines) == 1:
        parts = _guessed(lines[0])
        return Split(tuple(parts), "dugaan" if len(parts) > 1 else "baris")
    return Split(tuple(lines), "baris")


def joined_schools(item: str) -> list[str]:
    """The parts of ``SMA/SMK Sarjana D3/S2``, which only a person can group; else nothing."""
    return item.split() if _SCHOOLS.fullmatch(item.strip()) else []


def _numbers(text: str) -> list[tuple[int, int]]:
    """Where each number of an item starts and where its text begins: 1, 2, 3 … from the head."""
    found: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        if int(match[1]) != len(found) + 1:
            continue
        if not found and match.start() > 0:
            return []
        if not found or _parts(text, match):
            found.append((match.start(), match.end()))
    return found


def _out_of_order(text: str, starts: list[tuple[int, int]]) -> bool:
    """True where other lines begin with numbers too, as in 1, 2, 4: then the lines tell more."""
    known = {start for start, _ in starts}
    return any(match.start(1) not in known for match in _NUMBERED_LINE.finditer(text))


def _parts(text: str, number: re.Match[str]) -> bool:
    """True where the number may begin an item: behind a space, or glued to the end of a word."""
    before = text[max(0, number.start() - _NEAR) : number.start()].rpartition("\n")[2]
    if not before.strip():
        return True
    match = _BEFORE.search(before)
    word, space = (match[1], match[2]) if match else ("", "")
    if space:
        return word.strip("(.,;:").lower() not in _CITING
    upper = _CAPITAL.match(text, number.end()) is not None
    ended = before[-1] in ').;:”"' and before.rstrip(').;:”"')[-1:] not in "0123456789"
    glued = _WORD.search(word) is not None and word.lower() not in _CITING
    return upper and (ended or glued) and word.strip("(.,;:").lower() not in _CITING


def _guessed(line: str) -> list[str]:
    """Items without numbers, told apart by the words with which they begin."""
    parts = _rejoined(_REGULATION.split(line))
    if len(parts) > 1 and all(_NUMBERED.search(each) for each in parts):
        return parts
    if line.startswith("SOP "):
        return _rejoined(_SOP.split(line), spared=frozenset({"dan"}))
    return [line]


def _rejoined(parts: list[str], *, spared: frozenset[str] = frozenset()) -> list[str]:
    """“… Perubahan atas Peraturan Bupati …” is one item, not two."""
    whole: list[str] = []
    for each in parts:
        last = whole[-1].split()[-1].lower() if whole else ""
        if whole and last in _LEADING_ON - spared:
            whole[-1] += f" {each}"
        else:
            whole.append(each)
    return whole
