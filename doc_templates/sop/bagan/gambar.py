"""The shapes of Word for a page's symbols and arrows, anchored in one paragraph.

Each is a real shape that Word can select, move and restyle (DrawingML ``wps:wsp``), none a
picture. They hang on the paragraph in front of the page's table, so that they move with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from doc_templates.sop.bagan.bentuk import Kotak, Titik
from doc_templates.sop.bagan.keterangan import kata_lintasan, kata_simbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from doc_templates.sop.alur import Panah
    from doc_templates.sop.bagan.bentuk import Halaman, Label, Lintasan, Simbol
    from doc_templates.sop.model import Sop

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NAMESPACES: Final = (
    f'xmlns:w="{_WORD}" xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:wps="{_SHAPE}"'
)
_RUPA: Final = {
    "terminator": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "sambungan": "flowChartOffpageConnector",
}
TEBAL_SIMBOL: Final = 6350
"""Half a point, in English Metric Units."""
TEBAL_PANAH: Final = 9525
"""Three quarters of a point."""
HURUF_SAMBUNGAN: Final = 8.0
"""Type of a connector's letter, points."""
_EMU: Final = 36_000
_PUTIH: Final = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
_HITAM: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def gambar(halaman: Halaman, model: Sop, panah: Sequence[Panah], *, atas: float) -> list[Element]:
    """The runs that hold all shapes of a page.

    Args:
        halaman: the geometry.
        model: for the alternative texts.
        panah: all arrows of the SOP, also those to other pages.
        atas: where the paragraph of the anchor begins, mm from the edge of the page.
    """
    bagian = [_lintasan(each, model, atas) for each in halaman.lintasan]
    bagian += [_simbol(each, kata_simbol(each, model, panah), atas) for each in halaman.simbol]
    bagian += [_label(each.label, atas) for each in halaman.lintasan if each.label]
    return list(etree.fromstring(f"<w:p {_NAMESPACES}>{''.join(bagian)}</w:p>"))


def _simbol(simbol: Simbol, kata: str, atas: float) -> str:
    teks = _teks(simbol.huruf, HURUF_SAMBUNGAN) if simbol.huruf else ""
    garis = f'<a:ln w="{TEBAL_SIMBOL}">{_HITAM}</a:ln>'
    bentuk = _bentuk(simbol.kotak, _RUPA[simbol.rupa], f"{_PUTIH}{garis}", teks)
    return _jangkar(simbol.kotak, kata, bentuk, atas)


def _label(label: Label, atas: float) -> str:
    # White: a long answer may stand on the ruling between two lanes.
    polos = f"{_PUTIH}<a:ln><a:noFill/></a:ln>"
    bentuk = _bentuk(label.kotak, "rect", polos, _teks(label.teks, label.huruf))
    return _jangkar(label.kotak, f"Jawaban {label.teks}", bentuk, atas)


def _bentuk(kotak: Kotak, rupa: str, isi: str, teks: str) -> str:
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{_ukuran(kotak)}"
        f'<a:prstGeom prst="{rupa}"><a:avLst/></a:prstGeom>{isi}</wps:spPr>{teks}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="square" anchor="ctr"/></wps:wsp>'
    )


def _teks(teks: str, ukuran: float) -> str:
    besar, baris = round(2 * ukuran), round(20 * ukuran)
    return (
        "<wps:txbx><w:txbxContent><w:p><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{baris}" w:lineRule="exact"/>'
        '<w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{besar}"/><w:szCs w:val="{besar}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(teks)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
    )


def _lintasan(lintasan: Lintasan, model: Sop, atas: float) -> str:
    titik = lintasan.titik
    kotak = Kotak(
        min(each.x for each in titik),
        min(each.y for each in titik),
        max(each.x for each in titik),
        max(each.y for each in titik),
    )
    lebar, tinggi = _emu(kotak.lebar), _emu(kotak.tinggi)
    langkah = "".join(
        f"<a:{'lnTo' if at else 'moveTo'}>{_titik(each, kotak)}</a:{'lnTo' if at else 'moveTo'}>"
        for at, each in enumerate(titik)
    )
    kepala = '<a:tailEnd type="triangle" w="sm" len="med"/>' if lintasan.kepala else ""
    bentuk = (
        f"<wps:wsp><wps:cNvCnPr/><wps:spPr>{_ukuran(kotak)}<a:custGeom><a:avLst/><a:gdLst/>"
        '<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{lebar}" h="{tinggi}" fill="none">{langkah}</a:path></a:pathLst></a:custGeom>'
        f'<a:noFill/><a:ln w="{TEBAL_PANAH}">{_HITAM}{kepala}</a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp>"
    )
    return _jangkar(kotak, kata_lintasan(lintasan, model), bentuk, atas)


def _titik(titik: Titik, kotak: Kotak) -> str:
    return f'<a:pt x="{_emu(titik.x - kotak.kiri)}" y="{_emu(titik.y - kotak.atas)}"/>'


def _ukuran(kotak: Kotak) -> str:
    ukuran = f'cx="{_emu(kotak.lebar)}" cy="{_emu(kotak.tinggi)}"'
    return f'<a:xfrm><a:off x="0" y="0"/><a:ext {ukuran}/></a:xfrm>'


def _jangkar(kotak: Kotak, kata: str, bentuk: str, atas: float) -> str:
    # Numbers are given to all drawings of the filled form together, later.
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{_emu(kotak.kiri)}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph">'
        f"<wp:posOffset>{_emu(kotak.atas - atas)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{_emu(kotak.lebar)}" cy="{_emu(kotak.tinggi)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name={quoteattr(kata.partition(":")[0][:60])} descr={quoteattr(kata)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}">{bentuk}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _emu(milimeter: float) -> int:
    return round(milimeter * _EMU)
