"""The OpenAPI is true: schemathesis walks all of it, with and without login."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from doc_templates.registry import kinds
from service.accounts.acts import Role
from service.actions.bring_form import bring_form
from service.actions.print_konsep import print_konsep
from service.app import House, open_house
from service.reading import parse_data
from service.serve import make_app
from tests.service.conftest import Letterbox
from tests.service.filing import filed
from tests.service.serving import person_as, token_of

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
_HOUSES: list[House] = []
NAMES = {"kind": "sop", "version": 1, "person": "semua"}


@pytest.fixture(scope="module")
def whole_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """The description of an application whose houses hold a document."""
    folder: Path = tmp_path_factory.mktemp("openapi")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LONTAR_HOME", str(folder / "lontar"))
        patch.setenv("LONTAR_PUBLIC_PER_MINUTE", "100000")
        house = replace(open_house(), inbox=Letterbox())
    NAMES["document"] = filed(house, folder / "in")
    data = parse_data("kiriman.json", json.dumps(kinds()["sop"].sample("jekulo-lengkap")).encode())
    NAMES["job"] = print_konsep(data, kind=kinds()["sop"], house=house).job.id
    content = kinds()["sop"].template.read_bytes()
    words = {"office": "Dinas Kominfo", "file_name": "sop.docx", "reason": "Kop baru"}
    NAMES["template"] = bring_form(content, kind=kinds()["sop"], house=house, **words).form.id
    _HOUSES[:] = [house]
    yield schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", make_app(house, stopping=lambda: True)
    )
    house.database.close()


@pytest.fixture(scope="module")
def token(whole_api: schemathesis.BaseSchema) -> str:
    """Someone who may do everything everywhere."""
    del whole_api
    person = person_as(_HOUSES[0], *(f"{role}:*" for role in Role), login="semua")
    return token_of(person, _HOUSES[0])


def walk(whole: schemathesis.BaseSchema, headers: dict[str, str], examples: int) -> list[str]:
    """Ask every operation made-up questions, good and bad ones; what the answers have wrong."""
    wrong = []
    for result in whole.get_all_operations():
        operation = result.ok()
        good = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        bad = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(good | bad, st.booleans())
        def ask(case: schemathesis.Case, real: bool) -> None:
            if real:
                # Names that exist, or every question about a document would end at its name.
                named = {each: NAMES[each] for each in case.path_parameters or () if each in NAMES}
                case.path_parameters = {**(case.path_parameters or {}), **named}
            case.call_and_validate(checks=CHECKS, headers=headers)

        try:
            ask()
        except (Failure, FailureGroup) as error:
            told = getattr(error, "exceptions", (error,))
            wrong.append(f"{operation.label}: {'; '.join(map(str, told))}")
    return wrong


@pytest.mark.parametrize("known", [True, False], ids=["someone", "stranger"])
def test_answers_are_as_described(whole_api: schemathesis.BaseSchema, token: str, *, known: bool):
    """With login and without: no fault of ours, no status, type or shape that is not described."""
    headers = {"authorization": f"Bearer {token}"} if known else {}

    assert walk(whole_api, headers, examples=15) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_answers_are_as_described_however_often_one_asks(
    whole_api: schemathesis.BaseSchema, token: str
):
    """The same with many more questions."""
    assert walk(whole_api, {"authorization": f"Bearer {token}"}, examples=300) == []


def test_the_description_is_of_version_3_1(whole_api: schemathesis.BaseSchema):
    """And every operation has a summary in Indonesian and says what it refuses with."""
    raw = whole_api.raw_schema

    assert raw["openapi"].startswith("3.1")
    for path, item in raw["paths"].items():
        for method, operation in item.items():
            assert operation["summary"], f"{method} {path}"
            assert "HTTPValidationError" not in str(operation)
