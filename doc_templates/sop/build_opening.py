"""Draws what stands before the sheets of an SOP: its cover and the decision that lays it down."""

from __future__ import annotations

from typing import Final

from doc_templates.forge import Page, paragraph, run, tab, text
from doc_templates.forge_package import HEADER_REFERENCE
from doc_templates.sop.build_parts import line_if, signature

COVER: Final = Page(paper="A4", landscape=True, top=14, right=12, bottom=18, left=12, head=6)
DECISION: Final = Page(paper="A4", top=20, right=20, bottom=25, left=25, head=6)
"""``arrange`` gives both the paper of the document; the decision always stands upright."""
COLON, LETTER, BODY = 33.0, 37.0, 44.0
"""Where the parts of a consideration begin, millimetres from the margin."""


def opening() -> tuple[str, ...]:
    """Cover, decision, and the lines over the identity sheet."""
    return (
        text("{%p if ada_sampul %}"),
        *_cover(),
        text("{%p if keputusan.ada %}"),
        paragraph(style="Jarak", section=COVER.xml(HEADER_REFERENCE)),
        text("{%p else %}"),
        paragraph(style="Jarak", new_page=True),
        text("{%p endif %}"),
        text("{%p endif %}"),
        text("{%p if keputusan.ada %}"),
        *_decision(),
        text("{%p endif %}"),
        text("{%p if kop.di_atas %}"),
        *letterhead(),
        paragraph(style="Sela", keep_next=True),
        text("{%p endif %}"),
        text("{%p if ada_kepala %}"),
        *line_if("sampul.atas", "KopInstansi"),
        *line_if("sampul.judul", "Heading1"),
        *line_if("sampul.tahun", "Unit"),
        *line_if("sampul.bawah", "KopInstansi"),
        text("{%p endif %}"),
    )


def letterhead() -> tuple[str, ...]:
    """The lines of the letterhead and the unit."""
    return (
        *line_if("kop.pemerintah", "KopPemerintah"),
        *line_if("kop.instansi", "KopInstansi"),
        *line_if("kop.alamat", "KopAlamat"),
        *line_if("kop.kontak", "KopAlamat"),
        *line_if("unit", "Unit"),
        paragraph(style="Jarak", keep_next=True),
    )


def _cover() -> tuple[str, ...]:
    return (
        *line_if("sampul.atas", "InstansiSampul"),
        *line_if("sampul.judul", "JudulSampul"),
        paragraph(tab(rule="thick"), style="GarisSampul", keep_next=True, tabs=(180,)),
        *line_if("sampul.tahun", "TahunSampul"),
        *line_if("sampul.bawah", "KakiSampul"),
    )


def _decision() -> tuple[str, ...]:
    return (
        *line_if("kop.pemerintah", "KopPemerintah"),
        *line_if("kop.instansi", "KopInstansi"),
        *line_if("kop.alamat", "KopAlamat"),
        *line_if("kop.kontak", "KopAlamat"),
        paragraph(tab(rule="double"), style="GarisKop", keep_next=True, tabs=(165,)),
        *line_if("keputusan.judul", "Heading1"),
        *line_if("keputusan.nomor", "Tengah"),
        text("{%p if keputusan.tentang %}"),
        paragraph(run("TENTANG"), style="JudulKeputusan", keep_next=True),
        paragraph(run("{{ keputusan.tentang }}"), style="JudulKeputusan", keep_next=True),
        text("{%p endif %}"),
        *line_if("keputusan.pembuka", "JudulKeputusan"),
        paragraph(style="Sela", keep_next=True),
        text("{%p for butir in keputusan.konsiderans %}"),
        _consideration(),
        text("{%p endfor %}"),
        paragraph(run("MEMUTUSKAN:"), style="JudulKeputusan", keep_next=True),
        paragraph(style="Sela", keep_next=True),
        text("{%p for butir in keputusan.diktum %}"),
        text("{%p if loop.last %}"),
        _dictum(last=True),
        text("{%p else %}"),
        _dictum(last=False),
        text("{%p endif %}"),
        text("{%p endfor %}"),
        paragraph(style="Sela", keep_next=True),
        *line_if("keputusan.ditetapkan_di", "TandaKeputusan"),
        *line_if("keputusan.pada_tanggal", "TandaKeputusan"),
        *signature("keputusan.penetap", number=3, role="penetap", style="TandaKeputusan"),
        *_copies(),
        paragraph(style="Jarak", section=DECISION.xml(HEADER_REFERENCE)),
    )


def _consideration() -> str:
    return paragraph(
        *(run("{{ butir.label }}"), tab(), run("{{ butir.titik_dua }}")),
        *(tab(), run("{{ butir.tanda }}"), tab(), run("{{ butir.teks }}")),
        style="Konsiderans",
        left=BODY,
        hanging=BODY,
        tabs=(COLON, LETTER, BODY),
    )


def _dictum(*, last: bool) -> str:
    """The last one keeps the signature company."""
    return paragraph(
        *(run("{{ butir.label }}"), tab(), run(":"), tab(), run("{{ butir.teks }}")),
        style="Konsiderans",
        keep_next=last,
        left=LETTER,
        hanging=LETTER,
        tabs=(COLON, LETTER),
    )


def _copies() -> tuple[str, ...]:
    return (
        text("{%p if keputusan.tembusan %}"),
        paragraph(run("Tembusan:"), style="Konsiderans", keep_next=True),
        text("{%p for butir in keputusan.tembusan %}"),
        paragraph(
            *(run("{{ butir.tanda }}"), tab(), run("{{ butir.teks }}")),
            style="Tembusan",
            left=7,
            hanging=7,
            tabs=(7,),
        ),
        text("{%p endfor %}"),
        text("{%p endif %}"),
    )
