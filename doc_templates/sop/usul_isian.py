"""Proposals for single fields: dates, NIP, contacts, titles, items, and blank cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from doc_templates import codes, nip
from doc_templates.sop import codes as sop_codes
from doc_templates.sop.alur import alur_of
from doc_templates.sop.butir import LISTS, split_item
from doc_templates.sop.checks import check
from doc_templates.sop.judul import bare_title, titles_of
from doc_templates.sop.usul_alur import names_of_rows
from doc_templates.usulan import Usulan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.findings import Finding
    from doc_templates.sop.model import Sop

_DOTS: Final = re.compile(r"(?<=\w)\.{2,}(?=\w)")
_DOCUMENT: Final = "(?:renstra|renja|rkpd|rpjmd|rkt|rka|dpa|iku)"
_PAIRS: Final = re.compile(
    rf"{_DOCUMENT}(?: {_DOCUMENT})+|laporan disposisi",
    re.IGNORECASE,
)
"""Names of documents that stand side by side without a comma."""


def propose_identity(model: Sop) -> list[Usulan]:
    """What concerns the identity sheet and the head of the activity sheet."""
    found = check(model)
    return [
        *_titles(model),
        *_dates(model, found),
        *_nips(model),
        *_contacts(model),
        *_lists(model),
        *_lane_names(model, found),
    ]


def propose_cells(model: Sop) -> list[Usulan]:
    """What concerns the cells of Mutu Baku, row by row."""
    flow = alur_of(model)
    proposals = []
    for at, (step, name) in enumerate(zip(model.kegiatan, names_of_rows(model), strict=True)):
        quality = step.mutu_baku
        where = f"kegiatan[{at}].mutu_baku"
        above = model.kegiatan[at - 1].mutu_baku.output if at else None
        follows = any(each.dari == at - 1 for each in flow.masuk(at))
        if not (quality.kelengkapan or "").strip() and follows and above and above.strip():
            proposals.append(
                Usulan(
                    f"KELENGKAPAN-{name}",
                    f"{where}.kelengkapan",
                    quality.kelengkapan,
                    above,
                    "Kelengkapan kosong; output langkah sebelumnya lazim menjadi kelengkapan.",
                    "sedang",
                )
            )
        for field, text in (("kelengkapan", quality.kelengkapan), ("output", quality.output)):
            if text and _PAIRS.fullmatch(text):
                proposals.append(
                    Usulan(
                        f"{field.upper()}-{name}",
                        f"{where}.{field}",
                        text,
                        ", ".join(text.split()),
                        f"Isi “{text}” tampak menyebut beberapa dokumen tanpa koma.",
                        "rendah",
                    )
                )
    return proposals


def _titles(model: Sop) -> Iterator[Usulan]:
    titles = titles_of(model)
    choices = list({bare_title(each): each for each in reversed(titles.values())}.values())[::-1]
    if len(choices) < 2:  # noqa: PLR2004 - one title disagrees with nothing
        return
    for number, title in enumerate(choices, 1):
        places = [each for each, text in titles.items() if bare_title(text) != bare_title(title)]
        yield Usulan(
            f"JUDUL-{number}",
            "",
            {place: _title_now(model, place) for place in places},
            {place: _title_at(model, place, title) for place in places},
            f"Judul di dalam naskah berbeda-beda; pilihan ini memakai “{title}” di semua tempat.",
            "rendah",
        )


def _title_now(model: Sop, place: str) -> Any:  # noqa: ANN401 - a text or the lines of a cover
    return _cover(model) if place == "sampul.judul" else getattr(model, place)


def _title_at(model: Sop, place: str, title: str) -> Any:  # noqa: ANN401 - see above
    if place != "sampul.judul":
        return title
    return [*(line for line in _cover(model) if not bare_title(line)), title]


def _cover(model: Sop) -> list[str]:
    return list(model.sampul.judul) if model.sampul else []


def _dates(model: Sop, found: list[Finding]) -> list[Usulan]:
    """One for each date; a wrong spelling says more than an unusual style."""
    spelling = [each for each in found if each.code == codes.MONTH_SPELLING.name]
    style = [each for each in found if each.code == codes.DATE_STYLE.name]
    proposals: dict[str, Usulan] = {}
    for each in (*spelling, *style):
        if each.where.startswith("tanggal_"):
            name = each.where.removeprefix("tanggal_").upper()
            spelt = each in spelling
            proposal = Usulan(
                f"TANGGAL-{name}",
                each.where,
                getattr(model, each.where),
                each.suggestions[0],
                f"{'Ejaan bakunya' if spelt else 'Lazimnya ditulis'} “{each.suggestions[0]}”.",
                "tinggi" if spelt else "rendah",
            )
            proposals.setdefault(each.where, proposal)
    return list(proposals.values())


def _nips(model: Sop) -> Iterator[Usulan]:
    typed = model.pengesahan.pejabat.nip if model.pengesahan else None
    if not typed:
        return
    where = "pengesahan.pejabat.nip"
    for number, candidate in enumerate(nip.candidates(typed), 1):
        reason = (
            f"Bila satu angka berlebih: {nip.told(candidate)}; cocokkan dengan surat keputusan."
        )
        yield Usulan(f"NIP-{number}", where, typed, candidate, reason, "rendah")
    digits = nip.digits_of(typed)
    if nip.read_nip(typed) is not None and typed != nip.grouped(digits):
        reason = f"Hanya pengelompokan angkanya yang berubah: {nip.told(typed)}."
        yield Usulan("NIP-1", where, typed, nip.grouped(digits), reason, "tinggi")


def _contacts(model: Sop) -> Iterator[Usulan]:
    for at, line in enumerate(model.kop.kontak):
        mended = _DOTS.sub(".", line)
        if mended != line:
            yield Usulan(
                f"KONTAK-{at + 1}",
                f"kop.kontak[{at}]",
                line,
                mended,
                "Alamat laman tidak memuat dua titik berurutan.",
                "tinggi",
            )


def _lists(model: Sop) -> Iterator[Usulan]:
    for name in LISTS:
        panel = getattr(model, name)
        items = list(panel.butir) if panel else []
        parts = [part for item in items for part in split_item(item)]
        if parts != items:
            yield Usulan(
                f"BUTIR-{name.upper()}",
                f"{name}.butir",
                items,
                parts,
                f"Daftar ini tampak memuat {len(parts)} butir, sebagian tersambung.",
                "sedang",
            )


def _lane_names(model: Sop, found: list[Finding]) -> Iterator[Usulan]:
    for each in found:
        if each.code == sop_codes.LANE_TEXT.name:
            at = int(re.sub(r"\D", "", each.where))
            yield Usulan(
                f"NAMA-{at + 1}",
                each.where,
                model.lajur[at].nama,
                each.suggestions[0],
                each.sentence,
                "rendah",
            )
