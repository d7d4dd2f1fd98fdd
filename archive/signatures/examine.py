"""What the signatures of a file say: who, when, over how much, and whether they are whole.

Whether a certificate may be trusted is not asked here: the roots of Indonesian providers are not
known to this installation, and a missing network must not refuse a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import CMSStructuralError
from pyhanko.sign.validation import SignatureCoverageLevel
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from archive.signatures.compare import BROKEN
from archive.signatures.errors import CopyBroken, CopyUnreadable, CopyUnsigned

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from pyhanko.sign.validation import EmbeddedPdfSignature


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a file."""

    field: str
    """Name of its field."""
    signer: str
    """As the certificate names them."""
    signed_at: datetime | None
    """As the signer's own clock says."""
    whole: bool
    """The bytes that it covers are those that were signed."""
    valid: bool
    """The key of the certificate made it."""
    last: bool
    """It covers the file to its end."""

    @property
    def sentence(self) -> str:
        """What it says, in one Indonesian sentence."""
        when = f" pada {self.signed_at:%Y-%m-%d %H:%M}" if self.signed_at else ""
        if not (self.whole and self.valid):
            return f"Tanda tangan {self.signer}{when} rusak: isi berkas bukan yang ditandatangani."
        cover = "mencakup seluruh berkas" if self.last else "diikuti tambahan sesudahnya"
        return f"Ditandatangani {self.signer}{when}; {cover}."


def signatures_of(path: Path) -> tuple[Signature, ...]:
    """The signatures of a PDF, oldest first; empty where it has none.

    Raises:
        CopyUnreadable: it is no PDF that can be read.
    """
    with path.open("rb") as stream:
        try:
            reader = PdfFileReader(stream, strict=False)
            return tuple(_signature(each) for each in reader.embedded_regular_signatures)
        except (PdfError, CMSStructuralError, SignatureValidationError, *BROKEN) as error:
            raise CopyUnreadable(type(error).__name__) from error


def ensure_signed(signatures: tuple[Signature, ...]) -> None:
    """Refuse a file without a signature, or with one that does not hold.

    Raises:
        CopyUnsigned, CopyBroken: as their names say.
    """
    if not signatures:
        raise CopyUnsigned
    for each in signatures:
        if not (each.whole and each.valid):
            raise CopyBroken(each.sentence)


def _signature(embedded: EmbeddedPdfSignature) -> Signature:
    # What was added is judged against the issued file (compare.py), so not once more here.
    embedded.compute_integrity_info(skip_diff=True)
    certificate = embedded.signer_cert
    whole, valid = validate_sig_integrity(
        embedded.signer_info,
        certificate,
        expected_content_type="data",
        actual_digest=embedded.compute_digest(),
    )
    subject = certificate.subject.native
    return Signature(
        field=str(embedded.field_name),
        signer=str(subject.get("common_name") or certificate.subject.human_friendly),
        signed_at=embedded.self_reported_timestamp,
        whole=whole and embedded.coverage >= SignatureCoverageLevel.ENTIRE_REVISION,
        valid=valid,
        last=embedded.coverage is SignatureCoverageLevel.ENTIRE_FILE,
    )
