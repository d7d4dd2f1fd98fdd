"""The pages of drafts: written, judged, issued; each by whom it concerns and by nobody else."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.app import House
from service.drafts import store
from service.drafts.draft import Draft, DraftState
from service.drafts.text import data_of
from tests.service.filing import filed
from tests.service.serving import client_of, signed_in
from tests.service.web.test_documents import version_added

OFFICE = "KECAMATAN JEKULO"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


class Officer:
    """Someone in a browser without JavaScript."""

    def __init__(self, house: House, *roles: str, login: str) -> None:
        self.client, self.key = signed_in(house, *roles, login=login)
        self.client.headers["accept"] = "text/html"
        self.house = house

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def post(self, path: str, fields: dict[str, Any] | None = None, **more: Any) -> Any:
        data = {"formulir": self.key, **(fields or {})}
        return self.client.post(path, data=data, **more)

    def begin(self, content: Any, title: str = "PK Camat") -> str:
        file = {"berkas": ("data.json", json.dumps(content), "application/json")}
        fields = {"jenis": "perjanjian_kinerja", "judul": title, "kantor": OFFICE}
        answer = self.post("/naskah/baru", fields, files=file, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"].rpartition("/")[2])

    def send(self, draft: str) -> Any:
        page = self.get(f"/naskah/{draft}").text
        fields = typed(page) | {"aksi": "ajukan", "temuan": keys(page)}
        return self.post(f"/naskah/{draft}", fields)


def typed(page: str) -> dict[str, Any]:
    """What a browser would send of the form that writes, as it stands."""
    form = page[page.index('<form id="isian"') :]
    form = form[: form.index("</form>")]
    fields: dict[str, Any] = {}
    for name, value in re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', form):
        if name.startswith(("d:", "n:")) or name in {"revisi", "judul"}:
            fields[html.unescape(name)] = html.unescape(value)
    for tag in re.findall(r"<input[^>]*>", form):
        if 'name="judul"' in tag:
            fields["judul"] = html.unescape(re.findall(r'value="([^"]*)"', tag)[0])
    for name, inner in re.findall(
        r'<textarea[^>]* name="(d:[^"]+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL
    ):
        fields[html.unescape(name)] = html.unescape(inner).replace("\n", "\r\n")
    for name, inner in re.findall(
        r'<select[^>]* name="(d:[^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.findall(r'<option value="([^"]*)" selected', inner)
        fields[html.unescape(name)] = html.unescape(chosen[0]) if chosen else ""
    return fields


def keys(page: str) -> list[str]:
    return re.findall(r'name="temuan" value="([0-9a-f]{16})"', page)


def kept(house: House, draft: str) -> Draft:
    with house.database.reading() as connection:
        return store.get(connection, draft)


def content(house: House, draft: str) -> Any:
    return data_of(kept(house, draft).data).content


def revision(house: House, draft: str) -> dict[str, str]:
    return {"revisi": str(kept(house, draft).revision)}


@pytest.fixture
def writer(house: House) -> Officer:
    return Officer(house, f"penyusun:{OFFICE}", login="siti")


@pytest.fixture
def judge(house: House) -> Officer:
    return Officer(house, f"pemeriksa:{OFFICE}", login="budi")


@pytest.fixture
def stranger(house: House) -> Officer:
    return Officer(house, "penyusun:LAIN", "pemeriksa:LAIN", "penandatangan:LAIN", login="asing")


def test_a_draft_goes_its_whole_way_by_pages(house: House, writer: Officer, judge: Officer, sample):
    """Begun from a file, sent, returned with a mark, corrected, approved, issued."""
    draft = writer.begin(sample())
    assert (
        writer.post(
            f"/naskah/{draft}", typed(writer.get(f"/naskah/{draft}").text) | {"aksi": "ajukan"}
        ).status_code
        == 422
    )
    assert "diajukan" in writer.send(draft).text
    assert "PK Camat" in judge.get("/pemeriksaan").text
    review = judge.get(f"/pemeriksaan/{draft}")
    assert 'name="k:tempat"' in review.text
    marks = {**revision(house, draft), "alasan": "Perbaiki", "k:tempat": "Tulislah Jekulo"}
    judge.post(f"/pemeriksaan/{draft}/kembalikan", marks)
    form = writer.get(f"/naskah/{draft}").text
    assert "Tulislah Jekulo" in form
    writer.post(f"/naskah/{draft}", typed(form) | {"d:tempat": "Jekulo", "aksi": "ajukan"})
    compared = judge.get(f"/pemeriksaan/{draft}").text
    assert "isian berubah" in compared
    judge.post(f"/pemeriksaan/{draft}/setujui", revision(house, draft))
    issued = writer.post(f"/naskah/{draft}/terbitkan", revision(house, draft))

    assert issued.status_code == 200
    now = kept(house, draft)
    assert now.state is DraftState.DITERBITKAN
    assert now.job is not None
    assert house.jobs.get(now.job).number
    assert house.jobs.get(now.job).number in issued.text


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("perjanjian_kinerja", "camat"),
        ("perjanjian_kinerja", "kepala-dinas-2024-perubahan-1"),
        ("sop", "kertosono-lengkap"),
        ("sop", "jeneponto-apa-adanya"),
        ("rencana_aksi", "dinas-murni"),
    ],
)
def test_a_form_that_nobody_touched_changes_nothing(house: House, kind: str, name: str):
    """Every sample, shown and sent back as a browser does, is what it was."""
    whole = house.kinds[kind].sample(name)
    model = house.kinds[kind].model.model_validate(whole)
    office = house.kinds[kind].describe(model).office
    officer = Officer(house, f"penyusun:{office}", login="siti")
    file = {"berkas": ("data.json", json.dumps(whole), "application/json")}
    fields = {"jenis": kind, "judul": "Uji", "kantor": office}
    path = officer.post("/naskah/baru", fields, files=file, follow_redirects=False).headers[
        "location"
    ]
    draft = path.rpartition("/")[2]
    before = kept(house, draft).data

    answer = officer.post(path, typed(officer.get(path).text) | {"aksi": "simpan"})

    assert answer.status_code == 200
    assert kept(house, draft).data == before
    assert kept(house, draft).revision == 1


def test_what_is_typed_is_kept_verbatim_also_where_it_is_wrong(
    house: House, writer: Officer, sample
):
    """With its finding beside the field; nothing is repaired."""
    draft = writer.begin(sample())
    form = typed(writer.get(f"/naskah/{draft}").text)

    page = writer.post(f"/naskah/{draft}", form | {"d:tahun": "dua ribu", "d:tempat": "  a  b "})

    assert content(house, draft)["tahun"] == "dua ribu"
    assert content(house, draft)["tempat"] == "  a  b "
    assert 'id="d-tahun-kata"' in page.text
    assert "arus berupa bilangan bulat" in page.text


def test_rows_are_put_in_moved_pasted_and_taken_out_by_buttons(
    house: House, writer: Officer, sample
):
    """Without a line of JavaScript."""
    draft = writer.begin(sample(sasaran=[]))

    def press(act: str, **more: str) -> None:
        form = typed(writer.get(f"/naskah/{draft}").text)
        answer = writer.post(f"/naskah/{draft}", form | {"aksi": act, **more})
        assert answer.status_code == 200, answer.text

    press("tambah:sasaran")
    press("simpan", **{"d:sasaran[0].uraian": "Pertama"})
    press("tempel:sasaran", **{"tempel:sasaran": 'Uraian\tKode\r\nKedua\tS2\r\n"Ke\ntiga"\t\r\n'})
    press("naik:sasaran[1]")
    press("tambah:sasaran[0].indikator")
    press("hapus:sasaran[2]")

    assert content(house, draft)["sasaran"] == [
        {"uraian": "Kedua", "kode": "S2", "indikator": [{}]},
        {"uraian": "Pertama"},
    ]


def test_a_paste_that_does_not_fit_is_told_and_nothing_is_lost(writer: Officer, sample):
    """What was typed beside it stands in the form still."""
    draft = writer.begin(sample())
    form = typed(writer.get(f"/naskah/{draft}").text) | {"d:tempat": "Baru"}
    wide = "\t".join("abcdefghijkl")

    page = writer.post(
        f"/naskah/{draft}", form | {"aksi": "tempel:sasaran", "tempel:sasaran": wide}
    )

    assert page.status_code == 422
    assert "12 kolom" in page.text
    assert 'value="Baru"' in page.text


def test_the_second_saver_is_told_what_differs(house: House, writer: Officer, sample):
    """And keeps what she typed."""
    colleague = Officer(house, f"penyusun:{OFFICE}", login="rekan")
    draft = writer.begin(sample())
    first, second = (typed(each.get(f"/naskah/{draft}").text) for each in (writer, colleague))
    writer.post(f"/naskah/{draft}", first | {"d:tempat": "Dari Siti"})

    page = colleague.post(f"/naskah/{draft}", second | {"d:tempat": "Dari rekan"})

    assert page.status_code == 409
    assert "Dari Siti" in page.text
    assert 'value="Dari rekan"' in page.text
    assert content(house, draft)["tempat"] == "Dari Siti"


def test_groups_that_may_be_left_out_are_put_in_and_out(house: House, writer: Officer, sample):
    """As a decision of their own."""
    draft = writer.begin(sample(perubahan=None))
    form = typed(writer.get(f"/naskah/{draft}").text)
    writer.post(f"/naskah/{draft}", form | {"aksi": "isi:perubahan"})
    form = typed(writer.get(f"/naskah/{draft}").text)
    writer.post(f"/naskah/{draft}", form | {"d:perubahan.ke": "1"})
    assert content(house, draft)["perubahan"] == {"ke": 1}

    form = typed(writer.get(f"/naskah/{draft}").text)
    writer.post(f"/naskah/{draft}", form | {"aksi": "kosongkan:perubahan"})

    assert "perubahan" not in content(house, draft)


def test_a_data_set_is_uploaded(house: House):
    """Never typed; a file that is none is refused in one sentence."""
    whole = house.kinds["rencana_aksi"].sample("dinas-murni")
    office = "DINAS KOMUNIKASI DAN INFORMATIKA"
    officer = Officer(house, f"penyusun:{office}", login="siti")
    fields = {"jenis": "rencana_aksi", "judul": "RA", "kantor": office}
    path = officer.post("/naskah/baru", fields, follow_redirects=False).headers["location"]
    draft = path.rpartition("/")[2]

    def sent(text: str) -> Any:
        told = {"untuk": "himpunan", **revision(house, draft)}
        return officer.post(f"{path}/unggah", told, files={"berkas": ("k.json", text)})

    assert sent("PK\x03\x04").status_code == 422
    assert sent(json.dumps(whole["data"])).status_code == 200
    assert content(house, draft)["data"]["tahun"] == 2024
    assert "2024" in officer.get(path).text


def test_a_konsep_is_asked_for_once_for_the_same_data(house: House, writer: Officer, sample):
    """Saved or not; the page tells how far it is, by itself or with HTMX."""
    draft = writer.begin(sample())
    shown = writer.post(f"/naskah/{draft}/konsep")
    again = writer.post(f"/naskah/{draft}/konsep")
    form = typed(writer.get(f"/naskah/{draft}").text)
    live = writer.post(f"/naskah/{draft}/pratinjau", form)
    other = writer.post(f"/naskah/{draft}/pratinjau", form | {"d:tempat": "Lain"})
    wrong = writer.post(f"/naskah/{draft}/pratinjau", form | {"d:tahun": "x"})

    assert shown.url == again.url
    assert 'http-equiv="refresh"' in shown.text
    assert "sedang dicetak" in live.text
    assert "sedang dicetak" in other.text
    assert "sesudah 1 isian" in wrong.text
    assert len(house.jobs.list()) == 3
    assert writer.get(f"{shown.url.path}/pdf").status_code == 404


PATHS = [
    ("GET", "/naskah/{}"),
    ("POST", "/naskah/{}"),
    ("POST", "/naskah/{}/unggah"),
    ("POST", "/naskah/{}/konsep"),
    ("POST", "/naskah/{}/pratinjau"),
    ("POST", "/naskah/{}/tarik"),
    ("POST", "/naskah/{}/buka"),
    ("POST", "/naskah/{}/terbitkan"),
    ("GET", "/naskah/{}/buang"),
    ("POST", "/naskah/{}/buang"),
    ("POST", "/naskah/{}/pulihkan"),
    ("POST", "/naskah/{}/loloskan"),
    ("GET", "/pemeriksaan/{}"),
    ("POST", "/pemeriksaan/{}/kembalikan"),
    ("POST", "/pemeriksaan/{}/setujui"),
]


@pytest.mark.parametrize("way", PATHS)
def test_drafts_of_other_offices_do_not_exist(
    house: House, writer: Officer, stranger: Officer, sample, way: tuple[str, str]
):
    """Nobody learns by an id whether there is one; lists do not tell either."""
    method, path = way
    draft = writer.begin(sample(), title="Rahasia kantor")
    before = kept(house, draft)
    fields = {"formulir": stranger.key, "revisi": "1", "judul": "x", "alasan": "x"}
    data = fields if method == "POST" else None

    there = stranger.client.request(method, path.format(draft), data=data)
    nowhere = stranger.client.request(method, path.format("0" * 12), data=data)

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert "Rahasia kantor" not in there.text
    assert "Rahasia kantor" not in stranger.get("/naskah").text
    assert kept(house, draft) == before


@pytest.mark.parametrize(
    "path", [path for method, path in PATHS if method == "POST"] + ["/naskah/baru"]
)
def test_forms_from_elsewhere_are_refused(
    house: House, writer: Officer, judge: Officer, sample, path: str
):
    """A cookie alone changes nothing."""
    draft = writer.begin(sample())
    before = kept(house, draft)
    who = judge if path.startswith("/pemeriksaan") else writer

    answer = who.client.post(path.format(draft), data={"revisi": "1", "judul": "x"})

    assert answer.status_code == 403
    assert kept(house, draft) == before


@pytest.mark.parametrize("path", ["/naskah", "/naskah/baru", "/pemeriksaan", "/tugas"])
def test_nobody_reads_without_signing_in(house: House, path: str):
    """A browser is led to the door."""
    client: TestClient = client_of(house)

    answer = client.get(path, headers={"accept": "text/html"}, follow_redirects=False)

    assert answer.headers["location"].startswith("/masuk")


def test_an_auditor_writes_and_judges_nothing(house: House, writer: Officer, sample):
    """Whatever the address."""
    draft = writer.begin(sample())
    auditor = Officer(house, "auditor:*", login="audit")

    assert auditor.get("/naskah").status_code == 403
    for method, path in PATHS:
        fields = {"formulir": auditor.key, "revisi": "1"} if method == "POST" else None
        answer = auditor.client.request(method, path.format(draft), data=fields)
        assert answer.status_code == 403, path


def test_text_that_is_a_program_is_shown_as_text(
    house: House, writer: Officer, judge: Officer, sample
):
    """In titles, fields, unknown fields, reasons, corrections and on every page."""
    draft = writer.begin(sample(tempat=EVIL, **{EVIL: EVIL}), title=EVIL[:100])
    pages = [writer.get("/naskah"), writer.get(f"/naskah/{draft}")]
    form = typed(pages[1].text)
    pages.append(writer.post(f"/naskah/{draft}", form | {"aksi": f"kosongkan:{EVIL}"}))
    pages.append(writer.post(f"/naskah/{draft}", form | {"judul": "", "d:tahun": EVIL}))
    other = writer.begin(sample(tempat=EVIL), title=EVIL[:100])
    pages.append(writer.send(other))
    pages += [judge.get("/pemeriksaan"), judge.get(f"/pemeriksaan/{other}")]
    fields = {**revision(house, other), "alasan": EVIL, "k:tempat": EVIL, f"k:{EVIL}": EVIL}
    pages.append(judge.post(f"/pemeriksaan/{other}/kembalikan", fields))
    pages += [judge.get(f"/pemeriksaan/{other}"), writer.get(f"/naskah/{other}")]

    assert kept(house, other).state is DraftState.DIKEMBALIKAN
    for page in pages:
        assert page.status_code in {200, 409, 422}
        assert "<script>alert" not in page.text
        assert "<img src=x" not in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"revisi": "x"},
        {"revisi": "9" * 30},
        {"revisi": "1", "judul": "x", "aksi": "tambah:"},
        {"revisi": "1", "judul": "x", "aksi": "hapus:sasaran[999]"},
        {"revisi": "1", "judul": "x", "aksi": "naik:kop.instansi[0]"},
        {"revisi": "1", "judul": "x", "aksi": "tambah:tahun"},
        {"revisi": "1", "judul": "x", "aksi": "isi:kop.kop.kop"},
        {"revisi": "1", "judul": "x", "n:sasaran": "999999999"},
        {"revisi": "1", "judul": "x", "d:tempat": "\x00\ud7ff"},
        {"revisi": "1", "judul": "\x00"},
        {"revisi": "1", "judul": "x", "temuan": "'; DROP TABLE drafts"},
    ],
)
def test_forms_that_no_browser_sends_do_no_harm(writer: Officer, sample, fields: dict[str, str]):
    """No fault of ours, whatever is sent."""
    draft = writer.begin(sample())

    answer = writer.post(f"/naskah/{draft}", fields)

    assert answer.status_code < 500
    assert writer.get(f"/naskah/{draft}").status_code == 200


@pytest.mark.parametrize("data", [[], "teks", 5, {"kop": 3, "sasaran": {"a": 1}, "tahun": [1]}])
def test_data_that_no_form_can_show_are_shown_as_they_stand(
    house: House, writer: Officer, data: Any
):
    """And stay so until a person takes them out."""
    draft = writer.begin(data)
    page = writer.get(f"/naskah/{draft}")

    writer.post(f"/naskah/{draft}", typed(page.text))

    assert page.status_code == 200
    assert content(house, draft) == data


def test_an_issued_document_is_copied_without_its_number(
    house: House, writer: Officer, stranger: Officer, sample, tmp_path: Path
):
    """All else as it was issued; documents of other offices cannot be copied."""
    document = filed(house, tmp_path, office=OFFICE, kind="perjanjian_kinerja", title="PK lama")
    data = json.dumps(sample(nomor="1/2020")).encode()
    version_added(house, document, tmp_path, data_json=data)
    assert "PK lama" in writer.get("/naskah/salin").text
    assert "PK lama" not in stranger.get("/naskah/salin").text
    assert stranger.post("/naskah/salin", {"dokumen": document}).status_code == 404

    answer = writer.post("/naskah/salin", {"dokumen": document}, follow_redirects=False)

    draft = answer.headers["location"].rpartition("/")[2]
    expected = sample()
    expected.pop("nomor", None)
    assert content(house, draft) == expected
