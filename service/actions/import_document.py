"""Read an old document into a data file, and keep the old file and all findings beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doc_templates.errors import NotImportable
from doc_templates.old_file import MAX_BYTES
from doc_templates.registry import kinds
from service.errors import DataMissing, DataUnreadable, TargetExists, TargetUnusable
from service.placing import ensure_folder, placed

if TYPE_CHECKING:
    from doc_templates.kind import Kind
    from doc_templates.old_file import Noticed, Reading


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an old document."""

    reading: Reading
    data: Path
    """The data file."""
    original: Path
    """The old file, byte for byte."""
    findings: Path
    """All findings of the reading, as JSON."""


def import_document(
    name: str, *, kind: Kind, to: str | None = None, profile: str | None = None, overwrite: bool
) -> Imported:
    """Read an old file and write copy, findings and data; nothing where it cannot be read.

    Args:
        name: of the old file.
        kind: of the document in it.
        to: name of the data file; that of the old file with ``.json``, here, when None.
        profile: the form that a person wants; chosen by the file itself when None.
        overwrite: True to replace what an earlier import wrote.

    Raises:
        NotImportable: the kind reads no old documents.
        OldFileError: the file cannot be read; the sentence says why.
        TargetExists: a file is in the way.
    """
    if kind.read is None:
        known = (each.name for each in kinds().values() if each.read is not None)
        raise NotImportable(kind.name, known)
    source = Path(name)
    content = _content_of(name, source)
    targets = _targets(source, Path(to) if to else Path(f"{source.stem}.json"))
    for target in targets:
        ensure_folder(target.parent)
        if target.exists() and target.samefile(source):
            raise TargetUnusable(target, "itu naskah lama yang sedang dibaca")
        if target.exists() and not overwrite:
            raise TargetExists(target)
    reading = kind.read(source.name, content, profile=profile)
    imported = Imported(reading, *targets)
    _write(imported, content, overwrite=overwrite)
    return imported


def noticed_json(noticed: Noticed) -> dict[str, Any]:
    """A finding of a reading for a program: with its place in the data and in the old file."""
    finding = noticed.finding
    return {
        "code": finding.code,
        "level": finding.level.value,
        "where": finding.where,
        "source": noticed.source,
        "sentence": finding.sentence,
        "suggestions": list(finding.suggestions),
    }


def _content_of(name: str, source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise DataMissing(name) from error
    except IsADirectoryError as error:
        raise DataUnreadable(name, "ini sebuah folder") from error
    except PermissionError as error:
        raise DataUnreadable(name, "izin baca tidak ada") from error
    except (OSError, ValueError) as error:
        raise DataUnreadable(name, str(error)) from error


def _targets(source: Path, data: Path) -> tuple[Path, Path, Path]:
    """Data, copy and findings: ``sop.json``, ``sop.asli.docx``, ``sop.temuan.json``."""
    stem = data.name.removesuffix(".json")
    original = data.with_name(f"{stem}.asli{source.suffix}")
    return data, original, data.with_name(f"{stem}.temuan.json")


def _write(imported: Imported, content: bytes, *, overwrite: bool) -> None:
    model = imported.reading.model.model_dump(mode="json", exclude_unset=True)
    findings = {
        "asal": model.get("asal"),
        "temuan": [noticed_json(each) for each in imported.reading.noticed],
    }
    # The data come last: where they lie, the other two lie as well.
    with placed(imported.original, overwrite=overwrite) as aside:
        aside.write_bytes(content)
    with placed(imported.findings, overwrite=overwrite) as aside:
        aside.write_text(_json(findings), encoding="utf-8")
    with placed(imported.data, overwrite=overwrite) as aside:
        aside.write_text(_json(model), encoding="utf-8")


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
