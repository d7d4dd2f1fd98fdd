"""The desk of a writer: what is under way, what is put aside, and an office without judges."""

from __future__ import annotations

import pytest

from archive.audit.trail import whole_trail
from service.accounts.people import find_login, set_active
from service.app import House
from service.drafts.draft import DraftState
from tests.service.web.browsing import seen
from tests.service.web.test_naskah import OFFICE, Officer, content, kept, revision


@pytest.fixture
def writer(house: House) -> Officer:
    return Officer(house, f"penyusun:{OFFICE}", login="siti")


def told(house: House) -> str:
    with house.database.reading() as connection:
        return " ".join(each.sentence for each in whole_trail(connection, before=None, limit=100))


def test_a_draft_is_put_aside_and_brought_back_whole(house: House, writer: Officer, sample):
    """After being asked; lists but one forget it, the trail does not, and nobody can write on."""
    draft = writer.begin(sample(), title="Keliru dibuat")
    before = content(house, draft)
    assert "Buang naskah ini?" in writer.get(f"/naskah/{draft}/buang").text
    after = writer.post(f"/naskah/{draft}/buang", revision(house, draft))

    assert "Keliru dibuat" not in seen(after.text).partition("Lanjutkan")[2]
    assert "Keliru dibuat" in writer.get("/naskah?keadaan=dibuang").text
    assert writer.post(f"/naskah/{draft}/buang", revision(house, draft)).status_code == 422
    page = writer.get(f"/naskah/{draft}").text
    assert 'id="isian"' not in page
    assert "Pulihkan naskah" in page

    writer.post(f"/naskah/{draft}/pulihkan", revision(house, draft))
    assert kept(house, draft).state is DraftState.KONSEP
    assert content(house, draft) == before
    assert "dibuang" in told(house)
    assert "dipulihkan" in told(house)


def test_a_list_is_narrowed_by_state_kind_words_and_writer(house: House, writer: Officer, sample):
    """And tells in whose hands each draft is; another office's never show."""
    colleague = Officer(house, f"penyusun:{OFFICE}", login="rekan")
    stranger = Officer(house, "penyusun:LAIN", login="asing")
    mine = writer.begin(sample(), title="Perjanjian Camat")
    colleague.begin(sample(), title="Perjanjian Sekretaris")
    writer.send(mine)

    def lines(query: str = "", who: Officer = writer) -> str:
        return seen(who.get(f"/naskah{query}").text)

    assert "pemeriksa" in lines("?keadaan=diajukan&cari=camat")
    assert "Perjanjian Sekretaris" not in lines("?keadaan=diajukan")
    assert "Perjanjian Camat" in lines("?saya=true")
    assert "Perjanjian Sekretaris" not in lines("?saya=true")
    assert "Tidak ada naskah yang sesuai" in lines("?jenis=sop")
    assert "Tidak ada naskah yang sesuai" in lines("?cari=100%25")
    assert "Perjanjian" not in lines(who=stranger).partition("Cari")[2]


def test_a_long_list_goes_page_by_page(writer: Officer):
    """Fifty a page, none twice, none left out."""
    begun = {writer.begin({}, title=f"Naskah {at}") for at in range(51)}
    first = writer.get("/naskah").text
    following = first.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    second = writer.get(following).text

    pages = [{each for each in begun if f'scope="row"><a href="/naskah/{each}"' in page}
             for page in (first, second)]  # fmt: skip
    assert [len(each) for each in pages] == [50, 1]
    assert set.union(*pages) == begun


def test_an_office_without_judges_is_not_held_up(house: House, writer: Officer, sample):
    """Its writers let a draft through, knowingly; the trail and the rounds say so."""
    draft = writer.begin(sample())
    page = writer.send(draft).text
    assert "belum mempunyai pemeriksa" in page
    writer.post(f"/naskah/{draft}/loloskan", revision(house, draft))
    assert "Dilanjutkan tanpa pemeriksa" in writer.get(f"/naskah/{draft}").text
    writer.post(f"/naskah/{draft}/terbitkan", revision(house, draft))

    assert kept(house, draft).state is DraftState.DITERBITKAN
    assert "tanpa diperiksa" in told(house)
    assert "diloloskan pada putaran 1" in told(house)


@pytest.mark.parametrize("role", [f"pemeriksa:{OFFICE}", "pemeriksa:*"])
def test_nobody_who_may_judge_is_passed_by(house: House, writer: Officer, sample, role: str):
    """As long as she is active, wherever her role counts."""
    Officer(house, role, login="budi")
    draft = writer.begin(sample())
    assert "tanpa pemeriksa" not in writer.send(draft).text

    refused = writer.post(f"/naskah/{draft}/loloskan", revision(house, draft))
    assert refused.status_code == 422
    assert "mempunyai pemeriksa" in refused.text
    assert kept(house, draft).state is DraftState.DIAJUKAN

    with house.database.transaction() as connection:
        set_active(connection, find_login(connection, "budi")[0], active=False)
    writer.post(f"/naskah/{draft}/loloskan", revision(house, draft))
    assert kept(house, draft).state is DraftState.DISETUJUI
