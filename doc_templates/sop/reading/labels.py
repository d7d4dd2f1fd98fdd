"""The labels of an SOP, however an office writes them: the words that say what stands beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("nomor", "nomor sop", "no sop", "nomor sop ap", "nomor dokumen", "no dokumen"), "nomor"
    ),
    **dict.fromkeys(
        ("tanggal pembuatan", "tanggal penyusunan", "tanggal dibuat", "tanggal pembuatan sop"),
        "tanggal_pembuatan",
    ),
    **dict.fromkeys(("tanggal revisi", "tanggal perubahan"), "tanggal_revisi"),
    **dict.fromkeys(
        ("tanggal efektif", "tanggal berlaku", "tanggal mulai berlaku", "tanggal diberlakukan"),
        "tanggal_efektif",
    ),
    **dict.fromkeys(("disahkan oleh", "disyahkan oleh", "disahkan"), "disahkan_oleh"),
    **dict.fromkeys(
        ("nama sop", "judul sop", "nama prosedur", "judul prosedur", "nama sop ap", "judul"),
        "nama_sop",
    ),
}
PANELS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("dasar hukum", "landasan hukum"), "dasar_hukum"),
    **dict.fromkeys(
        ("kualifikasi pelaksana", "kualifikasi pelaksanaan", "kualifikasi"), "kualifikasi"
    ),
    **dict.fromkeys(
        ("keterkaitan", "keterkaitan sop", "keterkaitan dengan sop lain", "keterkaitan antar sop"),
        "keterkaitan",
    ),
    **dict.fromkeys(
        ("peralatan/perlengkapan", "peralatan dan perlengkapan", "peralatan", "perlengkapan"),
        "peralatan",
    ),
    "peringatan": "peringatan",
    **dict.fromkeys(
        ("pencatatan dan pendataan", "pencatatan/pendataan", "pencatatan", "pendataan"),
        "pencatatan",
    ),
}
COLUMNS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("no", "nomor", "no urut"), "nomor"),
    **dict.fromkeys(
        (
            *("kegiatan", "aktivitas", "aktifitas", "uraian", "uraian kegiatan", "tahapan"),
            *("uraian prosedur", "prosedur", "langkah", "langkah kegiatan", "tahapan kegiatan"),
            *("uraian aktivitas", "uraian prosedur kegiatan", "kegiatan/aktivitas"),
        ),
        "uraian",
    ),
    **dict.fromkeys(("pelaksana", "pelaksanaan", "aktor", "unit pelaksana"), "pelaksana"),
    **dict.fromkeys(("mutu baku", "baku mutu"), "mutu_baku"),
    **dict.fromkeys(
        (
            *("kelengkapan", "perlengkapan", "persyaratan", "input", "syarat/kelengkapan"),
            *("persyaratan/kelengkapan", "persyaratan/perlengkapan", "syarat/perlengkapan"),
            *("persyaratan kelengkapan", "kelengkapan/persyaratan"),
        ),
        "kelengkapan",
    ),
    **dict.fromkeys(("waktu", "jangka waktu", "waktu penyelesaian", "durasi"), "waktu"),
    **dict.fromkeys(
        ("output", "keluaran", "hasil", "output/keluaran", "keluaran/output"), "output"
    ),
    **dict.fromkeys(("keterangan", "ket", "catatan"), "keterangan"),
}
QUALITY: Final = ("kelengkapan", "waktu", "output")

_LONGEST: Final = 40
"""Letters of the longest label, with some to spare: longer text is never one."""
_SURE: Final = 8
"""Letters from which on a slip of the pen still leaves a word recognisable."""
_ALIKE: Final = 0.85
_TAIL: Final = " \t:;."
_WIDE_GAP: Final = re.compile(r"\s{2,}|\t")
_FIRST_ITEM: Final = re.compile(r"(?<=\S)\s+(?=1\.\s)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a text."""

    name: str
    """What the data call it."""
    written: str
    """Exactly as typed."""
    rest: str
    """What stands behind it in the same cell, often nothing."""


def read_label(text: str, names: Mapping[str, str]) -> Label | None:
    """The label that a text begins with; the label of something is never taken for its value."""
    first, _, below = text.strip().partition("\n")
    for written, beside in _beginnings(first):
        if name := name_of(written, names):
            rest = "\n".join(each for each in (beside.strip(), below.strip()) if each)
            return Label(name, written.strip(), rest)
    return None


def name_of(text: str, names: Mapping[str, str]) -> str | None:
    """What the data call the thing of that label; None for what is no label."""
    if len(text) > _LONGEST:
        return None
    return _name_of(text, tuple(names.items()))


def _beginnings(line: str) -> list[tuple[str, str]]:
    """Ways in which a line can be label and value, the whole line first."""
    ways = [(line, "")]
    head, colon, value = line.partition(":")
    if colon:
        # The colon belongs to the label only where nothing follows it on the line.
        ways.append((head, value) if value.strip() else (f"{head}{colon}", ""))
    for pattern in (_WIDE_GAP, _FIRST_ITEM):
        parts = pattern.split(line, maxsplit=1)
        if len(parts) > 1:
            ways.append((parts[0], parts[1].lstrip(": ")))
    return ways


@lru_cache(maxsize=4096)
def _name_of(text: str, names: tuple[tuple[str, str], ...]) -> str | None:
    known = dict(names)
    key = _key(text)
    if key in known:
        return known[key]
    if len(key) < _SURE:
        return None
    near = get_close_matches(key, known, n=1, cutoff=_ALIKE)
    return known[near[0]] if near else None


def _key(text: str) -> str:
    plain = re.sub(r"\(.*?\)", " ", text.lower()).strip(_TAIL).replace(".", " ")
    plain = re.sub(r"\s*([/&])\s*", r"\1", " ".join(plain.split()))
    return re.sub(r"^tgl\b", "tanggal", plain.replace("&", " dan "))
