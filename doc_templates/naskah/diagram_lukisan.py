"""A drawn chart as plain data, and its WordprocessingML: one paragraph, one shape behind it.

The words of a chart are the words of its paragraph: measured, broken into lines here, and set on
tabulators, so that they can be read aloud, searched and edited. Everything that is drawn is one
native shape of Word (DrawingML ``wps:wsp``) with one alternative text, anchored behind these
lines. Why one shape: decision 0010. Lengths are millimetres, type sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args
from xml.sax.saxutils import quoteattr

from doc_templates.forge import emu, twips
from doc_templates.naskah.wordml import elemen, ganti_baris, potongan, tabulasi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element as Element

HURUF_DIAGRAM: Final = 8.5
"""Type of a chart's words."""
_SPASI: Final = 11.5
"""Height of every line of a chart, points: exact, so that shape and words meet."""
TINGGI_BARIS: Final = _SPASI * 25.4 / 72

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NAMESPACES: Final = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:wps="{_SHAPE}"'
)
_ISI: Final = "44546A"
"""Fill of what is filled: on grey paper as dark as text."""
_GARIS: Final = "262626"
_TEBAL: Final = 6350
"""Half a point, in English Metric Units."""
_TIPIS: Final = 0.12
_CARA: Final[dict[Rupa, str]] = {
    "kisi": 'fill="lighten" stroke="0"',
    "garis": 'fill="none"',
    "isi": 'fill="norm"',
}

Titik = tuple[float, float]
Rupa = Literal["kisi", "garis", "isi"]
"""Light polygons without an edge, open lines, dark polygons: in this order, one over the other."""


class Henti(NamedTuple):
    """A tabulator, measured from the left edge."""

    rata: Literal["left", "center", "right"]
    di: float


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of words: one at the edge, one at each tabulator."""

    awal: str = ""
    sel: tuple[str, ...] = ()
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Goresan:
    """Lines or polygons drawn alike.

    Few of them: each corner costs LibreOffice about 0.1 ms.
    """

    garis: tuple[tuple[Titik, ...], ...]
    rupa: Rupa = "garis"


@dataclass(frozen=True, slots=True)
class Lukisan:
    """A chart, ready to be written."""

    lebar: float
    baris: tuple[Baris, ...]
    """The first one is blank: space before a paragraph is reckoned differently by each program."""
    henti: tuple[Henti, ...]
    goresan: tuple[Goresan, ...]

    @property
    def tinggi(self) -> float:
        """Height of all lines."""
        return len(self.baris) * TINGGI_BARIS


def tulis(lukisan: Lukisan, uraian: str, *, nomor_objek: int) -> Element:
    """The paragraph of a chart; it never parts, and stays with its caption below.

    Args:
        lukisan: the chart.
        uraian: its alternative text.
        nomor_objek: the shape's id in the document.

    Raises:
        TextUnprintable: where a text has a character that XML cannot hold.
    """
    henti = "".join(
        f'<w:tab w:val="{each.rata}" w:pos="{twips(each.di)}"/>' for each in lukisan.henti
    )
    tinggi = f'w:line="{round(_SPASI * 20)}" w:lineRule="exact"'
    sifat = (
        f"<w:keepNext/><w:keepLines/><w:tabs>{henti}</w:tabs>"
        f'<w:spacing w:before="0" w:after="0" {tinggi}/><w:jc w:val="left"/>'
    )
    isi = ganti_baris().join(map(_baris, lukisan.baris))
    gambar = _jangkar(lukisan, uraian, nomor_objek)
    (paragraf,) = elemen(
        [f"<w:p {_NAMESPACES}><w:pPr>{sifat}</w:pPr><w:r>{gambar}</w:r>{isi}</w:p>"]
    )
    return paragraf


def _baris(baris: Baris) -> str:
    sel = list(baris.sel)
    while sel and not sel[-1]:
        sel.pop()
    kepala = potongan(baris.awal, tebal=baris.tebal, ukuran=HURUF_DIAGRAM) if baris.awal else ""
    return kepala + "".join(
        tabulasi() + (potongan(each, ukuran=HURUF_DIAGRAM) if each else "") for each in sel
    )


def _jangkar(lukisan: Lukisan, uraian: str, nomor: int) -> str:
    ukuran = f'cx="{emu(lukisan.lebar)}" cy="{emu(lukisan.tinggi)}"'
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="0" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {ukuran}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{nomor}" name="Diagram {nomor}" descr={quoteattr(uraian)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {ukuran}/></a:xfrm>'
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{"".join(_jalur(lukisan))}</a:pathLst>'
        f'</a:custGeom><a:solidFill><a:srgbClr val="{_ISI}"/></a:solidFill>'
        f'<a:ln w="{_TEBAL}"><a:solidFill><a:srgbClr val="{_GARIS}"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _jalur(lukisan: Lukisan) -> Iterator[str]:
    ukuran = f'w="{emu(lukisan.lebar)}" h="{emu(lukisan.tinggi)}"'
    for each in lukisan.goresan:
        if each.garis:
            yield f"<a:path {ukuran} {_CARA[each.rupa]}>{_langkah(each)}</a:path>"


def _langkah(goresan: Goresan) -> str:
    tutup = "" if goresan.rupa == "garis" else "<a:close/>"
    return "".join(_garis(each) + tutup for each in goresan.garis)


def _garis(titik: Sequence[Titik]) -> str:
    pertama, *lain = (f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in titik)
    return f"<a:moveTo>{pertama}</a:moveTo>" + "".join(f"<a:lnTo>{each}</a:lnTo>" for each in lain)


def garis_kisi(y: float, kiri: float, kanan: float) -> Goresan:
    """A level line that is there to be looked along, not at."""
    sudut = ((kiri, y), (kanan, y), (kanan, y + _TIPIS), (kiri, y + _TIPIS))
    return Goresan((sudut,), "kisi")


def putus_putus(dari: Titik, ke: Titik, *, ruas: float = 2.0, sela: float = 1.2) -> Goresan:
    """A dashed line: a shape has one kind of line, so dashes are drawn; the last one ends it."""
    (x1, y1), (x2, y2) = dari, ke
    panjang = hypot(x2 - x1, y2 - y1)
    banyak = max(round((panjang + sela) / (ruas + sela)), 1)
    bagian = (panjang + sela) / banyak

    def pada(jarak: float) -> Titik:
        seberapa = min(max(jarak / panjang, 0.0), 1.0) if panjang else 0.0
        return x1 + (x2 - x1) * seberapa, y1 + (y2 - y1) * seberapa

    return Goresan(
        tuple((pada(at * bagian), pada((at + 1) * bagian - sela)) for at in range(banyak))
    )


def gabung(goresan: Iterable[Goresan]) -> tuple[Goresan, ...]:
    """Few strokes out of many, one of each kind, in the order in which kinds lie.

    What overlaps in one filled stroke cancels out, so marks on lines are joined by themselves.
    """
    semua = list(goresan)
    return tuple(
        Goresan(tuple(garis for each in semua if each.rupa == rupa for garis in each.garis), rupa)
        for rupa in get_args(Rupa)
    )
