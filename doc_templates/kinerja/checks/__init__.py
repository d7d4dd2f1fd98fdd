"""What is to be said about a data set, for each document only what concerns it."""

from __future__ import annotations

from doc_templates.kinerja.checks.keperluan import (
    check,
    check_perjanjian,
    check_rencana_aksi,
    check_tahunan,
    check_triwulan,
)

__all__ = [
    "check",
    "check_perjanjian",
    "check_rencana_aksi",
    "check_tahunan",
    "check_triwulan",
]
