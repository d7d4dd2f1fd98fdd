"""Forms are printed in declared fonts with equal widths, or not at all."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from tests.workers.tools.forms import paragraph, write_docx
from workers.errors import EngineMissing
from workers.tools.engine import LokEngine
from workers.tools.fonts import (
    FALLBACK,
    FAMILIES,
    FONT_FOLDERS,
    STAND_INS,
    TEXT_FONTS,
    check_fonts,
    fallback_notes,
    find_fonts,
    fonts_fingerprint,
    write_fontconfig,
)
from workers.tools.libreoffice import Installation


def embedded(pdf: Path) -> set[str]:
    """Base names of the fonts in a PDF, without their subset prefix."""
    return {
        font.get_object()["/BaseFont"][1:].rpartition("+")[2]
        for page in PdfReader(pdf).pages
        for font in page["/Resources"]["/Font"].values()
    }


def test_every_stand_in_is_installed_and_is_what_it_is_called() -> None:
    """Each file that is shown to the engine belongs to the family it is listed under."""
    declared = {name: family.name for family in FAMILIES for name in family.files}

    for path in find_fonts():
        with TTFont(path) as font:
            names = font["name"]
        assert declared[path.name] in {names.getDebugName(1), names.getDebugName(16)}


def test_missing_fonts_are_all_named_with_the_remedy(tmp_path: Path) -> None:
    """An office that lacks fonts learns which, and the one command that brings them."""
    for path in find_fonts():
        if not path.name.startswith(("Carlito", "texgyre")):
            shutil.copy(path, tmp_path)

    with pytest.raises(EngineMissing) as missing:
        find_fonts([tmp_path])

    assert "Carlito, TeX Gyre Bonum belum terpasang" in str(missing.value)
    assert "apt install fonts-crosextra-carlito fonts-texgyre" in str(missing.value)


def test_the_fingerprint_changes_with_any_font(tmp_path: Path) -> None:
    """Equal fonts give an equal fingerprint wherever they lie; one changed byte another."""
    fonts = find_fonts()
    copies = [Path(shutil.copy(path, tmp_path)) for path in reversed(fonts)]
    original = fonts_fingerprint(fonts)

    equal = fonts_fingerprint(copies)
    copies[0].write_bytes(copies[0].read_bytes() + b"\0")

    assert equal == original
    assert fonts_fingerprint(copies) != original


@pytest.mark.parametrize("style", ["", ":bold", ":italic", ":bold:italic"])
@pytest.mark.parametrize("asked", sorted(STAND_INS))
def test_fontconfig_gives_the_declared_stand_in(tmp_path: Path, asked: str, style: str) -> None:
    """A question for an office font is answered with the declared family and no other."""
    config = write_fontconfig(tmp_path / "fonts", fonts=find_fonts())

    answer = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", asked + style],
        env={"FONTCONFIG_FILE": str(config), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )

    family, file = answer.stdout.split("|")
    assert family == STAND_INS[asked].name
    assert Path(file).parent == tmp_path / "fonts" / "shown"


@pytest.mark.libreoffice
def test_the_engine_prints_each_office_font_in_its_stand_in(tmp_path: Path) -> None:
    """What LibreOffice embeds is what the table declares, and the check agrees."""
    docx = write_docx(
        tmp_path / "form.docx", "".join(paragraph("Ayo 1", font=font) for font in TEXT_FONTS)
    )
    engine = LokEngine(tmp_path / "engines", installation=Installation.find())

    engine.to_pdf(docx, tmp_path / "form.pdf")
    engine.close()

    mapping, faults = check_fonts(set(TEXT_FONTS), embedded(tmp_path / "form.pdf"))
    assert faults == ()
    assert mapping == {asked: STAND_INS[asked].name for asked in TEXT_FONTS}


@pytest.mark.libreoffice
def test_an_undeclared_font_is_found_out(tmp_path: Path) -> None:
    """A form that asks for another font is refused: nobody can say how wide it would run."""
    docx = write_docx(tmp_path / "form.docx", paragraph("Ayo 1", font="Comic Sans MS"))
    engine = LokEngine(tmp_path / "engines", installation=Installation.find())

    engine.to_pdf(docx, tmp_path / "form.pdf")
    engine.close()

    _, faults = check_fonts({"Comic Sans MS"}, embedded(tmp_path / "form.pdf"))
    assert faults[0].startswith("huruf “Comic Sans MS” di luar daftar")


@pytest.mark.libreoffice
def test_bullets_of_word_are_printed(tmp_path: Path) -> None:
    """Word's bullet, a private code of the font Symbol, is printed in a declared font."""
    docx = write_docx(tmp_path / "form.docx", paragraph("\uf0b7", font="Symbol"))
    engine = LokEngine(tmp_path / "engines", installation=Installation.find())

    engine.to_pdf(docx, tmp_path / "form.pdf")
    engine.close()

    assert check_fonts({"Symbol"}, embedded(tmp_path / "form.pdf")) == (
        {"Symbol": "OpenSymbol"},
        (),
    )


def test_a_substituted_font_is_a_fault() -> None:
    """A stand-in that is absent from the PDF was replaced by something else."""
    mapping, faults = check_fonts({"Arial", "Bookman Old Style"}, {"LiberationSans-Bold"})

    assert mapping == {"Arial": "Liberation Sans"}
    assert faults == (
        (
            "huruf “Bookman Old Style” seharusnya dicetak dengan TeX Gyre Bonum, "
            "tetapi tidak ada dalam PDF"
        ),
    )


def test_an_unasked_font_is_a_fault() -> None:
    """A font nobody asked for shows that some text left the form's design."""
    _, faults = check_fonts({"Arial"}, {"LiberationSans", "LiberationSerif"})

    assert faults == ("huruf “LiberationSerif” dalam PDF tidak diminta oleh templat",)


def test_the_fallback_is_a_note_and_no_fault() -> None:
    """An arrow that the stand-in lacks comes from the fallback, which is said and allowed."""
    carried = {"Carlito", "DejaVuSans"}

    assert check_fonts({"Calibri"}, carried) == ({"Calibri": "Carlito"}, ())
    assert fallback_notes(carried) == (
        f"Sebagian karakter dicetak dengan huruf pengganti {FALLBACK.name}.",
    )
    assert fallback_notes({"Carlito"}) == ()


def test_font_folders_prefer_the_newer_liberation() -> None:
    """Debian 12 has two generations of Liberation: one is chosen, always the same."""
    order = [folder.name for folder in FONT_FOLDERS]

    assert order.index("liberation2") < order.index("liberation")
