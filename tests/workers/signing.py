"""A signing program as an office would use one, with a certificate made for one test run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

if TYPE_CHECKING:
    from pathlib import Path


def sign(source: Path, target: Path, *, field: str, ink: Path) -> None:
    """Sign in a field that the PDF already offers; the ink is a page of another PDF."""
    with source.open("rb") as issued, target.open("wb") as signed:
        writer = IncrementalPdfFileWriter(issued)
        signer = signers.PdfSigner(
            signers.PdfSignatureMetadata(
                field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
            ),
            signer=_signer(),
            stamp_style=StaticStampStyle.from_pdf_file(
                str(ink), border_width=0, background_opacity=1
            ),
        )
        signer.sign_pdf(writer, output=signed, existing_fields_only=True)


@cache
def _signer() -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = certificates.Name(
        [certificates.NameAttribute(NameOID.COMMON_NAME, "Sri Wahyuningsih (uji)")]
    )
    now = datetime.now(UTC)
    certificate = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            certificates.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    der = serialization.Encoding.DER
    private = key.private_bytes(
        der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),
    )
