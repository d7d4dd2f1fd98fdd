"""The flow read from the data: arrows where the data say so, none elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doc_templates.sop.alur import alur_of
from doc_templates.sop.model import Sop
from tests.doc_templates.sop.samples import NAMES, sample

BENTUK = ("terminator", "proses", "keputusan")
TARGETS = st.one_of(st.none(), st.sampled_from(["", "selesai", "99", *map(str, range(1, 9)), "3."]))


@st.composite
def sops(draw):
    """Any rows at all: repeated numbers, blank numbers, targets that are not there."""
    rows = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "nomor": st.sampled_from(["", *map(str, range(1, 9)), "2.", " 4 "]),
                    "uraian": st.just("Memeriksa laporan"),
                    "bentuk": st.sampled_from(BENTUK),
                    "lanjut": TARGETS,
                    "ya": TARGETS,
                    "tidak": TARGETS,
                }
            ),
            max_size=9,
        )
    )
    return Sop.model_validate({"kegiatan": rows})


def flow(*rows):
    """Rows as (bentuk, changes); numbered from 1."""
    steps = [
        {"nomor": str(at), "uraian": "Memeriksa laporan", "bentuk": bentuk, **more}
        for at, (bentuk, more) in enumerate(rows, 1)
    ]
    return alur_of(Sop.model_validate({"kegiatan": steps}))


def pairs(alur):
    return [(each.dari, each.ke) for each in alur.panah]


def test_the_row_below_comes_next():
    """Without a word about the flow, work goes down the sheet and ends with its last row."""
    alur = flow(("proses", {}), ("proses", {}), ("proses", {}))

    assert pairs(alur) == [(0, 1), (1, 2)]
    assert (alur.mulai, alur.akhir) == ((0,), (2,))


def test_a_decision_has_the_exits_that_it_names_and_no_other():
    """Ya and Tidak carry their labels; an answer left blank gives no arrow."""
    alur = flow(
        ("proses", {}),
        ("keputusan", {"ya": "3.", "tidak": "1", "label_ya": "Lengkap"}),
        ("keputusan", {"ya": "4"}),
        ("proses", {}),
    )

    assert [(each.label, each.jawaban, each.ke) for each in alur.keluar(1)] == [
        ("Lengkap", "ya", 2),
        ("Tidak", "tidak", 0),
    ]
    assert [each.ke for each in alur.keluar(2)] == [3]
    assert [each.mundur for each in alur.masuk(0)] == [True]


@pytest.mark.parametrize("lanjut", ["9", "1", "1."])
def test_an_exit_to_nowhere_or_to_itself_is_no_arrow(lanjut):
    """A wrong target is told by a finding, never replaced by the row below."""
    alur = flow(("proses", {"lanjut": lanjut}), ("proses", {}))

    assert pairs(alur) == []
    assert alur.akhir == (1,)


def test_a_terminator_led_to_from_above_ends_the_work():
    """The row under it begins anew; a terminator that nothing leads to is a beginning."""
    alur = flow(
        ("terminator", {}),
        ("terminator", {}),
        ("terminator", {}),
        ("proses", {"lanjut": "Selesai"}),
        ("proses", {"lanjut": "4"}),
    )

    assert pairs(alur) == [(0, 1), (2, 3), (4, 3)]
    assert (alur.mulai, alur.akhir) == ((0, 2), (1, 3))


def test_an_end_may_name_a_step_all_the_same():
    """An explicit exit counts at a terminator and in the last row too."""
    alur = flow(("proses", {}), ("terminator", {"lanjut": "3"}), ("proses", {"lanjut": "1"}))

    assert pairs(alur) == [(0, 1), (1, 2), (2, 0)]
    assert alur.akhir == ()


def test_the_first_of_two_equal_numbers_is_meant():
    """Other steps point to the row that a reader finds first."""
    model = Sop.model_validate(
        {
            "kegiatan": [
                {"nomor": "1", "uraian": "a"},
                {"nomor": "1.", "uraian": "b"},
                {"nomor": "2", "uraian": "c", "lanjut": "1"},
            ]
        }
    )

    assert alur_of(model).langkah == {"1": 0, "2": 2}
    assert pairs(alur_of(model)) == [(0, 1), (1, 2), (2, 0)]


def test_nothing_flows_where_there_are_no_rows():
    """An empty sheet is a state, not an error."""
    alur = alur_of(Sop())

    assert (alur.panah, alur.mulai, alur.akhir) == ((), (), ())


@pytest.mark.parametrize("name", NAMES)
def test_real_sops_flow_from_their_first_row_to_their_last(name):
    """Rows without anyone who acts flow all the same."""
    model = sample(name)
    alur = alur_of(model)

    assert alur.mulai == (0,)
    assert alur.akhir == (len(model.kegiatan) - 1,)


@given(sops())
def test_arrows_join_rows_that_exist_and_say_what_the_data_say(model):
    """No arrow leads out of the sheet or to itself; at most two leave a decision, one a step."""
    alur = alur_of(model)
    rows = model.kegiatan

    for each in alur.panah:
        assert each.dari in range(len(rows))
        assert each.ke in range(len(rows))
        assert each.dari != each.ke
        step = rows[each.dari]
        assert bool(each.jawaban) == (step.bentuk == "keputusan")
        assert each.label == {"": "", "ya": step.label_ya, "tidak": step.label_tidak}[each.jawaban]
    for row, step in enumerate(rows):
        assert len(alur.keluar(row)) <= (2 if step.bentuk == "keputusan" else 1)
    assert list(alur.panah) == sorted(
        alur.panah, key=lambda each: (each.dari, each.jawaban != "ya")
    )


@given(sops())
def test_an_end_has_no_way_out_and_a_sheet_begins_with_its_first_row(model):
    """Rows that mean to end have no arrow; the first row is always a beginning."""
    alur = alur_of(model)

    assert all(not alur.keluar(row) for row in alur.akhir)
    assert alur.mulai[:1] == ((0,) if model.kegiatan else ())
    for row, step in enumerate(model.kegiatan):
        forward = any(each.dari < row for each in alur.masuk(row))
        if row and step.bentuk == "terminator":
            assert (row in alur.mulai) is not forward


@given(sops())
def test_a_row_without_a_word_about_the_flow_leads_to_the_row_below_or_ends(model):
    """The row below is the only thing ever assumed."""
    alur = alur_of(model)
    for row, step in enumerate(model.kegiatan):
        if step.bentuk != "keputusan" and not (step.lanjut or "").strip():
            assert [each.ke for each in alur.keluar(row)] == [row + 1] or row in alur.akhir
