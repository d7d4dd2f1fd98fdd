"""From the head's decision to the plain values that its page prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from doc_templates.sop.keputusan import diktum_ke
from doc_templates.sop.signature_block import BLANK, signature_lines
from doc_templates.tanggal import in_style

if TYPE_CHECKING:
    from doc_templates.sop.keputusan import Keputusan
    from doc_templates.sop.profiles import Profil

_LABELS: Final = (
    ("menimbang", "Menimbang"),
    ("mengingat", "Mengingat"),
    ("memperhatikan", "Memperhatikan"),
)


def decision_context(decision: Keputusan | None, form: Profil) -> dict[str, Any]:
    """Plain data for the form; the same fields where there is no decision."""
    if decision is None:
        return _nothing()
    number = None if decision.nomor is None else f"NOMOR {decision.nomor}".rstrip()
    return {
        "ada": True,
        "judul": "\n".join(decision.judul),
        "nomor": number or "",
        "tentang": decision.tentang,
        "pembuka": "\n".join(decision.pembuka),
        "konsiderans": [
            row for name, label in _LABELS for row in _rows(label, getattr(decision, name))
        ],
        "diktum": _dictums(decision),
        "ditetapkan_di": f"Ditetapkan di {decision.tempat}" if decision.tempat else "",
        "pada_tanggal": _dated(decision.tanggal, form),
        "penetap": signature_lines(decision.penetap, form),
        "tembusan": [
            {"tanda": f"{at}.", "teks": each} for at, each in enumerate(decision.tembusan, 1)
        ],
    }


def _nothing() -> dict[str, Any]:
    lines = ("judul", "nomor", "tentang", "pembuka", "ditetapkan_di", "pada_tanggal")
    lists = ("konsiderans", "diktum", "tembusan")
    return {
        "ada": False,
        **dict.fromkeys(lines, ""),
        **{each: [] for each in lists},
        "penetap": BLANK,
    }


def _rows(label: str, texts: tuple[str, ...]) -> list[dict[str, str]]:
    """Considerations of one sort; a single one bears no letter."""
    marks = [chr(ord("a") + at) for at in range(len(texts))]
    if label != "Menimbang":
        marks = [str(at) for at in range(1, len(texts) + 1)]
    return [
        {
            "label": "" if at else label,
            "titik_dua": "" if at else ":",
            "tanda": f"{mark}." if len(texts) > 1 else "",
            "teks": each,
        }
        for at, (mark, each) in enumerate(zip(marks, texts, strict=True))
    ]


def _dictums(decision: Keputusan) -> list[dict[str, str]]:
    rows = [{"label": "Menetapkan", "teks": decision.menetapkan}] if decision.menetapkan else []
    rows += [{"label": diktum_ke(at), "teks": each} for at, each in enumerate(decision.diktum, 1)]
    return rows


def _dated(date: str | None, form: Profil) -> str:
    return f"pada tanggal {in_style(date, form.gaya_tanggal)}" if date else ""
