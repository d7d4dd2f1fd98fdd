"""The SOP editor without JavaScript: steps, lanes, targets, the drawing, undoing."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from service.actions.begin_draft import begin_draft
from service.actions.manage_people import find_person
from service.app import House
from service.drafts import store
from service.drafts.text import data_of
from tests.service.web.browsing import browser_of, seen
from tests.service.web.naskah_sop import LANGKAH, OFFICE, sop


class Editor:
    """Someone who writes an SOP in a browser without JavaScript."""

    def __init__(self, house: House, content: Any) -> None:
        self.house = house
        self.browser = browser_of(house, f"penyusun:{OFFICE}", login="siti")
        self.open(content)

    def open(self, content: Any, kind: str = "sop") -> None:
        """A new draft."""
        self.id = begin_draft(
            kind=self.house.kinds[kind],
            office=OFFICE,
            title="SOP Data",
            content=content,
            person=find_person("siti", house=self.house),
            house=self.house,
        ).id
        self.path = f"/naskah/{self.id}/bagan"

    def page(self) -> str:
        return str(self.browser.get(self.path).text)

    def fields(self) -> dict[str, str]:
        return typed(self.page())

    def press(self, act: str, **more: str) -> Any:
        """Press a button, with some fields typed otherwise."""
        return self.browser.send(self.path, **(self.fields() | more | {"aksi": act}))

    def told(self, act: str, **more: str) -> str:
        """The same; what the next page tells."""
        answer = self.press(act, **more)
        assert answer.status_code == 303, (answer.status_code, seen(answer.text))
        text = self.browser.get(answer.headers["location"]).text
        found = re.search(r'<div class="notice notice-good" role="status">(.*?)</div>', text)
        return html.unescape(found[1]) if found else ""

    def content(self) -> Any:
        with self.house.database.reading() as connection:
            return data_of(store.get(connection, self.id).data).content

    def flow(self) -> list[tuple[Any, ...]]:
        """Number, words and targets of all steps."""
        return [
            (each.get("nomor"), each.get("uraian"), *targets(each))
            for each in self.content()["kegiatan"]
        ]


def targets(step: dict[str, Any]) -> list[str]:
    return [f"{name}={step[name]}" for name in ("lanjut", "ya", "tidak") if name in step]


def typed(page: str) -> dict[str, str]:
    """What a browser would send of the form as it stands."""
    form = page[page.index('<form id="isian"') :]
    form = form[: form.index("</form>")]
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = attribute(tag, "name"), attribute(tag, "value")
        if name and 'type="checkbox"' not in tag:
            fields[name] = value
    for tag, inner in re.findall(r"(<textarea[^>]*>)\n?(.*?)</textarea>", form, re.DOTALL):
        fields[attribute(tag, "name")] = html.unescape(inner).replace("\n", "\r\n")
    for tag, inner in re.findall(r"(<select[^>]*>)(.*?)</select>", form, re.DOTALL):
        chosen = re.findall(r'<option value="([^"]*)" selected', inner)
        assert len(chosen) <= 1, inner
        fields[attribute(tag, "name")] = html.unescape(chosen[0]) if chosen else ""
    return fields


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return html.unescape(found[1]) if found else ""


@pytest.fixture
def editor(house: House) -> Editor:
    return Editor(house, sop())


def test_a_removed_step_leaves_no_target_behind_unsaid(editor: Editor):
    """A number that would now mean another step is cleared, and that is told."""
    told = editor.told("langkah-hapus:1")
    assert editor.flow()[1] == ("2", "Memeriksa konsep", "ya=3")
    assert told == "Tujuan Tidak langkah 2 dikosongkan, semula ke langkah 2."


def test_a_step_typed_anew_keeps_who_points_to_it(editor: Editor):
    """Renumbering by hand moves the targets, too; the office's own numbers stay as typed."""
    editor.press("simpan", **{"d:kegiatan[3].nomor": "4a."})
    assert editor.flow()[2:4] == [
        ("3", "Memeriksa konsep", "ya=4a", "tidak=2"),
        ("4a.", "Menandatangani"),
    ]
    editor.press("langkah-sisip:4")
    assert [each[0] for each in editor.flow()] == ["1", "2", "3", "4a.", "5", None]
    editor.press("nomori")
    assert [each[0] for each in editor.flow()] == ["1.", "2.", "3.", "4.", "5.", "6."]
    assert editor.flow()[2][2:] == ("ya=4", "tidak=2")


def test_saving_what_is_shown_changes_nothing(editor: Editor):
    """Not a character, not a default that nobody chose."""
    odd = {
        "nomor": " 6. ",
        "uraian": "  dua  spasi\r\nbaris",
        "lanjut": " 2. ",
        "pelaksana": [{"lajur": "camat", "peran": "menyetujui"}, {"lajur": "hilang"}],
        "keterangan": "<b>&amp;",
        "tambahan": {"x": 1},
    }
    before = sop(kegiatan=[*LANGKAH, odd, {"uraian": "tanpa nomor", "ya": "99"}])
    editor.open(before)
    editor.press("simpan")
    assert editor.content() == before


def test_a_step_shown_anew_names_others_as_the_page_does(editor: Editor):
    """Numbers typed meanwhile count when all is saved, for all steps alike."""
    changed = {"d:kegiatan[1].nomor": "3", "d:kegiatan[2].nomor": "2"}
    fields = editor.fields() | changed
    part = editor.browser.send(f"{editor.path}/langkah", **fields, langkah="2").text
    again = typed(f'<form id="isian">{part}</form>')
    assert (again["semula:2"], again["d:kegiatan[2].tidak"]) == ("3", "2")
    editor.press("simpan", **(changed | again))
    assert editor.flow()[1:3] == [
        ("3", "Menyusun konsep"),
        ("2", "Memeriksa konsep", "ya=4", "tidak=3"),
    ]


def test_rows_from_excel_are_added_or_refused_whole(editor: Editor):
    """With what became of them told; what does not fit stays in its field."""
    told = editor.told("tempel", tempel="Mengirim\tPengirim")
    assert told == "1 langkah ditambahkan; lajur baru: Pengirim."
    refused = editor.press("tempel", tempel="\t".join("abcdefgh"))
    assert refused.status_code == 422
    assert "memuat 8 kolom" in seen(refused.text)
    assert len(editor.flow()) == 6


def test_performers_are_chosen_added_and_taken_out(editor: Editor):
    """One empty choice more than there are; a choice made empty takes someone out."""
    editor.press("simpan", **{"d:kegiatan[1].pelaksana[1].lajur": "camat"})
    assert editor.content()["kegiatan"][1]["pelaksana"] == [{"lajur": "staf"}, {"lajur": "camat"}]
    editor.press("simpan", **{"d:kegiatan[1].pelaksana[0].lajur": ""})
    assert editor.content()["kegiatan"][1]["pelaksana"] == [{"lajur": "camat"}]


def test_a_symbol_decides_which_targets_are_asked_for(editor: Editor):
    """What the other symbol needs is kept out of sight, not thrown away."""
    fields = editor.fields()
    assert "d:kegiatan[2].ya" in fields
    assert re.search(r'<label for="d-kegiatan-2-ya">Bila “Ya” ke', editor.page())
    editor.press("simpan", **{"d:kegiatan[2].bentuk": "proses"})
    assert editor.flow()[2] == ("3", "Memeriksa konsep", "ya=4", "tidak=2")
    part = editor.browser.send(
        f"{editor.path}/langkah",
        **(editor.fields() | {"d:kegiatan[1].bentuk": "keputusan", "langkah": "1"}),
    )
    assert "d-kegiatan-1-ya" in part.text
    assert "d-kegiatan-2-uraian" not in part.text
    assert editor.content()["kegiatan"][1].get("bentuk") is None


def test_a_save_is_undone_and_comes_again(editor: Editor):
    """Also what was typed and not saved: nothing is lost on the way back."""
    editor.press("langkah-hapus:4")
    assert editor.told("urung") == "Simpanan terakhir diurungkan."
    assert editor.content() == sop()
    assert editor.told("ulang") == "Yang diurungkan dikembalikan."
    assert len(editor.flow()) == 4
    editor.press("urung", **{"d:kegiatan[0].uraian": "Diketik"})
    assert editor.flow()[0][1] == "Mengumpulkan data"
    editor.press("ulang")
    assert editor.flow()[0][1] == "Diketik"


def test_the_drawing_follows_what_is_typed_and_nothing_is_saved(editor: Editor):
    """New words, a new lane for a step, the finding that comes of it."""
    changed = {"d:kegiatan[1].uraian": "Menulis ulang", "d:kegiatan[2].ya": ""}
    part = editor.browser.send(f"{editor.path}/gambar", **(editor.fields() | changed))
    assert part.status_code == 200
    assert "Menulis ulang" in seen(part.text)
    assert part.text.count('class="lingkar"') >= 1
    assert "Langkah 3 adalah keputusan" in part.text
    assert editor.content() == sop()


def test_what_cannot_be_drawn_leaves_the_last_drawing_and_says_why(editor: Editor):
    """HTMX puts only the reason in place; without it the kept data are drawn."""
    fields = editor.fields() | {f"d:lajur[{at}].id": f"l{at}" for at in range(13)}
    fields |= {"n:lajur": "13"} | {f"d:lajur[{at}].nama": "x" for at in range(13)}
    part = editor.browser.send(f"{editor.path}/gambar", **fields)
    assert part.headers["hx-retarget"] == "#bagan-kabar"
    assert "13 lajur tidak muat" in seen(part.text)
    assert "<svg" not in part.text
    long = {"d:kegiatan[0].uraian": "kata " * 20_001}
    part = editor.browser.send(f"{editor.path}/gambar", **(editor.fields() | long))
    assert "cetaklah KONSEP" in seen(part.text)
    page = editor.browser.send(editor.path, **(fields | {"aksi": "gambar"})).text
    assert "13 lajur tidak muat" in seen(page)
    assert "Kasubbag" in page[page.index("<svg") :]
    assert editor.content() == sop()


def test_hostile_words_stay_words_on_the_page_and_in_the_drawing(house: House):
    """In every field of lanes and steps."""
    evil = "<script>alert(1)</script> \"'> <img src=x onerror=alert(1)>"
    step = {
        "nomor": evil,
        "uraian": evil,
        "bentuk": "keputusan",
        "ya": evil,
        "tidak": "2",
        "label_ya": "<i>",
        "pelaksana": [{"lajur": evil, "peran": evil}, {"lajur": "staf"}],
        "mutu_baku": {"kelengkapan": evil, "waktu": evil, "output": evil},
        "keterangan": evil,
    }
    lajur = [{"id": evil, "nama": evil}, {"id": "staf", "nama": evil}]
    editor = Editor(house, sop(lajur=lajur, kegiatan=[step, LANGKAH[1]], judul_tabel=evil))
    page = editor.page()
    drawing = editor.browser.send(f"{editor.path}/gambar", **editor.fields()).text
    part = editor.browser.send(f"{editor.path}/langkah", **editor.fields(), langkah="0").text
    assert "<svg" in page
    for text in (page, drawing, part):
        assert "<script>alert" not in text
        assert "<img" not in text
        assert not re.search(r"<[^>]+ on\w+=", re.sub(r'"[^"]*"', '""', text))
        assert " style=" not in text


def test_an_unreadable_sop_is_left_to_the_general_form(editor: Editor):
    """Lanes that are no list of groups cannot be edited here, and are not touched."""
    editor.open({"lajur": "rusak", "kegiatan": [1]})
    assert editor.browser.get(editor.path).headers["location"] == f"/naskah/{editor.id}"
    editor.browser.send(editor.path, revisi="1", aksi="langkah-hapus:0")
    assert editor.content() == {"lajur": "rusak", "kegiatan": [1]}


def test_who_saved_first_is_not_overrun(editor: Editor):
    """What was typed stays on the page, with what differs."""
    fields = editor.fields()
    editor.press("simpan", **{"d:kegiatan[0].uraian": "Dari rekan"})
    answer = editor.browser.send(
        editor.path, **(fields | {"aksi": "simpan", "d:kegiatan[0].uraian": "Dari saya"})
    )
    assert answer.status_code == 409
    assert typed(answer.text)["d:kegiatan[0].uraian"] == "Dari saya"
    assert "Dari rekan" in seen(answer.text)
    assert editor.flow()[0][1] == "Dari rekan"


def test_only_an_sop_has_a_flowchart_and_only_its_office_sees_it(editor: Editor):
    """Another kind's draft, another office's draft: neither is there."""
    stranger = browser_of(editor.house, "penyusun:LAIN", login="asing")
    for way in ("", "/gambar", "/langkah"):
        assert stranger.send(f"{editor.path}{way}", revisi="1").status_code == 404
    assert stranger.get(editor.path).status_code == 404
    editor.open({}, kind="perjanjian_kinerja")
    assert editor.browser.get(editor.path).status_code == 404
