"""The sum of written values: of the numbers among them; where there is none, a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.kinerja.nilai import KOSONG, Angka, Ketiadaan, TakTerbaca, Tiada
from doc_templates.kinerja.pembulatan import cetak, jumlah_tepat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from doc_templates.kinerja.nilai import Nilai


def jumlahkan(values: Sequence[Nilai], *, tulis: Callable[[Decimal], str] = cetak) -> Nilai:
    """The exact sum of the numbers, with as many decimals as the longest of them.

    What is missing or unreadable is not added: 0 would be a claim. Notes under the tables name
    it, and an unreadable value blocks the issue.

    Args:
        values: in their order.
        tulis: how the sum is printed; a single number keeps its own text.
    """
    numbers = [each for each in values if isinstance(each, Angka)]
    if len(numbers) == 1:
        return numbers[0]
    if not numbers:
        return tanpa_angka(values)
    total = jumlah_tepat(each.nilai for each in numbers)
    return Angka(total, tulis(total))


def tanpa_angka(values: Sequence[Nilai]) -> Nilai:
    """What stands for values without a number: an unreadable one before a missing one.

    “Tidak berlaku” only where that holds for all.
    """
    unreadable = (each for each in values if isinstance(each, TakTerbaca))
    missing = (
        each
        for each in values
        if isinstance(each, Tiada) and each.sebab is not Ketiadaan.TIDAK_BERLAKU
    )
    return next(unreadable, None) or next(missing, None) or next(iter(values), KOSONG)
