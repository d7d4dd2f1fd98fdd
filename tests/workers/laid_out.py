"""Documents laid out by the real LibreOffice, for the tests of the stamp and the gate."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from doc_templates.forge import Page, Style, cell, mark, paragraph, row, run, table, text
from doc_templates.forge_package import Form
from doc_templates.kind import Description, Signatory
from workers.pipeline.artifacts import Draft, FilledDocx, PlainPdf, digest_of

if TYPE_CHECKING:
    from pathlib import Path

    from workers.pipeline.convert import Converter

URL: Final = "https://lontar.kuduskab.go.id/v/7k3m9qx2wf4a"
STYLES: Final = (
    Style(id="Normal", name="Normal"),
    Style(id="Heading1", name="heading 1", size=14, bold=True, outline=0),
)
DESCRIPTION: Final = Description(
    title="Perjanjian Kinerja “Kepala Dinas” Tahun 2025 & <Lampiran>",
    office="Dinas Kearsipan Kabupaten Kudus",
    year=2025,
    register="dinas-kearsipan/pk",
    number=None,
    numbering=None,
    date="2025-02",
    classification=None,
    signatories=(
        Signatory("pihak_pertama", "Pihak Pertama: Kepala Bidang"),
        Signatory("pihak_kedua", "Pihak Kedua: Kepala Dinas"),
    ),
    must_show=("Perjanjian Kinerja Kepala Dinas Tahun 2025", "Sri Wahyuningsih"),
)
DRAFT: Final = Draft(
    kind=SimpleNamespace(name="uji"),
    data={"nama": "Sri Wahyuningsih"},
    description=DESCRIPTION,
    number="000.8.3.3/12/411.506/2025",
    code="7k3m-9qx2-wf4a",
    verify_url=URL,
)
KONSEP: Final = replace(DRAFT, number=None, code=None, verify_url=None)


def form(
    *, page: Page | None = None, font: str = "Arial", pages: int = 3, lines: tuple[str, ...] = ()
) -> Form:
    """A form of some pages: title, table, further lines, two places to sign on the last page."""
    page = page or Page(bottom=15)
    half = page.width / 2
    body = [
        text("Perjanjian Kinerja Kepala Dinas Tahun 2025", style="Heading1"),
        table(
            row(*(cell(text(name), width=half) for name in ("Sasaran", "Target")), header=True),
            row(*(cell(text(name), width=half) for name in ("Arsip tertata", "100 %"))),
            columns=(half, half),
        ),
    ]
    body += [
        paragraph(run(f"Bagian {number}: naskah dinas."), new_page=True)
        for number in range(2, pages + 1)
    ]
    body += [text(line) for line in lines]
    body.append(
        table(
            row(
                cell(
                    text("Pihak Pertama"),
                    paragraph(mark("pihak_pertama", number=1)),
                    text("Sri Wahyuningsih"),
                    width=half,
                ),
                cell(
                    text("Pihak Kedua"),
                    paragraph(mark("pihak_kedua", number=2)),
                    text("Bambang Sutrisno"),
                    width=half,
                ),
            ),
            columns=(half, half),
            lines=False,
        )
    )
    return Form(
        font=font, size=11, line=1.15, styles=STYLES, body=tuple(body), page=page, title="Uji"
    )


def lay_out(what: Form, *, converter: Converter, folder: Path, draft: Draft = DRAFT) -> PlainPdf:
    """Write the form and have it laid out."""
    folder.mkdir(parents=True, exist_ok=True)
    docx, pdf = folder / "document.docx", folder / "plain.pdf"
    what.write(docx)
    converter.to_pdf(docx, pdf)
    return PlainPdf(pdf, digest_of(pdf), FilledDocx(docx, digest_of(docx), draft), {})


def with_draft(document: PlainPdf, draft: Draft) -> PlainPdf:
    """The same pages, made from another draft."""
    return replace(document, made_from=replace(document.made_from, draft=draft))


def described(draft: Draft = DRAFT, **changes: object) -> Draft:
    """A draft whose description differs in something."""
    return replace(draft, description=replace(draft.description, **changes))
