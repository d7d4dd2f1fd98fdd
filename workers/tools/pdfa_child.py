"""The child process that holds the Java machine: one question a line, one answer a line.

Run by ``workers.tools.pdfa`` with the class path as arguments; nothing else may write to its
standard output, which is why Java's own is sent to standard error first.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from typing import Any, Final

import jpype

PLACES: Final = 10
"""How many places of one broken clause are told."""
UNREADABLE: Final = "unreadable"
"""Stands for a clause where the file is no PDF at all."""


def main(class_path: list[str]) -> int:
    """Answer until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    jpype.startJVM("-Xmx512m", "-Djava.awt.headless=true", classpath=class_path)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    package = jpype.JPackage("org").verapdf
    package.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    foundry = package.pdfa.Foundries.defaultInstance()
    flavours = package.pdfa.flavours.PDFAFlavour
    for line in sys.stdin:
        question = json.loads(line)
        failures: list[dict[str, Any]] = []
        for name in question["flavours"]:
            try:
                failures += check(foundry, flavours.byFlavourId(name), name, question["path"])
            except jpype.JException as error:
                failures.append(unreadable(name, str(error)))
        answers.write(json.dumps({"failures": failures}) + "\n")
        answers.flush()
    return 0


def check(foundry: Any, flavour: Any, name: str, path: str) -> list[dict[str, Any]]:  # noqa: ANN401 - Java objects
    """The clauses that a file breaks, each once, with its first places."""
    stream = jpype.JClass("java.io.FileInputStream")(path)
    with closing(stream), closing(foundry.createParser(stream, flavour)) as parser:
        validator = foundry.createValidator(flavour, False)
        result = validator.validate(parser)
        if result.isCompliant():
            return []
        broken: dict[str, dict[str, Any]] = {}
        for assertion in result.getTestAssertions():
            rule = assertion.getRuleId()
            clause = f"{rule.getClause()}-{rule.getTestNumber()}"
            entry = broken.setdefault(
                clause,
                {
                    "flavour": name,
                    "clause": clause,
                    "description": str(assertion.getMessage()),
                    "places": [],
                },
            )
            if len(entry["places"]) < PLACES:
                entry["places"].append(str(assertion.getLocation().getContext()))
        return list(broken.values())


def unreadable(name: str, reason: str) -> dict[str, Any]:
    """What veraPDF cannot even open conforms to nothing."""
    return {"flavour": name, "clause": UNREADABLE, "description": reason, "places": []}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
