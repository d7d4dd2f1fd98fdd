"""Is this the issued document with nothing but signatures added?

Whoever signs appends to the file (PDF 2.0 §7.5.6), so a signed copy begins with the issued bytes.
What follows may hold signatures, their looks and what proves them later, and nothing else: a
signature alone proves little, for it may have been set on top of a change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.constants import ACROFORM_EXEMPT_STRICT_COMPARISON

from archive.signatures.errors import CopyUnlike, CopyUnreadable, CopyUnsigned

if TYPE_CHECKING:
    from pathlib import Path

_LTA: Final = ModificationLevel.LTA_UPDATES
SIGNATURES_ONLY: Final = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),
        DocInfoRule().as_qualified(_LTA),
        XrefStreamRule().as_qualified(_LTA),
        ObjectStreamRule().as_qualified(_LTA),
        DSSCompareRule().as_qualified(_LTA),
        MetadataUpdateRule().as_qualified(_LTA),
    ],
    # Without the rule for other fields: filling a form changes what a reader sees.
    form_rule=FormUpdatingRule(
        field_rules=[SigFieldCreationRule(), SigFieldModificationRule()],
        # The first to sign tells so in the flags; pyHanko looks at files that are signed already.
        ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | {"/SigFlags"},
    ),
)
"""What may follow the issued bytes; pyHanko's own default also lets forms be filled."""


BROKEN: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    OSError,
    OverflowError,
    RecursionError,
    NotImplementedError,
)
"""What a reader of PDF throws at files made to break it; none of it is our fault."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How a signed copy grew out of the issued file."""

    issued_bytes: int
    whole_bytes: int
    revisions_added: int


def compare(issued: Path, copy: Path) -> Growth:
    """How the copy grew out of the issued file.

    Raises:
        CopyUnsigned: it is the issued file, nothing was added.
        CopyUnlike: it does not begin with the issued bytes, or more than signatures was added.
        CopyUnreadable: it begins so, but what follows is no PDF.
    """
    size, whole = issued.stat().st_size, copy.stat().st_size
    if not _begins(issued, copy):
        raise CopyUnlike("isinya tidak diawali isi dokumen yang diterbitkan")
    if whole == size:
        raise CopyUnsigned
    with copy.open("rb") as stream:
        try:
            reader = PdfFileReader(stream, strict=False)
            base = _last_revision(reader, size)
            result = SIGNATURES_ONLY.review_file(reader, base)
            added = reader.xrefs.total_revisions - base - 1
        except (PdfError, SuspiciousModification, *BROKEN) as error:
            raise CopyUnreadable(type(error).__name__) from error
    if isinstance(result, SuspiciousModification):
        raise CopyUnlike("sesudah diterbitkan ada yang diubah selain tanda tangan")
    if not added:
        raise CopyUnlike("yang ditambahkan bukan tanda tangan")
    return Growth(size, whole, added)


def _begins(issued: Path, copy: Path) -> bool:
    with issued.open("rb") as left, copy.open("rb") as right:
        while part := left.read(2**20):
            if right.read(len(part)) != part:
                return False
    return True


def _last_revision(reader: PdfFileReader, size: int) -> int:
    """Number of the last revision that lies within the issued bytes."""
    within = [
        number
        for number in range(reader.xrefs.total_revisions)
        if reader.xrefs.get_startxref_for_revision(number) < size
    ]
    if not within:
        raise LookupError(size)
    return max(within)
