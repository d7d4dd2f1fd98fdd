"""Many documents in one run: which files are meant, of which kinds, and what was noticed."""

# ruff: noqa: PLC0415 - what a command needs is loaded when it runs, so --help answers at once

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Final

from service.cli.output import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from doc_templates.findings import Finding
    from doc_templates.kind import Kind
    from service.actions.handing_over import Asked
    from workers.jobs import Job

_LEVELS: Final = "EWI"


@dataclass(slots=True)
class Line:
    """What became of one data file."""

    name: str
    asked: Asked | None = None
    job: Job | None = None
    error: Exception | None = None

    @property
    def findings(self) -> Sequence[Finding]:
        """All that was noticed, also where it held the document back."""
        from service.errors import IssueBlocked

        if isinstance(self.error, IssueBlocked):
            return self.error.findings
        return self.asked.findings if self.asked else ()


def kind_and_files(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The kind, where the first word names one, and the files that the others mean.

    A pattern such as ``naskah/*.json`` means every file that fits, also where no shell has
    spelled it out; a file that is meant twice counts once.
    """
    from doc_templates.registry import data_kinds

    named = words[0] if words[0] in data_kinds() else None
    files = _spelled_out(words[1:] if named else words)
    return named, list({Path(each).resolve(): each for each in files}.values())


def kind_of_file(name: str) -> Kind:
    """The kind with which a file's name begins: ``laporan_triwulan-tw-2.json``.

    Raises:
        KindUnsaid: the name begins with none.
    """
    from doc_templates.registry import kinds
    from service.errors import KindUnsaid

    stem = Path(name).stem
    fits = [each for each in kinds().values() if f"{stem}-".startswith(f"{each.name}-")]
    if not fits:
        raise KindUnsaid(name)
    return max(fits, key=lambda each: len(each.name))


def key_of_file(key: str | None, name: str) -> str | None:
    """The key of one document of a run: files of other folders may bear the same name."""
    path = Path(name).resolve()
    return f"{key}/{path.parent.name}/{path.stem}" if key else None


def counted(findings: Iterable[Finding]) -> str:
    """How many of each level: ``1E 3W``; empty where there are none."""
    levels = Counter(each.level.value for each in findings)
    return " ".join(f"{levels[each]}{each}" for each in _LEVELS if levels[each])


def show_summary(lines: Sequence[Line]) -> None:
    """How the run ended, and what was noticed in it, by code."""
    by_code: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for each in line.findings:
            by_code.setdefault((each.level.value, each.code), []).append(line.name)
    if by_code:
        rows = [
            (level, code, len(names), len(set(names)))
            for (level, code), names in sorted(
                by_code.items(), key=lambda item: (_LEVELS.index(item[0][0]), item[0][1])
            )
        ]
        say()
        table(("TINGKAT", "TEMUAN", "BANYAKNYA", "BERKAS"), rows)
    failed = sum(each.error is not None for each in lines)
    repeated = sum(bool(each.asked and each.asked.repeated) for each in lines)
    parts = [f"{len(lines) - failed} dari {len(lines)} berkas berhasil"]
    parts += [f"{repeated} sudah pernah diminta dan tidak digandakan"] if repeated else []
    parts += [f"{failed} gagal"] if failed else []
    say()
    say(f"{'; '.join(parts)}.")


def zip_names(lines: Sequence[Line]) -> dict[str, Job]:
    """Name in the ZIP → job, of every line whose document is filed."""
    filed = [(each, each.job) for each in lines if each.job and each.job.version]
    stems = Counter(_stem(line, job) for line, job in filed)
    named: dict[str, Job] = {}
    for line, job in filed:
        stem = _stem(line, job)
        folder = f"{Path(line.name).resolve().parent.name}/" if stems[stem] > 1 else ""
        name = f"{folder}{stem}.pdf"
        # Two folders of one name: the document's own id tells them apart.
        named[name if name not in named else f"{folder}{stem}-{job.document}.pdf"] = job
    return named


def _stem(line: Line, job: Job) -> str:
    stem = Path(line.name).stem
    return stem if f"{stem}-".startswith(f"{job.kind}-") else f"{job.kind}-{stem}"


def _spelled_out(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        # Path.glob begins in a folder, and a person's pattern may begin anywhere.
        found = sorted(glob(word, recursive=True)) if has_magic(word) else []  # noqa: PTH207
        if Path(word).exists() or not found:
            yield word
        else:
            yield from (each for each in found if Path(each).is_file())
