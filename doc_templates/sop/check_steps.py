"""What can be noticed about an SOP's steps: who acts, what is done, what comes of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from doc_templates.isian import check_filled
from doc_templates.sop import codes
from doc_templates.sop.profiles import profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from doc_templates.codes import Code
    from doc_templates.findings import Finding
    from doc_templates.sop.model import Langkah, Sop

MANY: Final = 3
"""The same output in this many steps says little about any of them."""

_TYPOS: Final = {"pekasanaan": "Pelaksana", "mutu buku": "Mutu Baku", "pelaksanan": "Pelaksana"}
_VERB: Final = re.compile(r"(?:me|be[rk]|te[rp]|di)\w{2,}", re.IGNORECASE)
_GATHER: Final = re.compile(r"meng(?:himpun|umpulkan)", re.IGNORECASE)
_ANALYSE: Final = re.compile(r"menganalis", re.IGNORECASE)


def check_steps(model: Sop) -> list[Finding]:
    """From the head of the activity sheet to its last row, then what concerns all rows."""
    found = [*_check_heads(model), *_check_lanes(model)]
    numbers = Counter(step.kunci for step in model.kegiatan)
    for at, step in enumerate(model.kegiatan):
        found += _check_step(model, step, f"kegiatan[{at}]", numbers)
    return [*found, *_check_columns(model), *_check_order(model)]


def _check_heads(model: Sop) -> list[Finding]:
    heads = profile(model.profil).kolom.model_dump()
    return [
        codes.HEADER_TYPO.at(
            f"profil.kolom.{name}",
            f"Kepala kolom “{text}” lazimnya “{_TYPOS[text.lower()]}”; tetap dicetak seperti di "
            "profil.",
            _TYPOS[text.lower()],
        )
        for name, text in heads.items()
        if text.lower() in _TYPOS
    ]


def _check_lanes(model: Sop) -> list[Finding]:
    found = check_filled("ada" if model.lajur else None, "lajur", "lajur pelaksana")
    found += check_filled("ada" if model.kegiatan else None, "kegiatan", "kegiatan")
    office = model.kop.nama_instansi.lower()
    for at, lane in enumerate(model.lajur):
        place = f"lajur[{at}].nama"
        if lane.nama.lower().startswith("analisis "):
            better = "Analis" + lane.nama[len("analisis") :]
            sentence = f"Lajur “{lane.nama}” menyebut pekerjaan; mungkin maksudnya “{better}”."
            found.append(codes.LANE_TEXT.at(place, sentence, better))
        if "kasubid" in lane.nama.lower() and office.startswith("dinas"):
            sentence = (
                f"Lajur “{lane.nama}” menyebut Kasubid, sebutan yang lazim di badan, bukan dinas; "
                "mohon periksa."
            )
            found.append(codes.NOMENCLATURE.at(place, sentence))
    return found


def _check_step(model: Sop, step: Langkah, where: str, numbers: Counter[str]) -> list[Finding]:
    found = []
    if not step.pelaksana:
        sentence = f"Langkah {step.kunci} belum mempunyai pelaksana; tetapkan lajurnya."
        found.append(codes.LANE_UNASSIGNED.at(f"{where}.pelaksana", sentence))
    if numbers[step.kunci] > 1:
        sentence = f"Nomor langkah {step.kunci} dipakai lebih dari sekali; beri nomor yang berbeda."
        found.append(codes.STEP_NUMBER.at(f"{where}.nomor", sentence))
    return [
        *found,
        *_check_wording(model, step, where),
        *_check_remark(step, where),
    ]


def _check_wording(model: Sop, step: Langkah, where: str) -> list[Finding]:
    place = f"{where}.uraian"
    plain = _plain(step.uraian)
    if any(plain.startswith(f"{name} ") for name in _lane_names(model)):
        sentence = f"Uraian langkah {step.kunci} diawali pelakunya; awalilah dengan kata kerja."
        return [codes.STEP_HAS_SUBJECT.at(place, sentence)]
    if plain and not _VERB.match(plain):
        sentence = f"Uraian langkah {step.kunci} lazimnya diawali kata kerja aktif."
        return [codes.STEP_NOT_VERB.at(place, sentence)]
    return []


def _lane_names(model: Sop) -> set[str]:
    return {_plain(part) for lane in model.lajur for part in lane.nama.split("/") if _plain(part)}


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(".", " ").split())


def _check_remark(step: Langkah, where: str) -> list[Finding]:
    if not (step.keterangan or "").strip().isdigit():
        return []
    sentence = (
        f"Keterangan langkah {step.kunci} hanya berisi angka {step.keterangan}; mohon pastikan "
        "bukan sisa ketikan."
    )
    return [codes.STRAY_NUMBER.at(f"{where}.keterangan", sentence)]


def _check_columns(model: Sop) -> list[Finding]:
    """Blank cells, one finding a column; then outputs that say little."""
    columns: tuple[tuple[str, Code, Callable[[Langkah], str | None]], ...] = (
        ("Kelengkapan", codes.MUTU_KELENGKAPAN, lambda step: step.mutu_baku.kelengkapan),
        ("Waktu", codes.MUTU_WAKTU, lambda step: step.mutu_baku.waktu),
        ("Output", codes.MUTU_OUTPUT, lambda step: step.mutu_baku.output),
    )
    found = []
    for name, code, value_of in columns:
        blank = [step.kunci for step in model.kegiatan if not (value_of(step) or "").strip()]
        if blank:
            sentence = f"{name} kosong pada langkah {', '.join(blank)}; lengkapilah bila ada."
            found.append(code.at("kegiatan", sentence))
    return [*found, *_check_outputs(model)]


def _check_outputs(model: Sop) -> list[Finding]:
    found = []
    outputs = Counter(step.mutu_baku.output for step in model.kegiatan)
    for output, times in outputs.items():
        if output and output.strip() and times >= MANY:
            sentence = (
                f"Output “{output}” sama pada {times} langkah; pertimbangkan yang lebih rinci."
            )
            found.append(codes.OUTPUT_VAGUE.at("kegiatan", sentence))
    for at, step in enumerate(model.kegiatan):
        quality = step.mutu_baku
        if quality.output and quality.output == quality.kelengkapan:
            sentence = f"Kelengkapan langkah {step.kunci} sama dengan outputnya; mohon periksa."
            found.append(codes.INPUT_EQ_OUTPUT.at(f"kegiatan[{at}].mutu_baku", sentence))
    return found


def _check_order(model: Sop) -> list[Finding]:
    """Analysing before gathering is the one inversion seen in real SOPs."""
    for at, (step, following) in enumerate(zip(model.kegiatan, model.kegiatan[1:], strict=False)):
        if _ANALYSE.match(step.uraian) and _GATHER.match(following.uraian):
            sentence = (
                f"Langkah {step.kunci} menganalisis sebelum langkah {following.kunci} menghimpun; "
                "mohon pastikan urutannya."
            )
            return [codes.ORDER.at(f"kegiatan[{at}]", sentence)]
    return []
