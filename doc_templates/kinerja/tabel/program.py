"""From each aim down to the sub kegiatan that serve it, with what they put out (L8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran as hitung
from doc_templates.kinerja.hitung.triwulan import versi_untuk
from doc_templates.kinerja.jalan import bagian_of
from doc_templates.kinerja.model import SubKegiatan
from doc_templates.kinerja.rujukan import kunci_of
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.susunan import SEMUA, is_chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.model import Kegiatan, Program
    from doc_templates.kinerja.tabel.susunan import Pilihan

_NONE: Final = "Belum ada program yang dikaitkan dengan sasaran."


def tabel_program(index: Index, pilihan: Pilihan = SEMUA) -> Tabel:
    """Aim → programme → kegiatan → sub kegiatan: output, target, realisation, achievement."""
    kolom = (
        Kolom("uraian", "Sasaran/Program/Kegiatan/Sub Kegiatan", lebar=40),
        Kolom("indikator", "Indikator Keluaran", lebar=26),
        Kolom("satuan", "Satuan", "tengah", 10),
        Kolom("target", "Target", "tengah", 9),
        Kolom("realisasi", "Realisasi", "tengah", 9),
        Kolom("capaian", "Capaian (%)", "kanan", 10),
    )
    versi, notes, rows = versi_untuk(index, 4), Catatan(index), []
    for aim in index.sasaran.values():
        programmes = versi.program.get(aim.kunci, ()) if versi else ()
        if versi and programmes and is_chosen(index, aim, pilihan):
            head = sel.teks(aim.sasaran.uraian, aim.kunci, "uraian")
            rows.append(Baris((head, *[None] * (len(kolom) - 1)), "judul"))
            for each in programmes:
                rows += _rows(index, each.item, 0, versi, notes)
    title = f"Program dan Kegiatan Penunjang Sasaran Tahun {index.data.tahun}"
    return Tabel("L8", title, kolom, tuple(rows), notes.semua(), _NONE, mendatar=True)


def _rows(
    index: Index, item: Program | Kegiatan | SubKegiatan, depth: int, versi: Versi, notes: Catatan
) -> Iterator[Baris]:
    name = sel.teks(item.uraian, kunci_of(item.kode, item.uraian), "uraian")
    if isinstance(item, SubKegiatan):
        yield Baris((name, *_output(index, item, versi, notes)), tingkat=depth)
    else:
        yield Baris((name, *[None] * 5), tingkat=depth)
    for each in bagian_of(item):
        yield from _rows(index, each, depth + 1, versi, notes)


def _output(
    index: Index, item: SubKegiatan, versi: Versi, notes: Catatan
) -> tuple[Sel, Sel, Sel, Sel, Sel]:
    key, output = kunci_of(item.kode, item.uraian), item.keluaran
    done = hitung.capaian_keluaran(index, item)
    field = sel.dari_versi("keluaran.capaian", versi.isi)
    notes.hasil(item.kode or item.uraian, done, key, f"catatan.{field}")
    target = sel.dari_versi("keluaran.target", versi.isi)
    return (
        sel.teks(output.uraian if output else "", key, "keluaran.uraian"),
        sel.teks(output.satuan if output else "", key, "keluaran.satuan"),
        sel.nilai(hitung.target_keluaran(item), key, target),
        sel.nilai(hitung.keluaran_sampai(index, item), key, "keluaran.sd_tw4"),
        sel.hasil(done, key, field),
    )
