"""Read returned forms against the data set, and take them in when a person accepts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from doc_templates.formulir.berkas import MAX_BYTES
from doc_templates.formulir.kembali import Kembali, baca_formulir, bersama
from doc_templates.formulir.terima import terima
from service.actions.data_set import look_up
from service.errors import DataMissing, DataUnreadable
from service.located import DataFile
from service.placing import placed
from service.reading import is_json
from service.writing import write_back

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

KEPT: Final = ".formulir"
"""Ending of the folder beside a data file that holds the forms taken in."""
SUMS: Final = "SHA256SUMS"
_THOUSANDTHS: Final = 3


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A file, and what was read from it."""

    path: Path
    content: bytes
    read: Kembali


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was written."""

    kept: Path | None
    """The copy of the data file as it first was; None where nothing was written."""
    forms: tuple[Path, ...]
    """Where the returned files lie now, byte for byte."""


def read_forms(
    names: Sequence[str], data: DataFile, *, unit: str | None, triwulan: int | None
) -> list[ReturnedForm]:
    """Read each file; a bad one gives findings and does not hold up the others.

    Raises:
        DataMissing, DataUnreadable: a file cannot be opened at all.
        DataInvalid: the data file holds no data set.
    """
    index = look_up(data)
    paths = [Path(each) for each in names]
    contents = [_content(each) for each in paths]
    read = [
        baca_formulir(path.name, content, index, unit=unit, triwulan=triwulan)
        for path, content in zip(paths, contents, strict=True)
    ]
    return [ReturnedForm(*each) for each in zip(paths, contents, bersama(read), strict=True)]


def take_in_forms(
    forms: Sequence[ReturnedForm], data: DataFile, *, oleh: str, pada: datetime
) -> TakenIn:
    """Write the changes of all forms into the data file; the forms are kept beside it first.

    Args:
        forms: none of them held back by a finding.
        data: the file against which they were read.
        oleh: who accepts.
        pada: when, UTC.

    Raises:
        DataInvalid: the result would not fit the data set; nothing is written.
        TargetUnusable: the folder does not let us write.
    """
    changing = [each for each in forms if each.read.perubahan]
    if not changing:
        return TakenIn(None, ())
    index = look_up(data)
    content = terima(data.content, [each.read for each in changing], index, oleh=oleh, pada=pada)
    path = Path(data.name)
    if not is_json(data.name, path.read_text(encoding="utf-8-sig")):
        content = _as_texts(content)
    # What does not fit is refused before anything is written.
    look_up(DataFile(name=data.name, content=content, places={}))
    folder = path.with_name(path.name + KEPT)
    kept = tuple(_keep(each, folder) for each in changing)
    return TakenIn(write_back(data, content), kept)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DataMissing(str(path)) from error
    except IsADirectoryError as error:
        raise DataUnreadable(str(path), "ini sebuah folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataUnreadable(str(path), reason) from error


def _keep(form: ReturnedForm, folder: Path) -> Path:
    """Put the file into the folder under its digest, which stands in the sums as well."""
    target = folder / f"{form.read.sha256[:12]}-{form.path.name}"
    with placed(target, overwrite=True) as aside:
        aside.write_bytes(form.content)
    sums = folder / SUMS
    line = f"{form.read.sha256}  {target.name}\n"
    known = sums.read_text(encoding="utf-8") if sums.exists() else ""
    if line not in known:
        with placed(sums, overwrite=True) as aside:
            aside.write_text(known + line, encoding="utf-8")
    return target


def _as_texts(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data for YAML, where every value is text: fractions in their Indonesian form."""
    if isinstance(value, dict):
        return {key: _as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_texts(each) for each in value]
    if isinstance(value, Decimal):
        text = f"{value:f}".replace(".", ",")
        # A fourth digit, because three behind one comma could be thousands.
        return f"{text}0" if len(text.partition(",")[2]) == _THOUSANDTHS else text
    return value
