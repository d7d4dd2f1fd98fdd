"""The data set, looked up: each thing by its key, found in one walk and asked by everyone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from doc_templates.kinerja.acuan.kelas_capaian import KelasCapaian, kelas_capaian
from doc_templates.kinerja.acuan.skala_predikat import SkalaPredikat, skala_predikat
from doc_templates.kinerja.jalan import SUB_KEGIATAN, anggaran_in, indikator_in, sasaran_in
from doc_templates.kinerja.model import Program
from doc_templates.kinerja.rujukan import Jejak, Pencari, Rujukan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from doc_templates.kinerja.jalan import TempatAnggaran, TempatIndikator, TempatSasaran
    from doc_templates.kinerja.model import (
        Bukti,
        DataKinerja,
        Pembanding,
        RealisasiAnggaran,
        RealisasiTriwulan,
        RencanaAksi,
        TahunLalu,
        TargetIndikator,
        Unit,
        VersiPerjanjian,
    )


@dataclass(frozen=True, slots=True)
class Versi:
    """A version of the agreement, looked up."""

    nomor: int
    """Position in the data, from 0."""
    isi: VersiPerjanjian
    target: Mapping[str, TargetIndikator]
    anggaran: tuple[TempatAnggaran, ...]
    """Every budget line, each before its parts; equal keys stay, so that no rupiah is lost."""
    program: Mapping[str, tuple[TempatAnggaran, ...]]
    """Key of an aim → the programmes that serve it."""
    sasaran: Mapping[str, tuple[str, ...]]
    """Key of a programme → keys of the aims that it serves."""


@dataclass(frozen=True, slots=True)
class Index:
    """Every part of a data set by its key, in the order in which it was written."""

    data: DataKinerja
    unit: Mapping[str, Unit]
    sasaran: Mapping[str, TempatSasaran]
    indikator: Mapping[str, TempatIndikator]
    ukuran: Mapping[str, tuple[TempatIndikator, ...]]
    """Key of an aim → its indicators."""
    versi: tuple[Versi, ...]
    realisasi: Mapping[str, Mapping[int, RealisasiTriwulan]]
    belanja: Mapping[str, RealisasiAnggaran]
    """Key of a sub kegiatan → what it spent and put out."""
    bukti: Mapping[str, Bukti]
    aksi: Mapping[str, tuple[RencanaAksi, ...]]
    tahun_lalu: Mapping[str, Mapping[int, TahunLalu]]
    pembanding: Mapping[str, tuple[Pembanding, ...]]
    skala: Mapping[str, SkalaPredikat]
    kelas: KelasCapaian
    """The table of the policy; the first one where the policy names none that exists."""
    rujukan: tuple[Rujukan, ...]
    """Every reference that was followed for this."""
    cari_unit: Pencari
    cari_bukti: Pencari

    def unit_of(self, rujukan: str) -> Unit | None:
        """The unit of that code or name; None where there is none, or not only one."""
        key, _ = self.cari_unit.cari(rujukan)
        return self.unit.get(key or "")

    def bukti_of(self, rujukan: str) -> Bukti | None:
        """The piece of evidence of that code."""
        key, _ = self.cari_bukti.cari(rujukan)
        return self.bukti.get(key or "")


def index_of(data: DataKinerja) -> Index:
    """Look a data set up; of equal keys the first is found, and checks tell of the others."""
    trail = Jejak()
    aims = _first({each.kunci: each for each in reversed([*sasaran_in(data.renstra)])})
    measures = _first({each.kunci: each for each in reversed([*indikator_in(data.renstra)])})
    find = Pencari((each.indikator.kode, each.indikator.uraian) for each in measures.values())
    find_aim = Pencari((each.sasaran.kode, each.sasaran.uraian) for each in aims.values())
    versions = tuple(
        _version(at, each, find, find_aim, trail) for at, each in enumerate(data.perjanjian)
    )
    realised = _of_indicators("realisasi", data.realisasi, find, trail)
    past = _of_indicators("tahun_lalu", data.tahun_lalu, find, trail)
    return Index(
        data=data,
        unit=_first({each.kode: each for each in reversed(data.unit)}),
        sasaran=aims,
        indikator=measures,
        ukuran=_together((each.sasaran, each) for each in measures.values()),
        versi=versions,
        realisasi={
            key: {each.ke: each for row in reversed(rows) for each in reversed(row.triwulan)}
            for key, rows in realised.items()
        },
        belanja=_spending(data, versions, trail),
        bukti=_first({each.kode: each for each in reversed(data.bukti)}),
        aksi=_of_indicators("rencana_aksi", data.rencana_aksi, find, trail),
        tahun_lalu={
            key: {each.tahun: each for each in reversed(rows)} for key, rows in past.items()
        },
        pembanding=_of_indicators("pembanding", data.pembanding, find, trail),
        skala={**skala_predikat(), **{each.nama: each for each in data.skala}},
        kelas=kelas_capaian().get(
            data.kebijakan.kelas_capaian, next(iter(kelas_capaian().values()))
        ),
        rujukan=tuple(trail.rujukan),
        cari_unit=Pencari((each.kode, each.nama) for each in data.unit),
        cari_bukti=Pencari((each.kode, "") for each in data.bukti),
    )


class _OfIndicator(Protocol):
    @property
    def indikator(self) -> str: ...


_Key = TypeVar("_Key")
_Thing = TypeVar("_Thing")
_Row = TypeVar("_Row", bound=_OfIndicator)


def _first(backwards: dict[_Key, _Thing]) -> dict[_Key, _Thing]:
    """The right way round again: filled from the end, the first of equal keys has won."""
    return dict(reversed(backwards.items()))


def _together(pairs: Iterable[tuple[_Key, _Thing]]) -> dict[_Key, tuple[_Thing, ...]]:
    found: dict[_Key, list[_Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return {key: tuple(things) for key, things in found.items()}


def _of_indicators(
    where: str, rows: Sequence[_Row], find: Pencari, trail: Jejak
) -> dict[str, tuple[_Row, ...]]:
    """Rows by the key of the indicator that each refers to."""
    followed = (
        (trail.ikuti(find, row.indikator, "indikator", f"{where}[{at}].indikator"), row)
        for at, row in enumerate(rows)
    )
    return _together((key, row) for key, row in followed if key is not None)


def _version(
    at: int, versi: VersiPerjanjian, find: Pencari, find_aim: Pencari, trail: Jejak
) -> Versi:
    where = f"perjanjian[{at}]"
    lines = tuple(anggaran_in(versi, where))
    targets = _of_indicators(f"{where}.target", versi.target, find, trail)
    served = tuple(_served(lines, find_aim, trail))
    return Versi(
        nomor=at,
        isi=versi,
        target={key: rows[0] for key, rows in targets.items()},
        anggaran=lines,
        program=_together((aim, line) for line, aim in served),
        sasaran=_together((line.kunci, aim) for line, aim in served),
    )


def _served(
    lines: Iterable[TempatAnggaran], find_aim: Pencari, trail: Jejak
) -> Iterable[tuple[TempatAnggaran, str]]:
    """(programme, aim) for every aim that a programme says it serves."""
    for line in lines:
        if isinstance(line.item, Program):
            for number, text in enumerate(line.item.sasaran):
                place = f"{line.where}.sasaran[{number}]"
                key = trail.ikuti(find_aim, text, "sasaran", place)
                if key is not None:
                    yield line, key


def _spending(
    data: DataKinerja, versions: Sequence[Versi], trail: Jejak
) -> dict[str, RealisasiAnggaran]:
    find = Pencari(
        (line.item.kode, line.item.uraian)
        for version in versions
        for line in version.anggaran
        if line.tingkat == SUB_KEGIATAN
    )
    found: dict[str, RealisasiAnggaran] = {}
    for at, each in enumerate(data.realisasi_anggaran):
        where = f"realisasi_anggaran[{at}].sub_kegiatan"
        key = trail.ikuti(find, each.sub_kegiatan, "sub kegiatan", where)
        if key is not None:
            found.setdefault(key, each)
    return found
