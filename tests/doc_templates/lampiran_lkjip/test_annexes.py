"""Annexes print alone or bound, and put no word into the reviewer's mouth."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from doc_templates.kind import Printing
from doc_templates.kinerja.acuan.butir_reviu import butir_reviu
from doc_templates.kinerja.index import index_of
from doc_templates.lampiran_lkjip import KIND
from doc_templates.lampiran_lkjip.model import SEMUA, LampiranLkjip
from doc_templates.lampiran_lkjip.text import blocks, tables
from doc_templates.lampiran_lkjip.wording import NAMES, statement
from doc_templates.naskah.blok import BlokTabel, DaftarIsi, Judul

ISSUE = Printing(number="000.7.2.7/7/118-01/2024", konsep=False)


def annexes(*codes: str, **changes: Any) -> LampiranLkjip:
    """Annexes of the office; all of them where none is named."""
    plain = KIND.sample("dinas-jilid")
    data = plain["data"] | changes.pop("data", {})
    chosen = {"lampiran": list(codes)} if codes else {}
    return LampiranLkjip.model_validate({**plain, **chosen, **changes, "data": data})


def blocks_of(model: LampiranLkjip):
    return [each for part in blocks(model, index_of(model.data)) for each in part.blok]


def test_all_fifteen_are_bound_with_contents():
    """Each has its heading with its number, in order, and its tables bear numbers of their own."""
    found = blocks_of(annexes())

    heads = [each for each in found if isinstance(each, Judul) and each.nomor.startswith("LAMP")]
    assert [each.nomor for each in heads] == [f"LAMPIRAN {at}" for at in range(1, 16)]
    assert [each.jenis for each in found if isinstance(each, DaftarIsi)] == ["isi", "tabel"]
    numbers = [each.nomor for each in found if isinstance(each, BlokTabel)]
    assert len(set(numbers)) == len(numbers) >= 15
    assert all(numbers)


@pytest.mark.parametrize("code", SEMUA)
def test_one_alone_has_its_title_and_no_contents(code: str):
    """Its name stands in the form itself; nothing of the other annexes is printed."""
    model = annexes(code)

    context = KIND.context(model, ISSUE)

    assert context["nama_lampiran"] == NAMES[code].upper()
    assert not context["terjilid"]
    assert not any(isinstance(each, DaftarIsi) for each in blocks_of(model))
    assert {each.kode.split(".")[0] for each in tables(model, index_of(model.data))} == {code}
    assert NAMES[code] in KIND.describe(model).title


def test_the_order_is_that_of_the_binding():
    """Whatever order they are named in, L2 stands before L10 and L15 is last."""
    assert annexes("L15", "L10", "L2").urut == ("L2", "L10", "L15")


@pytest.mark.parametrize("codes", [("L2", "L2"), ("L16",)])
def test_a_wrong_choice_is_refused(codes: tuple[str, ...]):
    """No annex twice, none that does not exist."""
    with pytest.raises(ValidationError):
        annexes(*codes)


def test_no_choice_of_nothing():
    """An empty choice is a mistake, not all and not none."""
    with pytest.raises(ValidationError):
        LampiranLkjip.model_validate({**KIND.sample("dinas-jilid"), "lampiran": []})


@pytest.mark.parametrize(
    ("codes", "roles"), [((), ["pereviu"]), (("L15",), ["pereviu"]), (("L2", "L3"), [])]
)
def test_only_the_statement_of_review_is_signed(codes: tuple[str, ...], roles: list[str]):
    """Where L15 is not printed, nobody signs."""
    described = KIND.describe(annexes(*codes))

    assert [each.role for each in described.signatories] == roles


def test_the_reviewer_is_named_as_they_were_given():
    """By post alone from the data, by name where the file says it."""
    by_post = KIND.context(annexes("L15"), ISSUE)["pereviu"]
    official = {"nama": "NAMA PEREVIU", "jabatan": "INSPEKTUR KABUPATEN KUDUS"}
    by_name = KIND.context(annexes("L15", pereviu=official), ISSUE)["pereviu"]

    assert by_post["sebutan"] == by_name["sebutan"] == "INSPEKTUR KABUPATEN KUDUS"
    assert by_post["titik"]
    assert (by_name["nama"], by_name["titik"]) == ("NAMA PEREVIU", "")
    assert by_post["tempat_tanggal"] == "Kudus, 24 Februari 2025"


def answers(**told: str) -> dict[str, Any]:
    """A review whose answers are all yes but those told."""
    items = [{"butir": each.kode, "jawaban": told.get(each.kode, "ya")} for each in butir_reviu()]
    return {"reviu": {"pereviu": "INSPEKTUR", "tanggal": "24 Februari 2025", "jawaban": items}}


def last_words(**data: Any) -> str:
    model = annexes("L15", data=data)
    return statement(model, index_of(model.data))[-1]


def test_the_statement_follows_the_answers():
    """Assurance is given only where no question was answered with no."""
    assert "tidak terdapat kondisi" in last_words(**answers())
    assert "tidak terdapat kondisi" in last_words(**answers(S3="tidak_berlaku"))
    assert "belum dipenuhi" in last_words(**answers(S3="tidak"))


def test_unanswered_questions_give_no_assurance():
    """A question left open is told; without any answer, that nobody reviewed."""
    some = answers()
    some["reviu"]["jawaban"] = some["reviu"]["jawaban"][:3]

    assert "belum dijawab" in last_words(**some)
    assert "belum direviu" in last_words(reviu={"pereviu": "INSPEKTUR"})


def test_annexes_are_always_of_the_whole_office():
    """A unit is told to be taken out, and issuing waits."""
    (finding,) = [
        each for each in KIND.check(annexes("L2", unit="SEKRETARIAT")) if each.where == "unit"
    ]
    assert (finding.code, finding.level) == ("W-ANNEX-UNIT", "E")


def test_missing_texts_of_the_report_do_not_concern_its_annexes():
    """Only what the annexes read is told of the data."""
    places = [each.where for each in KIND.check(annexes(data={"narasi": {}}))]

    assert not [each for each in places if each.startswith("data.narasi")]


def test_the_data_give_the_binding_and_each_annex_alone():
    """Sixteen files: ``jilid`` and ``l1`` to ``l15``."""
    data = annexes().data

    derived = KIND.turunkan(data)

    assert list(derived) == ["jilid", *(f"l{at}" for at in range(1, 16))]
    models = {
        name: LampiranLkjip.model_validate({**each, "data": data}) for name, each in derived.items()
    }
    assert models["jilid"].urut == SEMUA
    assert models["l7"].urut == ("L7",)
    parts = frozenset().union(*(KIND.isi(each) for name, each in models.items() if name != "jilid"))
    assert KIND.isi(models["jilid"]) == parts


def test_renewed_annexes_keep_their_choice():
    """The same annexes of newer data."""
    model = annexes("L9")
    newer = model.data.model_copy(update={"tempat": "Jekulo"})

    renewed = KIND.perbarui(model, newer)

    assert renewed.urut == ("L9",)
    assert renewed.data.tempat == "Jekulo"
    assert KIND.isi(renewed) == KIND.isi(model)
