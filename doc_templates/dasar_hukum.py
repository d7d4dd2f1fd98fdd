"""What can be noticed about a list of legal bases: cited twice, mis-titled, no longer in force.

Each basis is weighed at the document's own day, and then at a later one: what was right when it
was signed is never called wrong, only out of date.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from doc_templates import codes
from doc_templates.findings import Level
from doc_templates.kutipan import citations_in
from doc_templates.peraturan import in_force, register

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from doc_templates.findings import Finding
    from doc_templates.kutipan import Kutipan, Peraturan
    from doc_templates.peraturan import Ketentuan, Pokok
    from doc_templates.tanggal import Tanggal

NEARLY: Final = 0.7
"""Titles this alike differ by a word or its spelling; less alike ones are another title."""
ENOUGH: Final = 4
"""Words that a title must have to be known as another regulation's."""

_SHORT: Final = {
    "sop": "standar operasional prosedur",
    "sakip": "sistem akuntabilitas kinerja instansi pemerintah",
    "akip": "akuntabilitas kinerja instansi pemerintah",
    "spip": "sistem pengendalian intern pemerintah",
    "lkjip": "laporan kinerja instansi pemerintah",
    "pemprov": "pemerintah provinsi",
    "pemda": "pemerintah daerah",
    "juknis": "petunjuk teknis",
}
_SUBJECTS: Final[dict[Pokok, str]] = {
    "sop": "penyusunan SOP",
    "sakip": "akuntabilitas kinerja (SAKIP)",
}
_UNVERIFIED: Final = " (menurut register, belum dicocokkan dengan lembaran resmi)"


def check_citations(
    items: Iterable[str], where: str, *, naskah: Tanggal | None, pada: Tanggal | None = None
) -> list[Finding]:
    """What is odd about a list of legal bases.

    Args:
        items: the list, verbatim.
        where: the list's place in the data; items are counted from 0 behind it.
        naskah: the document's own day, as precise as known; None where it is not known.
        pada: the later day to weigh at; None for all that the register knows.
    """
    found: list[Finding] = []
    seen: set[Peraturan] = set()
    for at, item in enumerate(items):
        for each in citations_in(item):
            place = f"{where}[{at}]"
            if each.peraturan in seen:
                sentence = (
                    f"{each.peraturan} dikutip lebih dari sekali; mohon periksa nomor dan judulnya."
                )
                found.append(codes.LEGAL_DUP.at(place, sentence))
            else:
                found += _check_validity(each.peraturan, place, naskah, pada)
            found += _check_title(each, place)
            seen.add(each.peraturan)
    return found


def check_coverage(
    items: Iterable[str], where: str, *, pokok: Sequence[Pokok], naskah: Tanggal | None
) -> list[Finding]:
    """Says so where no basis on a subject is cited that such a document rests on."""
    known = register()
    cited = {
        subject
        for item in items
        for each in citations_in(item)
        if each.peraturan in known
        for subject in known[each.peraturan].pokok
    }
    found = []
    for subject in pokok:
        if subject not in cited:
            offers = [
                f"{each.peraturan} tentang {each.judul}"
                for each in (in_force(subject, naskah) if naskah else ())
            ]
            sentence = (
                f"Tidak ada dasar hukum tentang {_SUBJECTS[subject]} yang dikutip; tambahkan bila "
                "memang menjadi dasar."
            )
            found.append(codes.LEGAL_GAP.at(where, sentence, *offers))
    return found


def _check_validity(
    cited: Peraturan, where: str, naskah: Tanggal | None, pada: Tanggal | None
) -> list[Finding]:
    if naskah is not None and cited.tahun > naskah.tahun:
        sentence = f"{cited} belum ada ketika naskah dibuat; mohon periksa nomor dan tahunnya."
        return [codes.LEGAL_FUTURE.at(where, sentence)]
    entry = register().get(cited)
    if entry is None or entry.dicabut_sejak is None:
        return []
    later = entry.diganti_oleh or "peraturan lain"
    if naskah is not None and entry.is_revoked_at(naskah):
        sentence = f"{cited} sudah diganti {later} ketika naskah dibuat{_doubt(entry)}; periksalah."
        return [codes.LEGAL_REVOKED.at(where, sentence, later)]
    if not _is_out_of_date(entry, naskah, pada):
        return []
    sentence = (
        f"{cited} diganti {later} sejak {entry.dicabut_sejak}{_doubt(entry)}; sesuaikan bila "
        "naskah diperbarui."
    )
    return [codes.LEGAL_SUPERSEDED.at(where, sentence, later)]


def _is_out_of_date(entry: Ketentuan, naskah: Tanggal | None, pada: Tanggal | None) -> bool:
    if pada is not None:
        return entry.is_revoked_at(pada)
    return naskah is not None and not entry.is_revoked_at(naskah)


def _doubt(entry: Ketentuan, field: str = "dicabut_sejak") -> str:
    return _UNVERIFIED if field in entry.belum_diverifikasi else ""


def _check_title(cited: Kutipan, where: str) -> list[Finding]:
    entry = register().get(cited.peraturan)
    words = _words(cited.judul)
    if entry is None or not words or _is_shortened(words, _words(entry.judul)):
        return []
    owner = _owner_of(words, entry)
    if owner is not None:
        sentence = (
            f"Judul yang ditulis pada {cited.peraturan} ialah judul {owner.peraturan}; mohon "
            "periksa nomor atau judulnya."
        )
        return [codes.LEGAL_TITLE.at(where, sentence, entry.judul)]
    near = SequenceMatcher(None, words, _words(entry.judul)).ratio() >= NEARLY
    sentence = (
        f"Judul {cited.peraturan} {'sedikit ' if near else ''}berbeda dari “{entry.judul}”"
        f"{_doubt(entry, 'judul')}; mohon cocokkan."
    )
    level = Level.INFORMATION if near else None
    return [codes.LEGAL_TITLE.at(where, sentence, entry.judul, level=level)]


def _owner_of(words: list[str], entry: Ketentuan) -> Ketentuan | None:
    if len(words) < ENOUGH:
        return None
    return next(
        (
            each
            for each in register().values()
            if each.peraturan != entry.peraturan and _words(each.judul) == words
        ),
        None,
    )


def _is_shortened(words: list[str], whole: list[str]) -> bool:
    """Offices leave words out of long titles; that alone is no fault."""
    rest = iter(whole)
    return all(word in rest for word in words)


def _words(title: str) -> list[str]:
    plain = re.sub(r"\([^)]*\)", " ", title.lower())
    return [
        word
        for part in re.findall(r"[a-z0-9]+", plain)
        for word in _SHORT.get(part, part).split()
        if word not in ("republik", "indonesia")
    ]
