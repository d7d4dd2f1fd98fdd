"""The identity sheet is measured before it is laid out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doc_templates.sop.identity_plan import SIDES, SLACK, SMALLEST, plan_identity
from doc_templates.sop.identity_rows import identity_rows
from doc_templates.sop.paper import room_of
from doc_templates.sop.profiles import Profil, profile
from doc_templates.typefaces import FAMILIES, typeface
from tests.doc_templates.sop.samples import SOP, W, filled, sample

ITEMS = st.lists(st.text("abcdefghij ", min_size=1, max_size=400), max_size=12)
PAPERS = st.sampled_from(["A4", "F4", "Letter", "Legal"])


def form_with(**changes: object) -> Profil:
    return Profil.model_validate(profile("baku").model_dump() | changes)


def sop_with(**changes: object):
    return SOP.model.model_validate(sample("kudus-lengkap").model_dump() | changes)


@given(
    items=ITEMS,
    paper=PAPERS,
    direction=st.sampled_from(["mendatar", "tegak"]),
    font=st.sampled_from(FAMILIES),
    kop=st.sampled_from(["panel", "atas"]),
)
@settings(max_examples=60)
def test_a_sheet_fills_its_page_or_flows_over(items, paper, direction, font, kop):
    """Columns use the whole width; what fits one page uses its whole height."""
    model = sop_with(kertas=paper, arah=direction, dasar_hukum={"butir": items})
    form = form_with(huruf=font, letak_kop=kop)
    room = room_of(model, form)
    plan = plan_identity(model, form, room)
    height = plan.opening + sum(plan.rows) + sum(plan.panels)

    assert sum(plan.columns) == pytest.approx(room.width)
    assert min(plan.columns) > 10
    if plan.whole:
        assert SMALLEST <= plan.points <= form.ukuran.identitas
        assert height == pytest.approx(room.height - SLACK)
    else:
        assert plan.points == form.ukuran.identitas
        assert height > room.height - SLACK


@pytest.mark.parametrize("name", FAMILIES)
def test_no_label_is_broken_inside_a_word(name):
    """The column of labels holds the longest word of all."""
    form = form_with(huruf=name)
    plan = plan_identity(sop_with(), form, room_of(sop_with(), form))
    words = [typeface(name).longest_word_width(row.label, points=10) for row in form.baris]

    assert max(words) + SIDES <= plan.columns[1]


def test_type_becomes_smaller_only_to_save_a_page():
    """A short sheet keeps the office's size, one a little too long gives half points."""
    items = [f"Peraturan Bupati Nomor {at} tentang Tata Kerja" for at in range(40)]
    sizes = [
        plan_identity(sop_with(dasar_hukum={"butir": items[:many]}), form, room).points
        for form in [profile("baku")]
        for room in [room_of(sop_with(), form)]
        for many in range(40)
    ]
    tried = [each for each in sizes if each < 10]

    assert sizes[0] == 10
    assert sizes[-1] == 10  # over two pages there is room for the office's own size
    assert tried
    assert tried == sorted(tried, reverse=True)


def test_a_pair_longer_than_half_a_page_may_go_on_over_it():
    """Only where all does not fit one page; other rows stay whole."""
    items = ["Peraturan tentang Tata Kerja Perangkat Daerah"] * 60
    rows = filled(sop_with(dasar_hukum={"butir": items})).find(f".//{W}tbl").findall(f"{W}tr")
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]

    assert whole == [*[True] * (len(rows) - 3), False, True, True]


@pytest.mark.parametrize("place", ["panel", "atas"])
def test_spans_and_grid_agree(place):
    """Word demands that every row covers the whole grid."""
    office = {"panel": "kudus-lengkap", "atas": "kertosono-lengkap"}[place]
    table = filled(sample(office)).find(f".//{W}tbl")
    grid = [int(each.get(f"{W}w")) for each in table.find(f"{W}tblGrid")]

    for row in table.findall(f"{W}tr"):
        spans = [each.find(f"{W}tcPr/{W}gridSpan") for each in row.findall(f"{W}tc")]
        assert sum(1 if each is None else int(each.get(f"{W}val")) for each in spans) == len(grid)


@pytest.mark.parametrize(
    ("style", "printed"),
    [("huruf", "10 Februari 2023"), ("kapital", "10 FEBRUARI 2023"), ("angka", "10-02-2023")],
)
def test_iso_dates_are_printed_as_the_office_writes_them(style, printed):
    """What was typed in words stays as it was typed."""
    model = sop_with(tanggal_pembuatan="2023-02-10", tanggal_efektif="Pebruari 2023")
    shown = identity_rows(model, form_with(gaya_tanggal=style))
    rows = {each["label"]: each["nilai"] for each in shown}

    assert rows["Tanggal Pembuatan"] == printed
    assert rows["Tanggal Efektif"] == "Pebruari 2023"


def test_the_profile_decides_where_the_head_signs():
    """Unless the data say so themselves."""
    signing = sample("jekulo-lengkap").pengesahan.model_dump() | {"letak": None}
    kudus = sop_with(pengesahan=signing)
    jekulo = sop_with(pengesahan=signing, profil="jekulo")

    assert kudus.letak_pengesahan == "identitas"
    assert jekulo.letak_pengesahan == "penutup"
    assert sop_with(pengesahan=signing | {"letak": "penutup"}).letak_pengesahan == "penutup"
    assert sop_with(pengesahan=None).letak_pengesahan is None
