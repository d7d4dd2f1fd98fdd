"""OCFL 1.1 storage: written so that a crash leaves it valid, and judged by the specification."""

from __future__ import annotations

from archive.ocfl.codes import Problem
from archive.ocfl.inventory import Inventory, User
from archive.ocfl.store import ObjectWriter, StorageRoot
from archive.ocfl.validate import validate_object
from archive.ocfl.validate_root import validate_root

__all__ = [
    "Inventory",
    "ObjectWriter",
    "Problem",
    "StorageRoot",
    "User",
    "validate_object",
    "validate_root",
]
