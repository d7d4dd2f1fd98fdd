"""Styles keep their names where a form is saved anew, and so are found under the kind's ids."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from doc_templates.kind import Printing
from doc_templates.registry import kinds
from tests.workers.tools.docx_forms import opened
from workers.filling import fill_apart
from workers.tools.docx_form import compile_form
from workers.tools.docx_package import pack, unpack
from workers.tools.form_judge import judge
from workers.tools.form_styles import unknown_styles, with_house_ids

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("laporan_triwulan", "perjanjian_kinerja", "sop")


def resaved(content: bytes, *, extra: str = "") -> bytes:
    """The form as other programs save it: the ids of its styles are made of their names."""
    members = unpack(content, name="uji.docx")
    styles = members["word/styles.xml"].decode()
    named = re.findall(r'w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"', styles)
    ids = {old: "".join(part.capitalize() for part in name.split()) for old, name in named}

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}"{ids.get(match[2], match[2])}"'

    for part in ("word/document.xml", "word/styles.xml"):
        text = members[part].decode()
        tag = r'(w:styleId=|<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*w:val=)"([^"]+)"'
        members[part] = re.sub(tag, renamed, text).encode()
    members["word/styles.xml"] = members["word/styles.xml"].replace(
        b"</w:styles>", extra.encode() + b"</w:styles>"
    )
    return pack(members, level=1)


def styles_of(content: bytes) -> dict[str, str]:
    """Id → name."""
    root = etree.fromstring(unpack(content, name="x")["word/styles.xml"])
    return {
        each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val")
        for each in root.iter(f"{W}style")
    }


def arranged(content: bytes, name: str) -> Any:
    """The body of a sample on this form."""
    kind = kinds()[name]
    data = kind.model.model_validate(kind.sample(next(iter(kind.samples()))))
    form = compile_form(content, digest="", name="uji.docx")
    context = kind.context(data, Printing(number=None, konsep=True))
    made = form.filled(context, arrange=lambda body: kind.arrange(body, data))
    return opened(made).element


@pytest.mark.parametrize("name", KINDS)
def test_a_form_saved_anew_has_the_styles_that_its_kind_asks_for(name: str):
    """Every style that the arranged document uses is there."""
    kind = kinds()[name]
    house = kind.template.read_bytes()
    other = resaved(house)
    assert styles_of(other) != styles_of(house)

    mended = with_house_ids(other, kind=kind, name="uji.docx")

    assert styles_of(mended) == styles_of(house)
    assert unknown_styles(arranged(mended, name), mended, name="uji.docx") == ()
    if name == "laporan_triwulan":
        assert "Sel" in unknown_styles(arranged(other, name), other, name="uji.docx")


def test_the_house_form_stays_as_it_is():
    """Byte for byte."""
    for kind in kinds().values():
        content = kind.template.read_bytes()
        assert with_house_ids(content, kind=kind, name="x") is content


def test_another_style_that_bears_such_an_id_makes_room():
    """And of two with one name the later one, which is the form's, stays."""
    kind = kinds()["laporan_triwulan"]
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/></w:style>'
    extra = style.format("Sel", "Sesuatu") + style.format("IsiTabel9", "Isi Tabel")

    mended = with_house_ids(
        resaved(kind.template.read_bytes(), extra=extra), kind=kind, name="uji.docx"
    )

    told = styles_of(mended)
    assert (told["Sel"], told["SelLain"]) == ("Isi Tabel", "Sesuatu")
    assert list(told.values()).count("Isi Tabel") == 1


def test_a_form_without_a_style_of_its_kind_is_told_so():
    """The layout program would throw its text somewhere; that others have other ids is no fault."""
    kind = kinds()["laporan_triwulan"]
    members = unpack(resaved(kind.template.read_bytes()), name="x")
    root = etree.fromstring(members["word/styles.xml"])
    for each in root.findall(f"{W}style"):
        if each.get(f"{W}styleId") == "KepalaTabel":
            root.remove(each)
    content = pack({**members, "word/styles.xml": etree.tostring(root)}, level=1)

    [fault] = judge(content, kind=kind, name="uji.docx").faults

    assert (fault.code, fault.field) == ("W-FORM-STYLE", "KepalaSel")


def test_documents_are_filled_under_the_ids_of_the_kind():
    """Apart, as production does it."""
    kind = kinds()["perjanjian_kinerja"]
    data = kind.model.model_validate(kind.sample("camat"))

    made = fill_apart(
        resaved(kind.template.read_bytes()),
        kind=kind,
        data=data,
        number=None,
        konsep=True,
        name="uji.docx",
    )

    assert styles_of(made) == styles_of(kind.template.read_bytes())
