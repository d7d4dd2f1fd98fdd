"""The rows of the sheet Anggaran: the unit's sub kegiatan under their programme and kegiatan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from doc_templates.formulir.baris_kinerja import KATA
from doc_templates.formulir.bentuk import Baris, Isian, Pita
from doc_templates.kinerja.baca import baca_angka, baca_uang
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.jalan import SUB_KEGIATAN
from doc_templates.kinerja.model import SubKegiatan
from doc_templates.kinerja.nilai import Angka
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doc_templates.formulir.bentuk import Isi
    from doc_templates.kinerja.index import Index
    from doc_templates.kinerja.jalan import TempatAnggaran
    from doc_templates.kinerja.model import Keluaran, Unit


def baris_anggaran(index: Index, unit: Unit, ke: int) -> Iterator[Pita | Baris]:
    """A band for each kegiatan and a row for each of the unit's sub kegiatan."""
    version = versi_untuk(index, ke)
    lines = version.anggaran if version else ()
    above = {each.kunci: each for each in lines}
    band, seen = None, set[str]()
    for line in lines:
        if line.tingkat != SUB_KEGIATAN or line.kunci in seen:
            continue
        if not _belongs(index, line, above, unit):
            continue
        seen.add(line.kunci)
        if line.induk != band:
            band = line.induk
            yield Pita(_heading(line, above))
        yield _row(index, line, ke)


def _belongs(
    index: Index, line: TempatAnggaran, above: Mapping[str, TempatAnggaran], unit: Unit
) -> bool:
    """True where the line, or else the nearest line above that names a unit, names this one."""
    place: TempatAnggaran | None = line
    while place is not None:
        if place.item.penanggung_jawab.strip():
            owner = index.unit_of(place.item.penanggung_jawab)
            return owner is not None and owner.kode == unit.kode
        place = above.get(place.induk or "")
    return False


def _heading(line: TempatAnggaran, above: Mapping[str, TempatAnggaran]) -> str:
    names = []
    place = above.get(line.induk or "")
    while place is not None:
        names.append(f"{place.item.kode} {place.item.uraian}".strip())
        place = above.get(place.induk or "")
    return "  ›  ".join(reversed(names))


def _row(index: Index, line: TempatAnggaran, ke: int) -> Baris:
    item = line.item
    assert isinstance(item, SubKegiatan)  # noqa: S101 - its level says so
    spent = index.belanja.get(line.kunci)
    put_out = item.keluaran
    return Baris(
        line.kunci,
        {
            "kode": item.kode.strip(),
            "sub_kegiatan": item.uraian,
            "pagu": _money(item.anggaran),
            **{
                f"uang{at}": _money(spent.keuangan[at - 1] if spent else None)
                for at in range(1, ke)
            },
            "keuangan": Isian(
                "nilai",
                spent.keuangan[ke - 1] if spent else None,
                baca=baca_uang,
                satuan="rupiah",
                desimal=2,
                pilihan=KATA,
                boleh_negatif=False,
                uang=True,
            ),
            **_output(put_out, spent.keluaran if spent else (None,) * 4, ke),
        },
    )


def _output(
    put_out: Keluaran | None, reached: tuple[Isi, Isi, Isi, Isi], ke: int
) -> dict[str, str | Isian]:
    """The cells of what was put out; where nothing was promised there is nothing to fill."""
    if put_out is None:
        blank = {f"hasil{at}": "" for at in range(1, ke)}
        return {"keluaran_uraian": "", "satuan": "", "target": "", **blank, "keluaran": ""}
    read = partial(baca_angka, satuan=put_out.satuan, desimal=put_out.desimal)
    return {
        "keluaran_uraian": put_out.uraian,
        "satuan": put_out.satuan,
        "target": read(put_out.target).teks,
        **{f"hasil{at}": read(reached[at - 1]).teks for at in range(1, ke)},
        "keluaran": Isian(
            "nilai",
            reached[ke - 1],
            baca=read,
            satuan=put_out.satuan,
            desimal=put_out.desimal,
            pilihan=KATA,
            boleh_negatif=False,
        ),
    }


def _money(written: Isi) -> str:
    value = baca_uang(written)
    if isinstance(value, Angka):
        return rupiah(value.nilai).removeprefix("Rp").removesuffix(",00")
    return value.teks
