"""Write collection forms for units of an office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doc_templates.formulir.susun import susun, unit_pengisi
from doc_templates.formulir.tulis import tulis
from service.actions.data_set import look_up
from service.placing import ensure_folder, placed

if TYPE_CHECKING:
    from pathlib import Path

    from doc_templates.formulir.bentuk import Formulir
    from doc_templates.kinerja.index import Index
    from doc_templates.tanggal import Tanggal
    from service.located import DataFile


@dataclass(frozen=True, slots=True)
class Made:
    """A form that was written."""

    form: Formulir
    path: Path


def make_forms(
    data: DataFile,
    *,
    unit: str | None,
    triwulan: int,
    to: Path,
    due: Tanggal | None = None,
    overwrite: bool,
) -> list[Made]:
    """Write the form of a unit, or of every unit that has something to fill.

    Args:
        data: file with the data set.
        unit: code or name; every unit when None.
        triwulan: quarter, 1 to 4.
        to: a file that ends with ``.xlsx``, or a folder; of several units always a folder.
        due: when the forms must be back; by the calendar when None.
        overwrite: True to replace forms that lie there.

    Raises:
        DataInvalid: the file holds no data set.
        FormUnitUnknown: there is no such unit.
        FormEmpty: the unit has nothing to fill.
        FormUnwritable: a text of the data that no cell can hold.
        TargetExists: a form lies there already.
    """
    # All are written in memory first: one that cannot be leaves none of them behind.
    forms = forms_of(look_up(data), unit=unit, triwulan=triwulan, due=due)
    single = unit is not None and to.suffix.lower() == ".xlsx"
    ensure_folder(to.parent if single else to)
    whole = [(form, to if single else to / form_name(form), content) for form, content in forms]
    for _, path, content in whole:
        with placed(path, overwrite=overwrite) as aside:
            aside.write_bytes(content)
    return [Made(form, path) for form, path, _ in whole]


def forms_of(
    index: Index, *, unit: str | None, triwulan: int, due: Tanggal | None = None
) -> list[tuple[Formulir, bytes]]:
    """The form of a unit, or of every unit that has something to fill, and its XLSX.

    Raises:
        FormUnitUnknown, FormEmpty, FormUnwritable: as in ``make_forms``.
    """
    codes = (unit,) if unit else unit_pengisi(index, triwulan)
    forms = [susun(index, each, triwulan, batas_waktu=due) for each in codes]
    return [(form, tulis(form)) for form in forms]


def form_name(form: Formulir) -> str:
    """``formulir-kinerja-2024-TW2-BID-IKP.xlsx``."""
    identity = form.identitas
    unit = re.sub(r"[^\w.-]+", "-", identity.unit).strip("-.") or "unit"
    return f"formulir-{identity.formulir}-{identity.tahun}-TW{identity.triwulan}-{unit}.xlsx"
