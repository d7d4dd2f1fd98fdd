"""Which folder an object lives in: extension 0003, the id hashed into a tree and then spelled out.

The last folder's name is the object's id, so a person finds a document with nothing but `ls`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from archive.ocfl import digests

EXTENSION: Final = "0003-hash-and-id-n-tuple-storage-layout"
DESCRIPTION: Final = (
    "Hashed Truncated N-tuple Trees with Object ID Encapsulating Directory "
    "for OCFL Storage Hierarchies"
)

_LONGEST_NAME: Final = 100
_UNSAFE: Final = re.compile(rb"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parameters of extension 0003."""

    digest_algorithm: str = "sha256"
    tuple_size: int = 3
    """Hexadecimal digits a folder: three give at most 4096 entries in each."""
    number_of_tuples: int = 3

    def folder_name(self, object_id: str) -> str:
        """The object's own folder: its id, percent-encoded, shortened where too long."""
        name = _UNSAFE.sub(lambda match: b"%%%02x" % match[0][0], object_id.encode()).decode()
        if len(name) <= _LONGEST_NAME:
            return name
        return f"{name[:_LONGEST_NAME]}-{self._digest(object_id)}"

    def path_of(self, object_id: str) -> str:
        """Path of the object below the storage root."""
        digest, size = self._digest(object_id), self.tuple_size
        tuples = [digest[size * i : size * (i + 1)] for i in range(self.number_of_tuples)]
        return "/".join([*tuples, self.folder_name(object_id)])

    def config(self) -> dict[str, str | int]:
        """What ``config.json`` of the extension says."""
        return {
            "extensionName": EXTENSION,
            "digestAlgorithm": self.digest_algorithm,
            "tupleSize": self.tuple_size,
            "numberOfTuples": self.number_of_tuples,
        }

    def _digest(self, object_id: str) -> str:
        digest = digests.new(self.digest_algorithm)
        digest.update(object_id.encode())
        return digest.hexdigest()


OURS: Final = Layout(number_of_tuples=1)
"""What a new storage root gets: 4096 folders, so a million documents are 250 in each, and after
the first few thousand a deposit makes no folder but its own."""
