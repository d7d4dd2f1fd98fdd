"""The words of the official form, by level: Permenpan RB 53/2014, Lampiran I."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doc_templates.kinerja.model import AlasanPerubahan
    from doc_templates.perjanjian_kinerja.model import (
        PerjanjianKinerja,
        Tingkat,
        TingkatAnggaran,
    )

_PURPOSE: Final = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel "
    "serta berorientasi pada hasil, "
)
_PROMISE: Final = (
    "berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
    "dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam "
    "dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi "
    "tanggung jawab "
)
_SUPERVISION: Final = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap "
    "capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka "
    "pemberian penghargaan dan sanksi."
)

SASARAN: Final[dict[Tingkat, str]] = {
    "kepala_daerah": "Sasaran Strategis",
    "kepala_pd": "Sasaran Strategis",
    "camat": "Sasaran Strategis",
    "administrator": "Sasaran Program",
    "pengawas": "Sasaran Kegiatan",
}
"""Heading of the annex's column of aims: outcome at the top, results below."""


LEVELS: Final = ("Program", "Kegiatan", "Sub Kegiatan")
"""What the annex's budget lists, from the top down."""


_TOP: Final[dict[TingkatAnggaran, int]] = {"program": 0, "kegiatan": 1, "sub_kegiatan": 2}

ALASAN: Final[dict[AlasanPerubahan, str]] = {
    "pergantian_pejabat": "terjadi pergantian atau mutasi pejabat",
    "perubahan_strategi": (
        "terjadi perubahan dalam strategi yang memengaruhi pencapaian tujuan dan sasaran "
        "(perubahan program, kegiatan, dan alokasi anggaran)"
    ),
    "perubahan_prioritas": (
        "terjadi perubahan prioritas atau asumsi yang berakibat secara signifikan dalam proses "
        "pencapaian tujuan dan sasaran"
    ),
}
"""The three reasons for a revision: Permenpan RB 53/2014, Lampiran I; read behind “karena”."""


def levels(data: PerjanjianKinerja, depth: int) -> tuple[str, ...]:
    """What the lines of the annex's budget are called, from the top down."""
    top = _TOP[data.tingkat_anggaran]
    return LEVELS[top : top + depth]


def budget_title(names: Sequence[str]) -> str:
    """Heading of the annex's table of money, which lists lines of these names."""
    if len(names) == 1:
        return f"{names[0]} dan Anggaran"
    return f"{', '.join(names)}, dan Anggaran"


def subject(data: PerjanjianKinerja) -> str:
    """What the document calls itself in running text."""
    revision = f" {data.perubahan.sebutan}" if data.perubahan else ""
    return f"Perjanjian Kinerja{revision} Tahun {data.tahun}"


def title(data: PerjanjianKinerja) -> str:
    """The subject for the PDF's title and the index: what, which year, whose."""
    return " ".join(filter(None, (subject(data), data.pihak_pertama.sebutan)))


def opening(data: PerjanjianKinerja) -> str:
    """The sentence before the parties are named."""
    if data.kalimat_pembuka is not None:
        return data.kalimat_pembuka
    who = "kami" if data.pihak_kedua else "saya"
    return f"{_PURPOSE}{who} yang bertanda tangan di bawah ini:"


def promises(data: PerjanjianKinerja) -> tuple[str, ...]:
    """The paragraphs after the parties are named: one at least."""
    return (*_promises(data), *filter(None, [_revision_note(data)]))


def annex_closing(data: PerjanjianKinerja, number: str) -> str:
    """The line that binds the annex to its statement and stays above the signatures."""
    return (
        f"Lampiran ini merupakan bagian yang tidak terpisahkan dari {subject(data)} Nomor {number}."
    )


def _promises(data: PerjanjianKinerja) -> tuple[str, ...]:
    if data.kalimat_janji:
        return data.kalimat_janji
    if data.pihak_kedua is None:
        return (f"{_PROMISE[0].upper()}{_PROMISE[1:]}saya.",)
    return (f"Pihak pertama {_PROMISE}kami.", _SUPERVISION)


def _revision_note(data: PerjanjianKinerja) -> str:
    """What a revision says of the agreement that it changes; empty for a first one."""
    change = data.perubahan
    if change is None or (change.alasan is None and change.nomor_semula is None):
        return ""
    number = f" Nomor {change.nomor_semula}" if change.nomor_semula else ""
    reason = f" karena {change.alasan}" if change.alasan else ""
    end = "" if reason.endswith((".", "!", "?")) else "."
    return (
        f"Perjanjian ini merupakan {change.sebutan} atas Perjanjian Kinerja Tahun "
        f"{data.tahun}{number}{reason}{end}"
    )
