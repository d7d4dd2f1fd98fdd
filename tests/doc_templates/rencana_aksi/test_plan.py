"""An action plan carries out one version of the agreement."""

from __future__ import annotations

from typing import Any

import pytest

from doc_templates.kind import Printing
from doc_templates.kinerja.model import DataKinerja
from doc_templates.rencana_aksi import KIND
from doc_templates.rencana_aksi.model import RencanaAksiTahunan

ISSUE = Printing(number="000.7.2.7/7/118-01/2024", konsep=False)


def plan(name: str = "dinas-murni", **changes: Any) -> RencanaAksiTahunan:
    return RencanaAksiTahunan.model_validate({**KIND.sample(name), **changes})


def must_see(model: RencanaAksiTahunan) -> dict[str, str]:
    return {each.where: each.code for each in KIND.check(model) if each.level != "I"}


@pytest.mark.parametrize(
    ("ke", "title", "basis"),
    [
        (0, "RENCANA AKSI KINERJA TAHUN 2024", "(Murni)"),
        (1, "RENCANA AKSI KINERJA PERUBAHAN I TAHUN 2024", "(Perubahan I)"),
        (None, "RENCANA AKSI KINERJA PERUBAHAN I TAHUN 2024", "(Perubahan I)"),
    ],
)
def test_a_plan_names_the_version_that_it_carries_out(ke: int | None, title: str, basis: str):
    """Title, opening and date are those of that version; none chosen means the last in force."""
    model = plan(ke=ke)

    context = KIND.context(model, ISSUE)

    assert context["judul"] == title
    assert basis in " ".join(context["pembuka"])
    assert model.tanggal_naskah == model.data.perjanjian[ke if ke is not None else -1].tanggal


def test_versions_print_their_own_targets():
    """What a revision changed is different in the plan of the revision, and only that."""
    first, revised = KIND.isi(plan(ke=0)), KIND.isi(plan(ke=1))

    assert first != revised
    actions = {each for each in first if each.medan.startswith("aksi.")}
    assert actions
    assert actions <= revised


def test_a_version_that_the_data_do_not_hold_is_told():
    """The sentence lists those that there are, and issuing waits."""
    (finding,) = [each for each in KIND.check(plan(ke=7)) if each.where == "ke"]

    assert finding.level == "E"
    assert "0 (Murni), 1 (Perubahan I)" in finding.sentence
    assert KIND.perbarui(plan(ke=7), plan().data) is None


def test_the_data_give_a_plan_for_each_version():
    """Each derived file needs only its data set, and can be issued."""
    data = plan().data

    derived = KIND.turunkan(data)

    assert list(derived) == ["murni", "perubahan-1"]
    models = [
        RencanaAksiTahunan.model_validate({**each, "data": data}) for each in derived.values()
    ]
    assert [must_see(each) for each in models] == [{}, {}]


def test_other_data_renew_nothing():
    """A plan is renewed by its own office's data of its own year alone."""
    other = DataKinerja.model_validate(KIND.sample("kecamatan-murni")["data"])

    assert KIND.perbarui(plan(), other) is None
    assert KIND.perbarui(plan(), plan().data) == plan()


def test_who_signs_is_the_head_on_the_agreement_s_day():
    """The register, the number and the signatory are those of the office."""
    described = KIND.describe(plan())

    assert [each.role for each in described.signatories] == ["penanda_tangan"]
    assert "Drs. KHOLID, MM" in described.must_show
    assert described.date == "2024-01-08"
    assert described.register.endswith("/dinas-komunikasi-dan-informatika")
