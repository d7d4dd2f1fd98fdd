"""Building blocks of lean DOCX forms, used only by the scripts that draw the templates.

A form made here carries the styles it uses and nothing else: no theme, no latent styles, no
font table. LibreOffice spends most of its loading time on what python-docx's default template
brings along (350 KB of styles), so what is left out is what makes a print fast. The result is
an ordinary DOCX that Word opens and saves; ``forge_package`` writes it. Lengths are
millimetres, type sizes are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal
from xml.sax.saxutils import escape, quoteattr

Align = Literal["left", "center", "right", "both"]
Edge = Literal["top", "left", "bottom", "right"]

PAPERS: Final = {
    "A4": (210.0, 297.0),
    "F4": (215.0, 330.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
"""Width and height in millimetres, upright; F4 (folio) as Indonesian mills cut it."""

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
MARK: Final = "rIdMark"
"""Relation by which the form knows the white picture of its signature marks."""


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point, the unit of paper and tables."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Millimetres in English Metric Units, the unit of pictures."""
    return round(millimetres * 36_000)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; ``Heading1`` … carry the outline that PDF/UA and bookmarks need."""

    id: str
    name: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    align: Align | None = None
    before: float = 0
    """Space above, in points."""
    after: float = 0
    line: float | None = None
    """Line spacing as a multiple; None takes the form's."""
    exact: float = 0
    """Height of every line in points, whatever stands in it; 0 lets lines fit their text."""
    keep_next: bool = False
    left: float = 0
    """Indent, in millimetres."""
    outline: int | None = None
    """0 for a first-level heading."""

    def xml(self) -> str:
        """The style as it stands in styles.xml."""
        default = ' w:default="1"' if self.id == "Normal" else ""
        based = "" if self.id == "Normal" else '<w:basedOn w:val="Normal"/>'
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>{based}<w:qFormat/>'
            f"<w:pPr>{self._paragraph()}</w:pPr><w:rPr>{_face(self)}</w:rPr></w:style>"
        )

    def _paragraph(self) -> str:
        line = f' w:line="{round(self.line * 240)}" w:lineRule="auto"' if self.line else ""
        if self.exact:
            line = f' w:line="{round(self.exact * 20)}" w:lineRule="exact"'
        return (
            ("<w:keepNext/>" if self.keep_next else "")
            + f'<w:spacing w:before="{round(self.before * 20)}"'
            + f' w:after="{round(self.after * 20)}"{line}/>'
            + (f'<w:ind w:left="{twips(self.left)}"/>' if self.left else "")
            + (f'<w:jc w:val="{self.align}"/>' if self.align else "")
            + (f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "")
        )


def _face(style: Style) -> str:
    half_points = round(style.size * 2) if style.size else 0
    return (
        ("<w:b/>" if style.bold else "")
        + ("<w:i/>" if style.italic else "")
        + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else "")
    )


def run(
    text: str, *, bold: bool = False, italic: bool = False, underline: bool = False, size: float = 0
) -> str:
    """A run of text; Jinja tags are text like any other."""
    half_points = round(size * 2)
    face = (
        ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if size else "")
        + ('<w:u w:val="single"/>' if underline else "")
    )
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab(*, rule: str = "") -> str:
    """A tabulator between two runs, drawn as a line of that kind (``thick``) where it is a rule.

    Borders of paragraphs would do, but LibreOffice 7.4 leaves them untagged (PDF/UA 7.1-3).
    """
    face = f'<w:rPr><w:u w:val="{rule}"/></w:rPr>' if rule else ""
    return f"<w:r>{face}<w:tab/></w:r>"


def field(code: Literal["PAGE", "NUMPAGES"]) -> str:
    """A number that the layout program counts."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def mark(role: str, *, number: int, width: float = 55, height: float = 20) -> str:
    """The place of a signature: a white picture whose alternative text is ``ttd:ROLE``.

    The stamp finds it in the tagged PDF and lays the signature field there. ``number`` is
    the picture's id and must be unlike every other in the form.
    """
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    name, alternative = quoteattr(f"Tanda tangan {number}"), quoteattr(f"ttd:{role}")
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name={name} descr={alternative}/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name={name} descr={alternative}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{MARK}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def paragraph(
    *runs: str,
    style: str | None = None,
    align: Align | None = None,
    keep_next: bool = False,
    new_page: bool = False,
    left: float = 0,
    hanging: float = 0,
    tabs: tuple[float | tuple[Align, float], ...] = (),
    section: str = "",
) -> str:
    """A paragraph of runs; ``left``, ``hanging`` and ``tabs`` are measured from the margin.

    ``section`` are the properties (``Page.xml``) of the section that ends with it.
    """
    stops = "".join(
        f'<w:tab w:val="{side}" w:pos="{twips(stop)}"/>'
        for side, stop in (each if isinstance(each, tuple) else ("left", each) for each in tabs)
    )
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep_next else "")
        + ("<w:pageBreakBefore/>" if new_page else "")
        + (f"<w:tabs>{stops}</w:tabs>" if stops else "")
        + (
            f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>'
            if left or hanging
            else ""
        )
        + (f'<w:jc w:val="{align}"/>' if align else "")
        + section
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def text(value: str, *, style: str | None = None) -> str:
    """A paragraph of one plain run; also how ``{%p … %}`` and ``{%tr … %}`` tags stand."""
    return paragraph(run(value), style=style)


def cell(
    *blocks: str,
    width: float,
    span: int = 1,
    middle: bool = False,
    fill: str = "",
    edges: dict[Edge, str] | None = None,
) -> str:
    """A cell of paragraphs or tables.

    ``fill`` is a colour such as ``D9E2EC``; ``edges`` maps a side to the line that it gets
    instead of the table's, such as ``{"bottom": "thickThinSmallGap"}``.
    """
    lines = "".join(
        f'<w:{side} w:val="{edges[side]}" w:sz="{_line_size(edges[side])}" w:space="0"'
        ' w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
        if edges and side in edges
    )
    properties = (
        f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f"<w:tcBorders>{lines}</w:tcBorders>" if lines else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
        + ('<w:vAlign w:val="center"/>' if middle else "")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks) or '<w:p/>'}</w:tc>"


def _line_size(kind: str) -> int:
    """Thickness in eighths of a point: a compound line needs room for its two strokes."""
    return 4 if kind in {"single", "nil"} else 18


def row(*cells: str, header: bool = False, height: float = 0) -> str:
    """A row that never breaks inside; a header row repeats on every page."""
    properties = (
        "<w:cantSplit/>"
        + (f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else "")
        + ("<w:tblHeader/>" if header else "")
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tag_row(tag: str, *, span: int, width: float) -> str:
    """A row that only carries a ``{%tr … %}`` tag and vanishes when the form is filled."""
    return row(cell(text(tag), width=width, span=span))


def table(
    *rows: str,
    columns: tuple[float, ...],
    lines: bool = True,
    padding: tuple[float, float] = (0.6, 1.6),
    title: str = "",
) -> str:
    """A table of fixed columns, with thin black lines or none.

    ``padding`` is the cells' inner space, above and below, then left and right; ``title`` is
    what Word shows as its alternative text.
    """
    upright, sideways = twips(padding[0]), twips(padding[1])
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(columns))}" w:type="dxa"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if lines else "")
        + '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        + f'<w:top w:w="{upright}" w:type="dxa"/><w:left w:w="{sideways}" w:type="dxa"/>'
        + f'<w:bottom w:w="{upright}" w:type="dxa"/><w:right w:w="{sideways}" w:type="dxa"/>'
        + "</w:tblCellMar>"
        + (f"<w:tblCaption w:val={quoteattr(title)}/>" if title else "")
        + "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{twips(column)}"/>' for column in columns)
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins."""

    paper: str = "A4"
    landscape: bool = False
    top: float = 20
    right: float = 20
    bottom: float = 25
    left: float = 25
    head: float = 10
    """From the paper's edge to the running head."""
    foot: float = 10

    @property
    def width(self) -> float:
        """Of the type area."""
        return PAPERS[self.paper][1 if self.landscape else 0] - self.left - self.right

    def xml(self, references: str = "", *, first: bool = False) -> str:
        """The section's properties."""
        width, height = PAPERS[self.paper]
        if self.landscape:
            width, height = height, width
        turned = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(self.top)}" w:right="{twips(self.right)}"'
            f' w:bottom="{twips(self.bottom)}" w:left="{twips(self.left)}"'
            f' w:header="{twips(self.head)}" w:footer="{twips(self.foot)}" w:gutter="0"/>'
            f"{'<w:titlePg/>' if first else ''}</w:sectPr>"
        )
