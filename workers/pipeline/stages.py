"""The stages as data: which there are, in which order, and what a retry may trust of each.

A finished stage is remembered by the digest of what it was given and of the file that it made.
A retry takes the file over where both still hold; otherwise it does the stage again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from workers.job import Recipe
from workers.pipeline.artifacts import (
    CheckedPdf,
    Draft,
    FilledDocx,
    PlainPdf,
    SignatureBox,
    StampedPdf,
    digest_of,
)
from workers.pipeline.convert import convert
from workers.pipeline.file import file_away, software_version
from workers.pipeline.fill import fill
from workers.pipeline.gate import pass_gate
from workers.pipeline.stamp import stamp

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from archive.archive import Archive
    from archive.records import Receipt
    from workers.job import Job
    from workers.pipeline.convert import Converter
    from workers.tools.docx import Forms

Facts = Mapping[str, Any]
"""What a checkpoint keeps of an artifact besides its file: plain JSON."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the stages of one job work with."""

    job: Job
    folder: Path
    """The job's own working folder."""
    forms: Forms
    converter: Converter
    archive: Archive
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step; the artifacts' types keep the order inside the functions."""

    name: str
    work: Callable[[Any, Bench], Any]
    """Does it: previous artifact → next artifact."""
    file: str = ""
    """Name of the file it leaves in the working folder; a stage without one is never skipped."""
    facts: Callable[[Any], dict[str, Any]] = lambda _: {}
    """Artifact → what to remember."""
    recall: Callable[[Any, Path, Facts], Any] | None = None
    """Previous artifact, file and facts → the artifact again."""

    def remembered(self, given: Any, noted: Facts | None, *, folder: Path) -> Any | None:  # noqa: ANN401 — artifacts have no common type
        """The artifact of an earlier attempt, where it can be trusted."""
        if self.recall is None or noted is None or noted.get("given") != identity(given):
            return None
        path = folder / self.file
        if not path.is_file() or digest_of(path) != noted.get("made"):
            return None
        return self.recall(given, path, noted["facts"])

    def noted(self, given: Any, made: Any, *, seconds: float) -> dict[str, Any]:  # noqa: ANN401
        """The checkpoint of a stage that was just done."""
        return {
            "given": identity(given),
            "made": identity(made),
            "facts": self.facts(made),
            "seconds": round(seconds, 4),
        }


def identity(artifact: Draft | FilledDocx | PlainPdf | StampedPdf | CheckedPdf | Receipt) -> str:
    """A digest that tells two artifacts apart."""
    match artifact:
        case Draft():
            return _identity_of_draft(artifact)
        case FilledDocx() | PlainPdf() | StampedPdf():
            return artifact.digest
        case CheckedPdf():
            return artifact.stamped.digest
        case _:
            return artifact.inventory.value


def _identity_of_draft(draft: Draft) -> str:
    parts = (
        software_version(),
        draft.kind.name,
        draft.kind.digest,
        draft.form.digest if draft.form else "",
        draft.data.model_dump_json(by_alias=True),
        repr((draft.number, draft.code, draft.verify_url)),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _signatures(facts: Facts) -> tuple[SignatureBox, ...]:
    return tuple(
        SignatureBox(**{**each, "box": tuple(each["box"])}) for each in facts["signatures"]
    )


FILL: Final = Stage(
    "fill",
    lambda draft, bench: fill(draft, folder=bench.folder, forms=bench.forms),
    file="document.docx",
    recall=lambda draft, path, _: FilledDocx(path=path, digest=digest_of(path), draft=draft),
)
CONVERT: Final = Stage(
    "convert",
    lambda filled, bench: convert(filled, converter=bench.converter, folder=bench.folder),
    file="plain.pdf",
    facts=lambda plain: {"engine": dict(plain.engine)},
    recall=lambda filled, path, facts: PlainPdf(path, digest_of(path), filled, facts["engine"]),
)
STAMP: Final = Stage(
    "stamp",
    lambda plain, bench: stamp(plain, folder=bench.folder),
    file="document.pdf",
    facts=lambda stamped: {
        "pages": stamped.pages,
        "signatures": [asdict(each) for each in stamped.signatures],
    },
    recall=lambda plain, path, facts: StampedPdf(
        path, digest_of(path), plain, facts["pages"], _signatures(facts)
    ),
)
GATE: Final = Stage(
    "gate",
    lambda stamped, _: pass_gate(stamped),
    file="document.pdf",
    facts=lambda checked: {"fonts": dict(checked.fonts), "notes": list(checked.notes)},
    recall=lambda stamped, _, facts: CheckedPdf(stamped, facts["fonts"], tuple(facts["notes"])),
)
FILE: Final = Stage(
    "file",
    lambda checked, bench: file_away(
        checked, job=bench.job, archive=bench.archive, now=bench.now()
    ),
)

RECIPES: Final[Mapping[Recipe, tuple[Stage, ...]]] = {
    Recipe.ISSUE: (FILL, CONVERT, STAMP, GATE, FILE),
    Recipe.KONSEP: (FILL, CONVERT, STAMP, GATE),
}

KEPT: Final = frozenset(stage.file for stage in RECIPES[Recipe.ISSUE] if stage.file)
"""What may lie in a working folder when an attempt begins; all else is some death's leftover."""
