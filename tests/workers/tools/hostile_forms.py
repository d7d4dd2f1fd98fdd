"""Hostile forms, each made from the good form of a kind by one change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from doc_templates.registry import kind

BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

Change = bytes | Callable[[bytes], bytes] | None
"""New bytes of a member, or what becomes of the old ones; None takes it away."""

KIND = kind("perjanjian_kinerja")


@cache
def good() -> dict[str, bytes]:
    """The members of a form with which nothing is wrong."""
    with zipfile.ZipFile(KIND.template) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(members: Mapping[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def changed(*changes: Mapping[str, Change], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The good form with some members changed, added or taken away."""
    members = dict(good())
    for each in changes:
        for name, change in each.items():
            if change is None:
                del members[name]
            else:
                members[name] = change if isinstance(change, bytes) else change(members[name])
    return packed(members, packing)


def replacing(name: str, old: str, new: str, times: int = -1) -> dict[str, Change]:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), times)

    return {name: change}


def paragraph(*runs: str) -> str:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    texts = "".join(f"<w:r><w:t>{escaped(text)}</w:t></w:r>" for text in runs)
    return f"<w:p>{texts}</w:p>"


def cell(*blocks: str) -> str:
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def in_body(xml: str) -> dict[str, Change]:
    """At the very beginning of the body."""
    return replacing(BODY, "<w:body>", f"<w:body>{xml}", 1)


def saying(*runs: str) -> bytes:
    """The good form with one more paragraph at its beginning, in these runs."""
    return changed(in_body(paragraph(*runs)))


def related(word: str, target: str, *, outside: bool = False, part: str = RELS):
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="rIdX" Type="{OFFICE}/{word}" Target="{target}"{mode}/>'
    return replacing(part, "</Relationships>", f"{entry}</Relationships>")


def typed(name: str, kind_of_part: str) -> dict[str, Change]:
    entry = f'<Override PartName="/{name}" ContentType="{kind_of_part}"/>'
    return replacing(TYPES, "</Types>", f"{entry}</Types>")


def field(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in code.split("|"))
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def using(element: str) -> dict[str, Change]:
    """An element in the first paragraph that names the relation of ``related``."""
    return in_body(f"<w:p><w:r>{element}</w:r></w:p>")


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"".join(
        side.to_bytes(4, "big") for side in (width, height)
    )
