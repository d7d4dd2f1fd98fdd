"""Bundle: the PDFs of many documents in one ZIP, with the digest of each."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from service.actions.open_document import MAIN_FILE, open_document, take_out
from service.errors import TargetExists
from service.packing import SUMS, entry
from service.placing import ensure_folder, placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.app import House
    from workers.jobs import Job


def ensure_bundle(to: Path, *, overwrite: bool) -> None:
    """Refuse before anything is issued a place where the ZIP can never lie.

    Raises:
        TargetExists: a file is in the way, and overwriting was not asked for.
        TargetUnusable: the folder cannot hold it.
    """
    if to.exists() and not overwrite:
        raise TargetExists(to)
    ensure_folder(to.parent)


def bundle(jobs: Mapping[str, Job], *, to: Path, overwrite: bool, house: House) -> None:
    """Write the PDFs of filed jobs into a ZIP, each byte checked against the archive.

    Args:
        jobs: name of the PDF in the ZIP → filed job.
        to: the ZIP.
        overwrite: True to replace an earlier one.
        house: whose archive is asked.

    Raises:
        FileAltered: a kept PDF is not as it was filed; nothing is written.
        TargetExists, TargetUnusable: it cannot be written there.
    """
    sums = []
    with (
        TemporaryDirectory() as folder,
        placed(to, overwrite=overwrite) as aside,
        # PDFs are compressed already; stored, they are the same bytes with every zlib.
        zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED) as package,
    ):
        for name, job in sorted(jobs.items()):
            content = _pdf(job, Path(folder) / MAIN_FILE, house=house)
            package.writestr(entry(name), content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        package.writestr(entry(SUMS), "".join(sums))


def _pdf(job: Job, aside: Path, *, house: House) -> bytes:
    document = open_document(job.document or "", house=house)
    take_out(document, version=job.version, file=MAIN_FILE, to=aside, overwrite=True, house=house)
    return aside.read_bytes()
