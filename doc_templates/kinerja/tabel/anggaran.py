"""Tables of money: budget against spending (L9), and efficiency (L7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from doc_templates.kinerja.hitung import anggaran as hitung
from doc_templates.kinerja.hitung import capaian
from doc_templates.kinerja.hitung.jumlah import jumlahkan
from doc_templates.kinerja.hitung.triwulan import nama_triwulan, versi_untuk
from doc_templates.kinerja.jalan import PROGRAM, SUB_KEGIATAN, bagian_of
from doc_templates.kinerja.model import SubKegiatan
from doc_templates.kinerja.tabel import sel
from doc_templates.kinerja.tabel.bentuk import Baris, Kolom, Sel, Tabel
from doc_templates.kinerja.tabel.keterangan import Catatan
from doc_templates.kinerja.tabel.susunan import puncak
from doc_templates.uang import rupiah

if TYPE_CHECKING:
    from doc_templates.kinerja.index import Index, Versi
    from doc_templates.kinerja.jalan import TempatAnggaran
    from doc_templates.kinerja.rumus import Hasil

TANPA_KODE: Final = "tanpa kode"
_NO_BUDGET: Final = "Belum ada program dan kegiatan."


def tabel_realisasi_anggaran(index: Index, ke: int = 4, *, kode: str = "L9") -> Tabel:
    """Every line with its budget, the quarter's spending, the running total and absorption (L9)."""
    versi, quarter = versi_untuk(index, ke), nama_triwulan(ke)
    kolom = (
        Kolom("kode", "Kode", lebar=14),
        Kolom("uraian", "Program/Kegiatan/Sub Kegiatan", lebar=42),
        Kolom("pagu", "Pagu (Rp)", "kanan", 18),
        Kolom("realisasi_tw", f"Realisasi {quarter} (Rp)", "kanan", 18),
        Kolom("realisasi_sd", f"Realisasi s.d. {quarter} (Rp)", "kanan", 18),
        Kolom("serapan", "Serapan (%)", "kanan", 10),
    )
    notes = Catatan(index)
    lines = versi.anggaran if versi else ()
    rows = [_spending_row(index, each, ke, versi, notes) for each in lines]
    if rows and versi:
        rows.append(_spending_total(index, versi, ke, kolom, notes))
    title = f"Realisasi Anggaran s.d. {quarter} Tahun {index.data.tahun}"
    return Tabel(kode, title, kolom, tuple(rows), notes.semua(), _NO_BUDGET, mendatar=True)


def tabel_efisiensi(index: Index) -> Tabel:
    """Achievement, budget, spending, absorption and efficiency (L7).

    A programme's achievement is the mean over the indicators of the aims that it serves; a
    kegiatan's the mean over the outputs of its sub kegiatan.
    """
    kolom = (
        Kolom("uraian", "Program/Kegiatan", lebar=40),
        Kolom("capaian", "Capaian (%)", "kanan", 10),
        Kolom("pagu", "Pagu (Rp)", "kanan", 18),
        Kolom("realisasi", "Realisasi (Rp)", "kanan", 18),
        Kolom("serapan", "Serapan (%)", "kanan", 10),
        Kolom("selisih", "Capaian − Serapan", "kanan", 12),
        Kolom("efisiensi", "Efisiensi", "tengah", 14),
    )
    versi, notes = versi_untuk(index, 4), Catatan(index)
    lines = [each for each in (versi.anggaran if versi else ()) if each.tingkat < SUB_KEGIATAN]
    rows = tuple(_efficiency_row(index, each, versi, notes) for each in lines)
    if rows:
        notes.catat(
            "Capaian program ialah rata-rata capaian indikator pada sasaran yang didukungnya; "
            "capaian kegiatan ialah rata-rata capaian keluaran sub kegiatannya."
        )
    title = f"Efisiensi Penggunaan Sumber Daya Tahun {index.data.tahun}"
    return Tabel("L7", title, kolom, rows, notes.semua(), _NO_BUDGET, mendatar=True)


def _spending_row(
    index: Index, line: TempatAnggaran, ke: int, versi: Versi | None, notes: Catatan
) -> Baris:
    budget, spent = hitung.pagu(line.item), hitung.belanja_sampai(index, line.item, ke)
    absorbed = hitung.serapan(index, budget, spent)
    key, label = line.kunci, line.item.kode or line.item.uraian
    field = _medan(f"serapan.sd_tw{ke}", versi)
    notes.hasil(label, absorbed, key, f"catatan.{field}")
    return Baris(
        (
            Sel(line.item.kode if line.item.kode.strip() else TANPA_KODE, key, "kode"),
            sel.teks(line.item.uraian, key, "uraian"),
            sel.nilai(budget, key, _medan("pagu", versi)),
            sel.nilai(hitung.belanja(index, line.item, ke), key, f"belanja.tw{ke}"),
            sel.nilai(spent, key, f"belanja.sd_tw{ke}"),
            sel.hasil(absorbed, key, field),
        ),
        tingkat=line.tingkat,
    )


def _spending_total(
    index: Index, versi: Versi, ke: int, kolom: tuple[Kolom, ...], notes: Catatan
) -> Baris:
    budget, spent = hitung.total_pagu(versi), hitung.total_belanja(index, versi, ke)
    absorbed = hitung.serapan(index, budget, spent)
    office = puncak(index)
    key = office.kode if office else ""
    field = _medan(f"serapan.jumlah.sd_tw{ke}", versi)
    notes.hasil("Jumlah", absorbed, key, f"catatan.{field}")
    parts = [hitung.belanja(index, each, ke) for each in versi.isi.program]
    sums = {
        "pagu": sel.nilai(budget, key, f"{_medan('pagu', versi)}.jumlah"),
        "realisasi_tw": sel.nilai(jumlahkan(parts, tulis=rupiah), key, f"belanja.tw{ke}.jumlah"),
        "realisasi_sd": sel.nilai(spent, key, f"belanja.sd_tw{ke}.jumlah"),
        "serapan": sel.hasil(absorbed, key, field),
    }
    return sel.jumlah("Jumlah", sums, kolom)


def _efficiency_row(
    index: Index, line: TempatAnggaran, versi: Versi | None, notes: Catatan
) -> Baris:
    key, label = line.kunci, line.item.kode or line.item.uraian
    done = _achievement(index, line, versi)
    result = hitung.efisiensi_of(index, line, done)
    budget, spent = hitung.pagu(line.item), hitung.belanja_sampai(index, line.item)
    absorbed = hitung.serapan(index, budget, spent)
    for name, each in (("capaian", done), ("serapan", absorbed), ("efisiensi", result.beda)):
        notes.hasil(f"{label} {name}", each, key, f"catatan.{_medan(f'{name}.baris', versi)}")
    return Baris(
        (
            sel.teks(line.item.uraian, key, "uraian"),
            sel.hasil(done, key, _medan("capaian.baris", versi)),
            sel.nilai(budget, key, _medan("pagu", versi)),
            sel.nilai(spent, key, "belanja.sd_tw4"),
            sel.hasil(absorbed, key, _medan("serapan.sd_tw4", versi)),
            sel.hasil(result.beda, key, _medan("efisiensi.selisih", versi)),
            sel.teks(result.sebutan, key, _medan("efisiensi.sebutan", versi)),
        ),
        tingkat=line.tingkat,
    )


def _achievement(index: Index, line: TempatAnggaran, versi: Versi | None) -> Hasil:
    """Mean over the indicators of the aims served, or over the outputs below a kegiatan."""
    if line.tingkat == PROGRAM and versi:
        served = versi.sasaran.get(line.kunci, ())
        measures = [each for aim in served for each in index.ukuran.get(aim, ())]
        return hitung.rata_capaian(
            index, (capaian.capaian_tahun(index, each.kunci, versi) for each in measures)
        )
    outputs = [each for each in bagian_of(line.item) if isinstance(each, SubKegiatan)]
    return hitung.rata_capaian(index, (hitung.capaian_keluaran(index, each) for each in outputs))


def _medan(field: str, versi: Versi | None) -> str:
    return sel.dari_versi(field, versi.isi if versi else None)
