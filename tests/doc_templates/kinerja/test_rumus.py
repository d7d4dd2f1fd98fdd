"""The formula register."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doc_templates.kinerja.pembulatan import bulatkan
from doc_templates.kinerja.rumus import (
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    KUMULATIF,
    PERTUMBUHAN,
    RATA_CAPAIAN,
    REGISTER,
    SELISIH,
    SERAPAN,
    TAK_TERHITUNG,
    Batas,
    Deret,
    Hasil,
    Rumus,
    Suku,
    acuan_rentang,
    bunyi,
    efisiensi,
    terapkan,
)

FLOOR = Batas(bawah=0)
positive = st.decimals("0.01", 10**9, places=2)
amounts = st.decimals(0, 10**9, places=2)
anything = st.decimals(-(10**9), 10**9, places=2)
quarters = st.lists(st.tuples(amounts, positive), min_size=1, max_size=4)


def suku(*values: object) -> Deret:
    return tuple(Suku(Decimal(str(each))) for each in values)


def capaian(rumus: Rumus, realisasi: object, target: object, **policy: Batas) -> Hasil:
    return terapkan(rumus, suku(realisasi), suku(target), digit=2, **policy)


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "tercetak"),
    [
        (F2, 10, 8, "120,00"),
        (F3, 10, 8, "125,00"),
        (F2, 10, 25, "-50,00"),
        (F3, 10, 25, "40,00"),
        (F2, 10, 0, "200,00"),
        (F3, 10, 0, TAK_TERHITUNG),
        (F1, 0, 5, TAK_TERHITUNG),
        (F1, 0, 0, TAK_TERHITUNG),
        (F1, -5, 5, TAK_TERHITUNG),
        (F1, 10, 0, "0,00"),
    ],
)
def test_the_check_pairs_hold(rumus: Rumus, target: int, realisasi: int, tercetak: str) -> None:
    """The two lower-is-better formulas disagree; a zero target has no achievement."""
    assert capaian(rumus, realisasi, target).teks == tercetak


def test_the_floor_is_a_policy_and_says_so() -> None:
    """−50 becomes 0 only where the policy says so, and the line shows both."""
    bounded = capaian(F2, 25, 10, batas=FLOOR)

    assert bounded.teks == "0,00"
    assert bounded.mentah == Decimal(-50)
    assert bounded.substitusi == "(2 × 10 − 25) ÷ 10 × 100% = -50,00%, ditetapkan 0,00%"


@pytest.mark.parametrize(
    ("atas", "tercetak"), [(None, "250,00"), (100, "100,00"), (120, "120,00"), (150, "150,00")]
)
def test_a_cap_is_a_policy_and_says_so(atas: int | None, tercetak: str) -> None:
    """An item of 250% may be kept, or cut to the office's own cap; the sentence names it."""
    batas = Batas(atas=atas)

    assert capaian(F1, 25, 10, batas=batas).teks == tercetak
    assert ("tidak dibatasi" if atas is None else f"di atas {atas}%") in batas.bunyi


def test_a_result_shows_the_formula_with_its_numbers() -> None:
    """Negative terms stand in brackets, predicates behind their scores."""
    assert capaian(F1, "82.5", 90).substitusi == "82,5 ÷ 90 × 100% = 91,67%"
    assert capaian(F2, -3, 10).substitusi == "(2 × 10 − (-3)) ÷ 10 × 100% = 230,00%"
    scores = terapkan(F6, (Suku(Decimal(5), "BB"),), (Suku(Decimal(6), "A"),), digit=2)
    assert scores.substitusi == "5 [BB] ÷ 6 [A] × 100% = 83,33%"


def test_no_result_has_a_word_and_a_reason() -> None:
    """The reader learns why there is no number."""
    assert capaian(F3, 0, 10).substitusi == (
        "tidak dapat dihitung: realisasi nol tidak dapat menjadi pembagi"
    )


@given(anything, positive)
def test_f1_and_f2_mirror_each_other_around_a_hundred(r: Decimal, t: Decimal) -> None:
    """What lies above the target by F1 lies below it by F2, by the same distance."""
    assert F1.hitung(Fraction(r), Fraction(t)) + F2.hitung(Fraction(r), Fraction(t)) == 200


@given(positive, positive)
def test_f1_and_f3_are_reciprocal(r: Decimal, t: Decimal) -> None:
    """The one is the other with realisation and target exchanged."""
    assert F1.hitung(Fraction(r), Fraction(t)) * F3.hitung(Fraction(r), Fraction(t)) == 10_000


@given(positive)
def test_meeting_the_target_is_exactly_a_hundred_by_every_formula(t: Decimal) -> None:
    """Whatever the formula, R = T is 100."""
    for rumus in (F1, F2, F3, F6, F7):
        assert capaian(rumus, t, t).nilai == 100


@given(positive, st.tuples(amounts, amounts))
def test_better_is_never_worse(t: Decimal, pair: tuple[Decimal, Decimal]) -> None:
    """F1 rises and F2, F3 fall with the realisation."""
    low, high = (Fraction(each) for each in sorted(pair))
    goal = Fraction(t)

    assert F1.hitung(low, goal) <= F1.hitung(high, goal)
    assert F2.hitung(low, goal) >= F2.hitung(high, goal)
    assume(low > 0)
    assert F3.hitung(low, goal) >= F3.hitung(high, goal)


@given(amounts, positive, st.integers(1, 1000))
def test_the_unit_does_not_matter(r: Decimal, t: Decimal, factor: int) -> None:
    """The same facts in thousands give the same achievement."""
    for rumus in (F1, F2, F7):
        assert rumus.hitung(Fraction(r), Fraction(t)) == rumus.hitung(
            Fraction(r) * factor, Fraction(t) * factor
        )


@given(quarters)
def test_f4_adds_before_it_divides(pairs: list[tuple[Decimal, Decimal]]) -> None:
    """ΣR ÷ ΣT lies between the worst and the best quarter; it is no mean of ratios."""
    r, t = (suku(*each) for each in zip(*pairs, strict=True))
    result = terapkan(F4, r, t, digit=2)
    ratios = [Fraction(a) / Fraction(b) * 100 for a, b in pairs]

    exact = sum(Fraction(a) for a, _ in pairs) / sum(Fraction(b) for _, b in pairs) * 100
    assert result.nilai == bulatkan(exact, 2)
    assert min(ratios) <= exact <= max(ratios)


@given(quarters)
def test_f5_sees_only_the_last_quarter(pairs: list[tuple[Decimal, Decimal]]) -> None:
    """What came before does not change it."""
    r, t = (suku(*each) for each in zip(*pairs, strict=True))

    assert terapkan(F5, r, t, digit=2).nilai == capaian(F1, *pairs[-1]).nilai


@given(positive, st.integers(1, 4), st.sampled_from(sorted(KUMULATIF)))
def test_equal_quarters_accumulate_to_the_ratio_of_one(
    value: Decimal, count: int, how: tuple[str, str]
) -> None:
    """Sum, last and mean agree where all quarters are alike and on target."""
    terms = suku(*[value] * count)

    assert terapkan(KUMULATIF[how], terms, terms, digit=2).nilai == 100  # type: ignore[index]


def test_sums_and_means_are_written_out() -> None:
    """The line shows every quarter that went in."""
    r, t = suku(10, 12), suku(10, 15)

    assert terapkan(F4, r, t, digit=2).substitusi == "(10 + 12) ÷ (10 + 15) × 100% = 88,00%"
    mean = terapkan(KUMULATIF["F1", "rata_rata"], r, t, digit=2).substitusi
    assert mean == "((10 + 12) ÷ 2) ÷ ((10 + 15) ÷ 2) × 100% = 88,00%"


def test_predicates_and_ranges_are_never_added_up() -> None:
    """A WTP and a WDP make no seven."""
    assert {how for code, how in KUMULATIF if code in {"F6", "F7"}} == {"nilai_akhir"}


@given(amounts, positive, positive)
def test_a_range_is_met_anywhere_inside_it(r: Decimal, a: Decimal, b: Decimal) -> None:
    """Inside 100; above it held against the upper bound, below it against the lower one."""
    low, high = sorted((a, b))
    acuan = acuan_rentang(r, low, high)
    result = F7.hitung(Fraction(r), Fraction(acuan))

    if r > high:
        assert (acuan, result > 100) == (high, True)
    elif r < low:
        assert (acuan, result < 100) == (low, True)
    else:
        assert result == 100


@given(amounts, positive)
def test_absorption_is_the_share_spent(spent: Decimal, budget: Decimal) -> None:
    """All of it is 100, none of it 0; a budget of zero has no absorption."""
    assert capaian(SERAPAN, budget, budget).nilai == 100
    assert capaian(SERAPAN, 0, budget).nilai == 0
    assert capaian(SERAPAN, spent, 0).teks == TAK_TERHITUNG


@pytest.mark.parametrize(
    ("tercapai", "terserap", "a", "b"),
    [
        (100, 90, "efisien", "efisien"),
        (100, "95", "cukup efisien", "efisien"),
        (100, "94.99", "efisien", "efisien"),
        (95, 100, "cukup efisien", "kurang efisien"),
        (90, 100, "tidak efisien", "kurang efisien"),
    ],
)
def test_the_variants_of_efficiency_differ(
    tercapai: object, terserap: object, a: str, b: str
) -> None:
    """A has a margin of five points, B has none, C prints what the office states."""
    done, spent = capaian(F1, tercapai, 100), capaian(SERAPAN, terserap, 100)

    assert efisiensi(done, spent, varian="A").sebutan == a
    assert efisiensi(done, spent, varian="B").sebutan == b
    assert efisiensi(done, spent, varian="C", diketik="hemat").sebutan == "hemat"
    assert efisiensi(done, spent, varian="C").sebutan == "belum tersedia"


def test_efficiency_without_numbers_has_a_word() -> None:
    """What cannot be computed is not called inefficient."""
    none, spent = capaian(F1, 1, 0), capaian(SERAPAN, 1, 1)

    result = efisiensi(none, spent, varian="A")

    assert (result.sebutan, result.beda.teks) == (TAK_TERHITUNG, TAK_TERHITUNG)
    assert result.beda.alasan == "capaian tidak dapat dihitung"


@given(anything, positive)
def test_growth_and_difference_agree(now: Decimal, before: Decimal) -> None:
    """Growth is the difference in per cent of the year before."""
    gap = SELISIH.hitung(Fraction(now), Fraction(before))

    assert PERTUMBUHAN.hitung(Fraction(now), Fraction(before)) == gap / Fraction(before) * 100
    assert capaian(PERTUMBUHAN, now, 0).teks == TAK_TERHITUNG


@given(st.lists(amounts, min_size=1, max_size=8))
def test_the_mean_lies_between_its_ends(values: list[Decimal]) -> None:
    """And it can be recomputed from the printed numbers."""
    mean = terapkan(RATA_CAPAIAN, suku(*values), digit=2).nilai

    assert mean == bulatkan(sum(map(Fraction, values), Fraction(0)) / len(values), 2)
    assert min(values) <= mean <= max(values)


def test_every_formula_has_code_wording_domain_and_source() -> None:
    """The register is complete, and no code is given twice."""
    codes = [each.kode for each in REGISTER]

    assert len(codes) == len(set(codes))
    assert {"F1", "F2", "F3", "F4", "F5", "F6", "F7"} <= set(codes)
    for each in REGISTER:
        assert all((each.nama, each.bunyi, each.ranah, each.sumber))
        assert bunyi(each).startswith(f"{each.kode} (")
