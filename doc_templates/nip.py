"""NIP: the eighteen digits that name a civil servant, read but never repaired.

PNS: 8 birth (YYYYMMDD) · 6 appointment (YYYYMM) · 1 sex · 3 serial.
PPPK: 8 birth · 4 year · the digit 2 · 1 contract · 1 sex · 3 serial. There is no check digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from doc_templates import codes
from doc_templates.tanggal import Tanggal

if TYPE_CHECKING:
    from doc_templates.findings import Finding

LENGTH: Final = 18
AGES: Final = range(16, 46)
"""Age at appointment that gives no warning; cadets of STPDN entered at 19, so no floor of 20."""

_GROUPS: Final = re.compile(r"\d{8} \d{6} \d \d{3}")
_MARK_OF_PPPK: Final = "2"


@dataclass(frozen=True, slots=True)
class Nip:
    """What the eighteen digits say."""

    bentuk: Literal["PNS", "PPPK"]
    lahir: date
    tahun_pengangkatan: int
    bulan_pengangkatan: int | None
    """None for PPPK, whose number holds only the year."""
    jenis_kelamin: Literal["pria", "wanita"]
    nomor_urut: int

    @property
    def umur_pengangkatan(self) -> int:
        """Whole years between birth and appointment, to the year where no month is known."""
        months = self.tahun_pengangkatan * 12 + (self.bulan_pengangkatan or 12) - 1
        return (months - (self.lahir.year * 12 + self.lahir.month - 1)) // 12


def digits_of(text: str) -> str:
    """The digits alone, for comparing and storing apart from the printed form."""
    return "".join(each for each in text if each in "0123456789")


def grouped(digits: str) -> str:
    """Eighteen digits as they are printed: 8-6-1-3."""
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def read_nip(text: str) -> Nip | None:
    """What a NIP says, or None where it is not a sound one."""
    digits = digits_of(text)
    if len(digits) != LENGTH or digits[14] not in "12":
        return None
    born = _birth(digits)
    pppk = digits[12] == _MARK_OF_PPPK
    month = None if pppk else int(digits[12:14])
    if born is None or month not in (None, *range(1, 13)):
        return None
    return Nip(
        bentuk="PPPK" if pppk else "PNS",
        lahir=born,
        tahun_pengangkatan=int(digits[8:12]),
        bulan_pengangkatan=month,
        jenis_kelamin="pria" if digits[14] == "1" else "wanita",
        nomor_urut=int(digits[15:]),
    )


def told(text: str) -> str:
    """What a sound NIP says of its bearer, in Indonesian; empty for one that is not sound."""
    nip = read_nip(text)
    if nip is None:
        return ""
    born = Tanggal(nip.lahir.year, nip.lahir.month, nip.lahir.day).teks
    appointed = Tanggal(nip.tahun_pengangkatan, nip.bulan_pengangkatan).teks
    return f"lahir {born}, diangkat {appointed} pada umur {nip.umur_pengangkatan} tahun"


def check_nip(text: str, where: str) -> list[Finding]:
    """What is odd about a NIP as typed; the text itself stays as it is."""
    digits = digits_of(text)
    found = [*_check_characters(text, where)]
    if len(digits) != LENGTH:
        return [*found, _wrong_length(text, digits, where)]
    found += _check_date(digits, where)
    if digits[14] not in "12":
        found.append(
            codes.NIP_SEX.at(
                where,
                f"Angka ke-15 NIP {text} adalah {digits[14]}, bukan 1 (pria) atau 2 (wanita); "
                "mohon cocokkan dengan surat keputusan.",
            )
        )
    nip = read_nip(text)
    if nip and nip.umur_pengangkatan not in AGES:
        found.append(
            codes.NIP_AGE.at(
                where,
                f"Menurut NIP {text} yang bersangkutan diangkat pada umur "
                f"{nip.umur_pengangkatan} tahun; mohon cocokkan dengan surat keputusan.",
            )
        )
    if not _GROUPS.fullmatch(text):
        found.append(
            codes.NIP_SPACING.at(
                where,
                f"NIP {text} lazim ditulis dalam kelompok 8-6-1-3; tetap dicetak seperti tertulis.",
                grouped(digits),
            )
        )
    return found


def candidates(text: str) -> tuple[str, ...]:
    """Sound NIPs that differ from an over-long one by a single surplus digit."""
    digits = digits_of(text)
    if len(digits) != LENGTH + 1:
        return ()
    shorter = dict.fromkeys(digits[:at] + digits[at + 1 :] for at in range(len(digits)))
    return tuple(grouped(each) for each in shorter if _is_plausible(each))


def _is_plausible(digits: str) -> bool:
    nip = read_nip(digits)
    return nip is not None and nip.umur_pengangkatan in AGES


def _birth(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _check_characters(text: str, where: str) -> list[Finding]:
    strange = sorted({each for each in text if each not in "0123456789 "})
    if not strange:
        return []
    return [
        codes.NIP_CHARACTER.at(
            where,
            f"NIP {text!r} memuat tanda {' '.join(map(repr, strange))} selain angka dan spasi; "
            "mohon periksa kembali.",
        )
    ]


def _wrong_length(text: str, digits: str, where: str) -> Finding:
    offers = candidates(text)
    meant = " atau ".join(f"{each} ({told(each)})" for each in offers)
    remedy = f"mungkin {meant}; cocokkan dengan surat keputusan" if offers else "periksa kembali"
    return codes.NIP_LENGTH.at(
        where, f"NIP {text} berisi {len(digits)} angka, seharusnya {LENGTH}; {remedy}.", *offers
    )


def _check_date(digits: str, where: str) -> list[Finding]:
    wrong = []
    if _birth(digits) is None:
        wrong.append(f"tanggal lahir {digits[:8]}")
    if digits[12] != _MARK_OF_PPPK and not 1 <= int(digits[12:14]) <= 12:  # noqa: PLR2004 - months
        wrong.append(f"bulan pengangkatan {digits[12:14]}")
    if not wrong:
        return []
    return [
        codes.NIP_DATE.at(
            where,
            f"Di dalam NIP, {' dan '.join(wrong)} tidak ada di penanggalan; "
            "mohon cocokkan dengan surat keputusan.",
        )
    ]
