"""Citations of regulations, as offices write them: found in a text, with the title beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NATIONAL: Final = (
    ("UU", r"Undang[- ]?undang|UU"),
    ("PP", r"Peraturan Pemerintah|PP"),
    ("Perpres", r"Peraturan Presiden|Perpres"),
    ("Permendagri", r"Peraturan Menteri Dalam Negeri|Permendagri"),
    (
        "Permenpan RB",
        (
            r"Peraturan Menteri (?:Negara )?Pendayagunaan Aparatur Negara"
            r"(?: dan Reformasi Birokrasi)?|Permen\s?PAN(?:[ -]?(?:dan )?RB)?"
        ),
    ),
)
_LOCAL: Final = (
    ("Perda", r"Peraturan Daerah|Perda"),
    ("Perbup", r"Peraturan Bupati|Perbup"),
    ("Perwali", r"Peraturan Wali\s?kota|Perwali"),
    ("Pergub", r"Peraturan Gubernur|Pergub"),
)
_NUMBER: Final = r"\s+(?:No\.?|Nomor)\s*:?\s*(\d+)\s+Tahun\s+(\d{4})"


def _form(pattern: str) -> re.Pattern[str]:
    """One way of citing: its region, number and year in three groups."""
    return re.compile(pattern, re.IGNORECASE)


_FORMS: Final = (
    *(
        (short, _form(rf"\b(?:{form})(?:\s+(?:Republik Indonesia|RI))?(){_NUMBER}"))
        for short, form in _NATIONAL
    ),
    *((short, _form(rf"\b(?:{form})((?:\s+[\w.-]+){{0,5}}?){_NUMBER}")) for short, form in _LOCAL),
    # How the ministry numbered its rules until 2009: PER/21/M.PAN/11/2008.
    ("Permenpan RB", _form(r"()\bPER/(\d+)/M\.\s?PAN/\d+/(\d{4})")),
)
_RANK: Final = re.compile(r"^(?:kab(?:upaten|\.)|prov(?:insi|\.))\s*", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\b(?:tentang|ttg\.?)\s+", re.IGNORECASE)
_AFTER_TITLE: Final = re.compile(
    r"\(\s*(?:lembaran|berita|tambahan)\b|\bsebagaimana\b|\bbeserta\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, order=True)
class Peraturan:
    """A regulation by the name that is unlike every other."""

    jenis: str
    nomor: int
    tahun: int
    daerah: str = ""
    """Region of a local one, without Kab. or Provinsi; empty for national ones."""

    def __str__(self) -> str:
        kind = " ".join(each for each in (self.jenis, self.daerah) if each)
        return f"{kind} Nomor {self.nomor} Tahun {self.tahun}"


@dataclass(frozen=True, slots=True)
class Kutipan:
    """A regulation as one text cites it."""

    peraturan: Peraturan
    judul: str
    """What stands after “tentang”, verbatim; empty where nothing does."""


def citations_in(text: str) -> list[Kutipan]:
    """The regulations that a text cites, in its order, each with the title given to it."""
    found = sorted(
        (match.start(), match.end(), _named(short, match))
        for short, form in _FORMS
        for match in form.finditer(text)
    )
    ends = [start for start, _, _ in found[1:]] + [len(text)]
    # One end too many where nothing is cited.
    return [
        Kutipan(named, _title(text[start:end]))
        for (_, start, named), end in zip(found, ends, strict=False)
    ]


def cited_in(text: str) -> list[Peraturan]:
    """The regulations that a text cites, in its order."""
    return [each.peraturan for each in citations_in(text)]


def _named(short: str, match: re.Match[str]) -> Peraturan:
    region = _RANK.sub("", " ".join(match[1].split()))
    return Peraturan(short, int(match[2]), int(match[3]), region)


def _title(behind: str) -> str:
    about = _ABOUT.search(behind)
    if about is None:
        return ""
    title = behind[about.end() :]
    cut = _AFTER_TITLE.search(title)
    return title[: cut.start() if cut else None].strip().rstrip(".;,").rstrip()
