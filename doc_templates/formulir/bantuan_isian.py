"""Help at each input: drop-down words, a hint on how to write, a limit on length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from doc_templates.formulir.tata import TEKS_TERPANJANG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from doc_templates.formulir.bentuk import Isian

_Key = tuple[str, tuple[str, ...], bool, str]


class Bantuan:
    """Gathers the inputs that are helped alike, so that each rule is written once."""

    def __init__(self, lists: Mapping[tuple[str, ...], str]) -> None:
        """Take in the ranges in which the words to choose from stand."""
        self._lists = lists
        self._rules: dict[_Key, DataValidation] = {}

    def untuk(self, cell: Cell, isian: Isian) -> None:
        """Help at this input."""
        key = (isian.jenis, isian.pilihan, isian.hanya_pilihan, isian.satuan)
        rule = self._rules.get(key)
        if rule is None:
            rule = self._rules[key] = self._rule(isian)
        rule.add(cell)

    def pasang(self, sheet: Worksheet) -> None:
        """Put all rules onto the sheet."""
        for rule in self._rules.values():
            sheet.add_data_validation(rule)

    def _rule(self, isian: Isian) -> DataValidation:
        if isian.jenis == "nilai":
            return self._value(isian)
        rule = DataValidation(
            type="textLength",
            operator="lessThanOrEqual",
            formula1=str(TEKS_TERPANJANG),
            allow_blank=True,
            errorTitle="Terlalu panjang",
            error=f"Paling banyak {TEKS_TERPANJANG} huruf; ringkaslah, atau lampirkan bukti.",
        )
        if isian.jenis == "kode_bukti":
            _hint(rule, "Kode bukti", "Kode dari lembar Bukti; beberapa kode dipisah titik koma.")
        elif isian.jenis == "kode":
            _hint(rule, "Kode bukti", "Kode baru yang belum dipakai, misalnya B-001.")
        elif isian.jenis == "tanggal":
            _hint(rule, "Tanggal bukti", "Misalnya 5 April 2024.")
        return rule

    def _value(self, isian: Isian) -> DataValidation:
        rule = DataValidation(
            type="list",
            formula1=self._lists[isian.pilihan],
            allow_blank=True,
            # Where numbers are asked for, the list only offers the words for their absence.
            showErrorMessage=isian.hanya_pilihan,
            errorTitle="Pilih dari daftar",
            error="Isian ini hanya menerima salah satu sebutan pada daftar.",
        )
        if isian.hanya_pilihan:
            _hint(rule, "Pilih predikat", "Klik panah di kanan sel, lalu pilih satu.")
        elif isian.uang:
            _hint(rule, "Rupiah penuh", "Misalnya 1234567. Hanya triwulan ini; 0 bila nihil.")
        else:
            unit = f" {isian.satuan}" if isian.satuan else ""
            _hint(rule, f"Angka{unit}"[:32], "Misalnya 85,5. Hanya triwulan ini; 0 bila nihil.")
        return rule


def _hint(rule: DataValidation, title: str, text: str) -> None:
    rule.promptTitle, rule.prompt, rule.showInputMessage = title, text, True
