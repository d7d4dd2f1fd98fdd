"""Pasting from a spreadsheet: what Excel puts on the clipboard is read as it was seen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.registry import kinds
from service.app import House
from service.drafts.errors import ColumnsUnknown, RowsUnreadable
from service.drafts.remarks import opinion_of
from service.drafts.text import data_of
from service.web.naskah_baris import rows_at
from service.web.naskah_bentuk import Shape, shape_of
from service.web.naskah_tempel import pasted, told
from tests.service.web.test_naskah import OFFICE, Officer, content, kept, keys, typed


def rows(path: str = "sasaran[0].indikator") -> Shape:
    found = rows_at(shape_of(kinds()["perjanjian_kinerja"]), path)
    assert found is not None
    return found


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1).filter(
    lambda text: text.strip() and text == text.strip("\r\n")
)


def excel(cell: str) -> str:
    """As Excel copies a cell."""
    quoted = any(each in cell for each in '\t\n"')
    return '"' + cell.replace('"', '""') + '"' if quoted else cell


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=5))
def test_what_excel_copies_comes_out_as_it_was(table: list[tuple[str, str, str]]):
    """Whatever the letters, quotes and line ends within cells."""
    line = "\r\n".join("\t".join(excel(cell) for cell in row) for row in [HEAD, *table])
    expected = [dict(zip(("kode", "uraian", "satuan"), row, strict=True)) for row in table]
    assert pasted(line, rows()) == expected


HEAD = ("Kode", "Uraian", "Satuan")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12,5", Decimal("12.5")),
        ("1.250.000", 1250000),
        ("1.250.000,50", Decimal("1250000.50")),
        ("Rp1.250.000,00", 1250000),
        ("Rp 750.000", 750000),
        ("Rp. 1.250,-", 1250),
        ("-12,5", Decimal("-12.5")),
        ("0", 0),
        ("1.250", "1.250"),
        ("sekitar 5", "sekitar 5"),
        ("1,2,3", "1,2,3"),
        ("12.5", Decimal("12.5")),
        ("1,250,000", "1,250,000"),
    ],
)
def test_numbers_are_read_as_excel_shows_them_here(cell: str, value: Any):
    """What could mean two things stays text, and a finding asks."""
    assert pasted(f"P\tx\t{cell}", rows("program"))[0]["anggaran"] == value


@pytest.mark.parametrize("text", ['"a\tb', 'a "b" c\td', '5" pipa\tx', '"a" b\tc'])
def test_quotes_that_close_nothing_are_the_text_itself(text: str):
    """Other programs than Excel put none around cells."""
    first, second = text.split("\t")
    assert pasted(text, rows()) == [{"kode": first, "uraian": second}]


def test_a_heading_may_count_its_rows_and_have_an_empty_column():
    """What it names otherwise and the table does not have is told; nothing is dropped unsaid."""
    assert pasted("No\tUraian\tTarget\n1\tA\t5\n2\tB\t6", rows()) == [
        {"uraian": "A", "target": "5"},
        {"uraian": "B", "target": "6"},
    ]
    with pytest.raises(ColumnsUnknown, match="Penanggung jawab"):
        pasted("Uraian\tTarget\tPenanggung jawab\nA\t5\tBudi", rows())
    with pytest.raises(ColumnsUnknown, match="No"):
        pasted("No\tUraian\tTarget\nSS-1\tA\t5", rows())
    with pytest.raises(RowsUnreadable):
        pasted("a\tb\tc\td\te", rows())


def test_gaps_that_may_have_been_merged_cells_are_told():
    """They stay empty, for nobody knows what was meant."""
    merged = "SS-1\tA\tPersen\n\tB\tPersen\n\tC\tPersen"
    assert pasted(merged, rows())[1] == {"uraian": "B", "satuan": "Persen"}
    assert told(merged, rows()) == (
        "3 baris ditambahkan. Ada sel kosong di bawah yang terisi pada kolom “Kode”; "
        "bila itu sel gabungan di Excel, lengkapilah barisnya."
    )
    assert told("A\tB", rows()) == "1 baris ditambahkan."


def test_a_paste_is_told_on_the_page_and_a_table_too_long_is_refused(house: House, sample: Any):
    """Nothing is cut off silently."""
    writer = Officer(house, f"penyusun:{OFFICE}", login="siti")
    draft = writer.begin(sample(sasaran=[]))

    def paste(text: str) -> str:
        form = typed(writer.get(f"/naskah/{draft}").text)
        more = {"aksi": "tempel:sasaran", "tempel:sasaran": text}
        return str(writer.post(f"/naskah/{draft}", form | more).text)

    assert "2 baris ditambahkan." in paste("S1\tPertama\r\nS2\tKedua")
    assert "paling banyak 2000" in paste("\n".join(f"S\t{at}" for at in range(2000)))
    assert "x" * 200_000 in paste("S3\t" + "x" * 200_000)
    assert len(content(house, draft)["sasaran"]) == 3


def test_a_finding_is_acknowledged_until_its_field_says_something_else(house: House, sample: Any):
    """Also where its sentence would be the same; other findings stay acknowledged."""
    writer = Officer(house, f"penyusun:{OFFICE}", login="siti")
    draft = writer.begin(sample())
    page = writer.get(f"/naskah/{draft}").text
    found = keys(page)
    assert found
    seen = {"temuan": found, "aksi": "simpan"}
    page = writer.post(f"/naskah/{draft}", typed(page) | seen).text
    assert keys(page) == []
    assert "Sudah dilihat" in page
    again = writer.post(f"/naskah/{draft}", typed(page) | {"d:tempat": "Jekulo"}).text
    assert keys(again) == []

    where = _first_place(house, draft)
    changed = writer.post(f"/naskah/{draft}", typed(again) | {f"d:{where}": " "}).text

    assert keys(changed) != []


def _first_place(house: House, draft: str) -> str:
    """Where the first finding stands whose field the form shows as one line."""
    data = data_of(kept(house, draft).data)
    remarks = opinion_of(data, kind=house.kinds["perjanjian_kinerja"]).remarks
    return next(each.where for each in remarks if each.level == "W" and each.about)
