"""What the specification says of an inventory by itself (OCFL §3.5), rule by rule."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from archive.ocfl import digests
from archive.ocfl.codes import Problem
from archive.ocfl.paths import (
    CONTENT,
    conflicts,
    has_bad_element,
    has_outer_slash,
    padding_of,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KEYS: Final = frozenset(
    {"id", "type", "digestAlgorithm", "head", "contentDirectory", "manifest", "versions", "fixity"}
)
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.+")
_TYPE: Final = re.compile(r"https://ocfl\.io/1\.[01]/spec/#inventory")
_RFC3339: Final = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def check_inventory(plain: dict[str, Any], *, where: str, spec: str | None) -> Iterator[Problem]:
    """Yield what is wrong with one inventory.

    Args:
        plain: The inventory as read from JSON.
        where: Folder of the inventory, for the problems.
        spec: OCFL version that it must name; None where either will do.
    """
    for found in _rules(plain, spec):
        yield Problem(found[0], where, found[1])


_Found = tuple[str, str]


def _rules(plain: dict[str, Any], spec: str | None) -> Iterator[_Found]:
    for key in ("id", "type", "digestAlgorithm", "head"):
        if key not in plain:
            yield "E036", key
    for key in ("manifest", "versions"):
        if key not in plain:
            yield "E041", key
    yield from (("E102", key) for key in sorted(plain.keys() - _KEYS))
    yield from _identity(plain, spec)
    yield from _content_directory(plain)
    yield from _manifest(plain)
    yield from _versions(plain)
    yield from _fixity(plain)


def _identity(plain: dict[str, Any], spec: str | None) -> Iterator[_Found]:
    if "id" in plain:
        name = plain["id"]
        if not isinstance(name, str) or not name:
            yield "E037", str(name)
        elif not _URI.fullmatch(name):
            yield "W005", name
    if "type" in plain:
        kind = str(plain["type"])
        if not _TYPE.fullmatch(kind) or (spec and f"/{spec}/" not in kind):
            yield "E038", kind
    if "digestAlgorithm" in plain:
        algorithm = plain["digestAlgorithm"]
        if algorithm not in digests.CONTENT_ALGORITHMS:
            yield "E025", str(algorithm)
        elif algorithm != "sha512":
            yield "W004", algorithm


def _content_directory(plain: dict[str, Any]) -> Iterator[_Found]:
    name = plain.get("contentDirectory", CONTENT)
    if not isinstance(name, str) or not name or "/" in name:
        yield "E017", str(name)
    elif name in {".", ".."}:
        yield "E018", name


def _manifest(plain: dict[str, Any]) -> Iterator[_Found]:
    manifest = plain.get("manifest", {})
    if not isinstance(manifest, dict):
        yield "E106", ""
        return
    algorithm = plain.get("digestAlgorithm")
    paths: list[str] = []
    for digest, listed in manifest.items():
        if algorithm in digests.CONTENT_ALGORITHMS and not digests.is_digest(digest, algorithm):
            yield "E025", digest
        if not _is_list_of_texts(listed):
            yield "E092", digest
            continue
        paths.extend(listed)
    yield from (("E096", digest) for digest in _twice(manifest, fold=True))
    yield from _content_paths(paths, plain)
    states = _blocks(plain).values()
    used = {digest for block in states for digest in _object(block.get("state"))}
    yield from (("E107", digest) for digest in sorted(manifest.keys() - used))


def _content_paths(paths: list[str], plain: dict[str, Any]) -> Iterator[_Found]:
    folder = plain.get("contentDirectory", CONTENT)
    versions = _object(plain.get("versions"))
    for path in paths:
        if has_outer_slash(path):
            yield "E100", path
        elif has_bad_element(path):
            yield "E099", path
        else:
            elements = path.split("/")
            if len(elements) < 3 or elements[0] not in versions or elements[1] != folder:  # noqa: PLR2004 - version, folder, name
                yield "E042", path
    yield from (("E101", path) for path in [*_twice(paths), *conflicts(paths)])


def _versions(plain: dict[str, Any]) -> Iterator[_Found]:
    if "versions" not in plain:
        return
    versions = plain["versions"]
    if not isinstance(versions, dict):
        yield "E044", ""
        return
    if not versions:
        yield "E008", ""
        return
    yield from _sequence(list(versions))
    numbered = {version_of(name): name for name in versions}
    newest = numbered.get(max((number for number in numbered if number), default=0))
    if "head" in plain and plain["head"] != newest:
        yield "E040", str(plain["head"])
    manifest = _object(plain.get("manifest"))
    for name, block in versions.items():
        if not isinstance(block, dict):
            yield "E047", name
            continue
        yield from _block(block, name)
        yield from _state(block, name, manifest)


def _sequence(names: list[str]) -> Iterator[_Found]:
    yield from (("E046", name) for name in names if version_of(name) is None)
    numbers = sorted(number for name in names if (number := version_of(name)) is not None)
    if numbers and numbers[0] != 1:
        yield "E009", f"v{numbers[0]}"
    elif numbers != list(range(1, len(numbers) + 1)):
        yield "E010", ""
    widths = {padding_of(name) for name in names if version_of(name) is not None}
    if len(widths) > 1:
        for code in ("E011", "E012", "E013"):
            yield code, max(names, key=lambda name: version_of(name) or 0)
    if widths - {0}:
        yield "W001", ""


def _block(block: dict[str, Any], name: str) -> Iterator[_Found]:
    for key in ("created", "state"):
        if key not in block:
            yield "E048", f"{name}: {key}"
    if "created" in block and not _is_time(block["created"]):
        yield "E049", f"{name}: {block['created']}"
    if "message" in block and not isinstance(block["message"], str):
        yield "E094", name
    if "message" not in block or "user" not in block:
        yield "W007", name
    if "user" in block:
        yield from _user(block["user"], name)


def _user(user: object, version: str) -> Iterator[_Found]:
    if not isinstance(user, dict) or not isinstance(user.get("name"), str) or not user["name"]:
        yield "E054", version
    elif "address" not in user:
        yield "W008", version
    elif not isinstance(user["address"], str) or not _URI.fullmatch(user["address"]):
        yield "W009", f"{version}: {user['address']}"


def _state(block: dict[str, Any], name: str, manifest: dict[str, Any]) -> Iterator[_Found]:
    state = block.get("state", {})
    if not isinstance(state, dict):
        yield "E050", name
        return
    paths: list[str] = []
    for digest, listed in state.items():
        if digest not in manifest:
            yield "E050", f"{name}: {digest}"
        if not _is_list_of_texts(listed):
            yield "E051", f"{name}: {digest}"
            continue
        paths.extend(listed)
    for path in paths:
        if has_outer_slash(path):
            yield "E053", f"{name}: {path}"
        if has_bad_element(path):
            yield "E052", f"{name}: {path}"
    yield from (("E095", f"{name}: {path}") for path in [*_twice(paths), *conflicts(paths)])


def _fixity(plain: dict[str, Any]) -> Iterator[_Found]:
    fixity = plain.get("fixity", {})
    if not isinstance(fixity, dict):
        yield "E111", ""
        return
    manifest = _object(plain.get("manifest")).values()
    known = {path for listed in manifest if _is_list_of_texts(listed) for path in listed}
    for algorithm, block in fixity.items():
        if algorithm not in digests.FIXITY_ALGORITHMS:
            yield "E056", algorithm
        elif not isinstance(block, dict):
            yield "E057", algorithm
        else:
            yield from _fixity_block(algorithm, block, known)


def _fixity_block(algorithm: str, block: dict[str, Any], known: set[str]) -> Iterator[_Found]:
    for digest, listed in block.items():
        if not digests.is_digest(digest, algorithm) or not _is_list_of_texts(listed):
            yield "E057", f"{algorithm}: {digest}"
            continue
        for path in listed:
            if has_outer_slash(path):
                yield "E100", path
            elif has_bad_element(path):
                yield "E099", path
            elif path not in known:
                yield "E057", f"{algorithm}: {path}"
    yield from (("E097", digest) for digest in _twice(block, fold=True))


def _is_time(value: object) -> bool:
    match = _RFC3339.fullmatch(value) if isinstance(value, str) else None
    if match is None or not isinstance(value, str):
        return False
    # RFC 3339 knows the leap second, Python does not; finer fractions than Python's are fine too.
    zone = match[3].upper().replace("Z", "+00:00")
    second = "59" if match[1] == "60" else match[1]
    try:
        datetime.fromisoformat(f"{value[:17].upper()}{second}{zone}")
    except ValueError:
        return False
    return True


def _blocks(plain: dict[str, Any]) -> dict[str, dict[str, Any]]:
    versions = _object(plain.get("versions"))
    return {name: block for name, block in versions.items() if isinstance(block, dict)}


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _twice(texts: Iterable[str], *, fold: bool = False) -> list[str]:
    seen: set[str] = set()
    twice = []
    for text in texts:
        compared = text.casefold() if fold else text
        if compared in seen:
            twice.append(text)
        seen.add(compared)
    return twice
