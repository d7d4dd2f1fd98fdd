"""Through the real LibreOffice Calc: opened, saved, sent back; nothing is lost."""

from __future__ import annotations

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from doc_templates.formulir import codes
from doc_templates.formulir.susun import susun
from doc_templates.formulir.tulis import tulis
from tests.doc_templates.formulir.berkas_excel import dibaca, diisi, kode, kosong, tulisi
from tests.doc_templates.formulir.data import indeks, isi
from tests.doc_templates.formulir.test_cacat import satu, tempat

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

LAMA = "Sebab yang panjang, “dikutip”, 50% & <tanda>;\n\tbaris kedua – é 🙂. " * 28


@pytest.fixture(scope="module")
def disimpan_ulang(tmp_path_factory: pytest.TempPathFactory):
    """Saves forms again as Calc does; one start of the program for all of them."""
    folder = tmp_path_factory.mktemp("calc")
    forms = {
        "kosong": kosong(),
        "isi": diisi(),
        "ragam": _ragam(),
        "data": tulis(susun(indeks(_data()), "BID-A", 2)),
        "cacat": diisi(_cacat),
    }
    for name, content in forms.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    _soffice(folder, "xlsx:Calc MS Excel 2007 XML", [folder / f"{name}.xlsx" for name in forms])
    return {name: (folder / "baru" / f"{name}.xlsx").read_bytes() for name in forms}, forms


def _soffice(folder: Path, to: str, files: list[Path]) -> None:
    profile = (folder / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", to,
         "--outdir", folder / "baru", *files],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


def _ragam() -> bytes:
    def ubah(book):
        tulisi("Kinerja", "I-1", "tindak_lanjut", LAMA)(book)
        tulisi("Kinerja", "I-1", "nilai", 0.855, number_format="0.0%")(book)
        tulisi("Kinerja", "I-2", "nilai", 0, number_format="General")(book)
        tulisi("Kinerja", "I-4", "nilai", 0.1 + 0.2, number_format="General")(book)
        tulisi("Kinerja", "I-5", "catatan", "007")(book)

    return diisi(ubah)


def _cacat(book) -> None:
    tulisi("Kinerja", "I-1", "nilai", "=43+43", number_format="General")(book)
    tulisi("Kinerja", "I-2", "nilai", "=1/0", number_format="General")(book)
    tulisi("Kinerja", "I-4", "nilai", True, number_format="General")(book)
    book["Kinerja"].merge_cells("K10:K11")


def _data() -> dict:
    data = isi()
    data["realisasi"][0]["triwulan"].append(
        {"ke": 2, "nilai": 86.25, "pendorong": "=1+1", "penghambat": LAMA, "catatan": " tepi "}
    )
    data["realisasi_anggaran"][0]["keuangan"][1] = 1234567890123.45
    return data


def test_a_form_that_calc_saved_changes_nothing(disimpan_ulang):
    """Opening and saving is no change: not in texts, numbers, nor in what is hidden."""
    saved, _ = disimpan_ulang

    assert set(kode(dibaca(saved["kosong"]))) == {"W-EXCEL-BLANK"}
    assert dibaca(saved["kosong"]).perubahan == ()


def test_a_form_with_values_of_every_sort_changes_nothing(disimpan_ulang):
    """Long texts, signs of calculation, thirteen digits of rupiah: all as they were."""
    saved, _ = disimpan_ulang
    read = dibaca(saved["data"], data=_data())

    assert read.perubahan == ()
    assert not read.tertahan


def test_what_was_filled_arrives_through_calc(disimpan_ulang):
    """The same changes with and without Calc between."""
    saved, forms = disimpan_ulang

    assert dibaca(saved["isi"]).perubahan == dibaca(forms["isi"]).perubahan
    assert dibaca(saved["isi"]).temuan == ()


def test_noughts_fractions_and_per_cents_arrive_through_calc(disimpan_ulang):
    """0 stays a value, 007 stays text, 85,5% is understood and told."""
    saved, _ = disimpan_ulang
    read = dibaca(saved["ragam"])
    values = {(each.kunci, each.medan): each.menjadi for each in read.perubahan}

    assert values["I-1", "tindak_lanjut"] == LAMA
    assert values["I-1", "nilai"] == Decimal("85.5")
    assert values["I-2", "nilai"] == 0
    assert values["I-4", "nilai"] == Decimal("0.3")
    assert values["I-5", "catatan"] == "007"
    assert kode(read) == ["W-EXCEL-PERCENT"]


def test_formulas_that_calc_worked_out_are_told_with_their_result(disimpan_ulang):
    """Calc stores results; they are offered, never taken."""
    saved, _ = disimpan_ulang
    read = dibaca(saved["cacat"])

    formulas = {each.where: each.suggestions for each in read.temuan
                if each.code == codes.FORMULA.name}  # fmt: skip
    assert formulas == {
        tempat("Kinerja", "I-1", "nilai"): ("86",),
        tempat("Kinerja", "I-2", "nilai"): (),
        # Calc has no truth values of its own and saves =TRUE().
        tempat("Kinerja", "I-4", "nilai"): ("BENAR",),
    }
    assert satu(read, codes.MERGED).where == "Kinerja!K10"


def test_the_form_prints_on_pages_of_its_office(tmp_path: Path):
    """As PDF: one portrait page of instructions, then landscape sheets of folio width."""
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(kosong())
    _soffice(tmp_path, "pdf", [path])

    told = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "4", tmp_path / "baru" / "formulir.pdf"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip

    sizes = re.findall(r"^Page +\d+ size: +(\d+) x (\d+) pts", told, flags=re.MULTILINE)
    assert sizes == [("612", "936"), *[("936", "612")] * 3]
