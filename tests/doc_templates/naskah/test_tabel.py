"""A table shows everything, keeps what belongs together, and lets break what no page holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.naskah.blok import Bagian, BlokTabel
from tests.doc_templates.naskah.tables import W, filled, table, texts_of, words


def drawn(tabel: Tabel, *, kertas: str = "A4"):
    return filled([Bagian((BlokTabel(tabel, "Tabel 1"),))], kertas=kertas)


def rows_of(root):
    return root.find(f".//{W}tbl").findall(f"{W}tr")


def cells_of(row):
    return ["".join(cell.itertext(f"{W}t")) for cell in row.findall(f"{W}tc")]


def has(row, path: str) -> bool:
    return row.find("/".join(W + each for each in path.split("/"))) is not None


def kept(row) -> bool:
    """True where all paragraphs of a row go to the page of the next row."""
    return all(has(each, "pPr/keepNext") for each in row.iter(f"{W}p"))


@pytest.mark.parametrize("groups", [(2, 1), (1, 1, 1), (5, 40)])
def test_everything_that_a_table_says_is_printed(groups: tuple[int, ...]):
    """Caption, heads, cells and the lines below, each exactly as it is."""
    tabel = table(groups)

    shown = words(drawn(tabel))

    assert [each for each in texts_of(tabel) if each not in shown] == []


def test_heads_stand_in_two_storeys_and_repeat():
    """A heading over several columns spans them; the others run down beside both storeys."""
    upper, lower, *rest = rows_of(drawn(table()))

    assert cells_of(upper) == ["No", "Sasaran", "Indikator Kinerja", "Triwulan II"]
    assert cells_of(lower) == ["", "", "", "Target", "Capaian (%)"]
    assert [each.get(f"{W}val") for each in upper.iter(f"{W}vMerge")] == ["restart"] * 3
    assert [each.get(f"{W}val") for each in lower.iter(f"{W}vMerge")] == ["continue"] * 3
    assert [has(each, "trPr/tblHeader") for each in (upper, lower)] == [True, True]
    assert not any(has(each, "trPr/tblHeader") for each in rest)


def test_an_aim_is_one_tall_cell_whose_rows_stay_on_one_page():
    """Merged cells never meet a page's end: all rows but the last keep with the next."""
    rows = rows_of(drawn(table((3,))))[3:6]

    assert [cells_of(each)[1] for each in rows] == ["Sasaran ke-1", "", ""]
    assert [each.find(f".//{W}vMerge").get(f"{W}val") for each in rows] == [
        "restart",
        "continue",
        "continue",
    ]
    assert [kept(each) for each in rows] == [True, True, True]  # the last one goes with the sum


@pytest.mark.parametrize("size", [4, 60])
def test_only_equal_neighbours_are_one_tall_cell(size: int):
    """Numbers that differ are all shown, in a column that merges too; two equal ones are one."""
    tabel = table((size,))
    numbers = ["1.1", "1.1", *(f"1.{at}" for at in range(2, size))]
    body = iter(numbers)
    rows = tuple(
        replace(each, sel=(Sel(next(body)), *each.sel[1:])) if each.jenis == "isi" else each
        for each in tabel.baris
    )
    merging = (replace(tabel.kolom[0], gabung=True), *tabel.kolom[1:])

    shown = rows_of(drawn(replace(tabel, kolom=merging, baris=rows)))[3 : 3 + size]

    assert [cells_of(each)[0] for each in shown] == ["1.1", "", *numbers[2:]]


def test_a_group_that_no_page_holds_only_looks_merged():
    """Its first cell bears the text, the lines between its cells are left out, nothing merges."""
    rows = rows_of(drawn(table((60,))))[3:63]

    assert not any(has(each, "tc/tcPr/vMerge") for each in rows)
    assert cells_of(rows[0])[1] == "Sasaran ke-1"
    assert {cells_of(each)[1] for each in rows[1:]} == {""}
    assert not any(kept(each) for each in rows[:-1])


def test_what_heads_rows_goes_with_them_and_a_sum_with_what_it_sums():
    """Neither the name of a unit nor a sum stands alone on a page."""
    _, _, head, *_, last, total = rows_of(drawn(table((1, 1))))

    assert cells_of(head) == ["Sekretariat"]
    assert kept(head)
    assert kept(last)
    assert cells_of(total) == ["Rata-rata", "98,76"]
    assert all(has(each, "rPr/b") for each in total.iter(f"{W}r"))


def test_a_row_longer_than_a_page_may_break():
    """Six hundred letters stay whole in a wide column; thousands in a narrow one do not."""
    short, tall = (
        rows_of(drawn(table((1,), indikator="kata " * count)))[3] for count in (20, 3000)
    )

    assert has(short, "trPr/cantSplit")
    assert not has(tall, "trPr/cantSplit")


def test_a_table_without_rows_says_why():
    """The heads stay, and a sentence stands across all columns."""
    empty = replace(table(), baris=(), kosong="Belum ada sasaran.")

    *_, only = rows_of(drawn(empty))

    assert cells_of(only) == ["Belum ada sasaran."]
    assert only.find(f".//{W}gridSpan").get(f"{W}val") == "5"


def test_levels_are_indented_and_numbers_stand_at_the_right():
    """Codes stay at the edge, names move in with their depth, sums line up."""
    kolom = (Kolom("kode", "Kode"), Kolom("uraian", "Uraian"), Kolom("pagu", "Pagu", "kanan"))
    rows = tuple(Baris((Sel("1"), Sel("Nama"), Sel("Rp1,00")), tingkat=at) for at in range(3))

    printed = rows_of(drawn(Tabel("U", "Uji", kolom, rows)))[1:]

    edges = [
        [
            int(each.get(f"{W}left")) if (each := p.find(f"{W}pPr/{W}ind")) is not None else 0
            for p in row.iter(f"{W}p")
        ]
        for row in printed
    ]
    assert [each[0] for each in edges] == [0, 0, 0]
    assert edges[0][1] < edges[1][1] < edges[2][1]
    assert all(row.findall(f".//{W}jc")[-1].get(f"{W}val") == "right" for row in printed)


def test_a_word_in_a_column_of_numbers_stands_in_the_middle():
    """“tidak berlaku” is no number and does not pretend to be one."""
    kolom = (Kolom("capaian", "Capaian", "kanan"),)
    rows = (Baris((Sel("tidak berlaku"),)),)

    (_, row) = rows_of(drawn(Tabel("U", "Uji", kolom, rows)))

    assert row.find(f".//{W}jc").get(f"{W}val") == "center"


@pytest.mark.parametrize(("mendatar", "kertas"), [(False, "A4"), (True, "A4"), (True, "F4")])
def test_a_table_is_as_wide_as_its_page(mendatar: bool, kertas: str):
    """Upright or lying, A4 or F4: the columns come to the type area's width."""
    root = filled([Bagian((BlokTabel(table()),), mendatar=mendatar)], kertas=kertas)

    *_, section = (each for each in root.iter(f"{W}sectPr") if _lies(each) is mendatar)
    sides = section.find(f"{W}pgMar")
    room = int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(
        int(sides.get(f"{W}{each}")) for each in ("left", "right")
    )
    grid = [int(each.get(f"{W}w")) for each in root.iter(f"{W}gridCol")]
    assert sum(grid) == pytest.approx(room, abs=len(grid))


def test_a_wider_paper_has_wider_margins():
    """Upright text is as wide on F4 as on A4, so that the form's own letterhead fits both."""
    widths = {
        sum(int(each.get(f"{W}w")) for each in drawn(table(), kertas=kertas).iter(f"{W}gridCol"))
        for kertas in ("A4", "F4")
    }

    assert max(widths) - min(widths) <= 2 * 5


def _lies(section) -> bool:
    return section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
