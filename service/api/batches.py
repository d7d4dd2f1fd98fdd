"""``/batches``: many documents by one call, and how far they have come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import BaseModel

from service.accounts.acts import Act
from service.actions.request_batch import Answered, Wish, request_batch
from service.api.data import Key, own_office
from service.api.jobs import STREAM, AskedView, asked_view
from service.api.kinds import kind_named
from service.door.caller import Caller, asks
from service.door.problems import ProblemView, problem_of, problems
from service.door.seeing import seen_offices
from service.door.stream import follow
from service.errors import Problem
from service.located import DataFile, DataPath, Place
from service.plain_json import read_json
from service.refusals import RequestInvalid, RequestUnreadable
from workers.errors import JobUnknown
from workers.job import UNFINISHED
from workers.job_list import JobSearch, count_states
from workers.jobs import JobState

router = APIRouter(prefix="/batches", tags=["pekerjaan"])
Requests = Annotated[Caller, Depends(asks(Act.REQUEST))]
Sees = Annotated[Caller, Depends(asks(Act.SEE_JOBS))]
Name = Annotated[str, Path(pattern=r"^[0-9a-f]{24}$")]
MOST = 2000
"""Documents of one call."""
_KEY = re.compile(r"[!-~]{1,80}")
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["documents"],
                    "additionalProperties": False,
                    "properties": {
                        "documents": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": MOST,
                            "items": {
                                "type": "object",
                                "required": ["kind", "data"],
                                "additionalProperties": False,
                                "properties": {
                                    "kind": {"type": "string"},
                                    "key": {
                                        "type": "string",
                                        "minLength": 1,
                                        "maxLength": 80,
                                        "pattern": "^[!-~]+$",
                                    },
                                    "data": {"type": "object"},
                                },
                            },
                        }
                    },
                }
            }
        },
    }
}


class _Below(Mapping[DataPath, Place]):
    """Places of a part, looked up in those of the whole; a thousand copies would cost time."""

    def __init__(self, whole: Mapping[DataPath, Place], above: DataPath) -> None:
        self._whole, self._above = whole, above

    def __getitem__(self, path: DataPath) -> Place:
        return self._whole[self._above + path]

    def __iter__(self) -> Iterator[DataPath]:
        depth = len(self._above)
        return (path[depth:] for path in self._whole if path[:depth] == self._above)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class BatchItemView(BaseModel):
    """What became of one document: one of the two."""

    key: str
    asked: AskedView | None
    problem: ProblemView | None


class BatchAskedView(BaseModel):
    """A batch as it was asked, in the order of its documents."""

    batch: str
    accepted: int
    refused: int
    documents: list[BatchItemView]


class BatchView(BaseModel):
    """How far a batch has come."""

    batch: str
    total: int
    finished: int
    states: dict[JobState, int]


async def sent_wishes(request: Request) -> DataFile:
    """The body, its numbers as typed and the place of every value known."""
    try:
        text = (await request.body()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestUnreadable("isinya bukan teks UTF-8") from error
    return read_json("kiriman", text)


@router.post(
    "",
    summary="Minta banyak dokumen",
    status_code=HTTPStatus.ACCEPTED,
    responses=problems(400, 401, 403, 404, 408, 413, 422),
    openapi_extra=_BODY,
)
def request_many(
    caller: Requests,
    sent: Annotated[DataFile, Depends(sent_wishes)],
    key: Key,
    request: Request,
) -> BatchAskedView:
    """Each document is asked for by itself; with the same key nothing is asked twice.

    Without `Idempotency-Key` a key is made; it is the batch's only name for repeating.
    """
    wishes = _wishes(sent, caller)
    house = caller.house
    batch, answers = request_batch(
        wishes, key=key or house.new_name(), ensure=own_office(caller), house=house
    )

    def told(wish: Wish, answer: Answered) -> BatchItemView:
        problem = answer.error and problem_of(
            answer.error, base_url=house.settings.base_url, request_id=request.state.request_id
        )
        return BatchItemView(
            key=wish.key, asked=answer.asked and asked_view(answer.asked), problem=problem
        )

    refused = sum(1 for each in answers if each.error is not None)
    return BatchAskedView(
        batch=batch,
        accepted=len(answers) - refused,
        refused=refused,
        documents=[told(*each) for each in zip(wishes, answers, strict=True)],
    )


@router.get("/{batch}", summary="Kemajuan", responses=problems(401, 403, 404, 422))
def batch_(batch: Name, caller: Sees) -> BatchView:
    """How many jobs of a batch are in which state."""
    return _progress(batch, caller)


@router.get(
    "/{batch}/events",
    summary="Kemajuan, mengalir",
    response_class=Response,
    responses={**STREAM, **problems(401, 403, 404, 422)},
)
def events(batch: Name, caller: Sees, request: Request) -> Response:
    """Server-sent events `state`, each with the figures, and `end` when all are finished."""

    def look() -> tuple[BatchView, bool]:
        view = _progress(batch, caller)
        return view, view.finished == view.total

    return follow(look, first=_progress(batch, caller), request=request)


def _progress(batch: str, caller: Caller) -> BatchView:
    wanted = JobSearch(batch=batch, within=seen_offices(caller))
    states = count_states(caller.house.database, wanted)
    total = sum(states.values())
    if not total:
        raise JobUnknown(batch)
    return BatchView(
        batch=batch,
        total=total,
        finished=total - sum(states[each] for each in UNFINISHED),
        states=states,
    )


def _wishes(sent: DataFile, caller: Caller) -> list[Wish]:
    """The documents of a batch; what is wrong with its frame is told at once."""
    content = sent.content
    documents = content.get("documents") if isinstance(content, dict) else None
    if not isinstance(documents, list) or not 1 <= len(documents) <= MOST or len(content) > 1:
        reason = f"harus berupa daftar 1 sampai {MOST} dokumen, tanpa isian lain di sampingnya."
        raise RequestInvalid([Problem("documents", reason)])
    faults = [
        Problem(f"documents[{number}]", fault)
        for number, each in enumerate(documents)
        if (fault := _fault(each))
    ]
    keys = [str(each.get("key", number)) for number, each in enumerate(documents) if not faults]
    if not faults and len(set(keys)) < len(keys):
        faults = [Problem("documents", "setiap key harus berbeda.")]
    if faults:
        raise RequestInvalid(faults)
    return [
        Wish(
            kind=kind_named(each["kind"], caller),
            data=_part(sent, number, keys[number]),
            key=keys[number],
        )
        for number, each in enumerate(documents)
    ]


def _fault(wish: Any) -> str | None:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(wish, dict) or not {"kind", "data"} <= set(wish) <= {"kind", "data", "key"}:
        return "harus berisi kind dan data, serta boleh berisi key."
    if not isinstance(wish["kind"], str):
        return "kind harus berupa teks."
    key = wish.get("key", "0")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return "key harus berupa teks ASCII 1 sampai 80 karakter tanpa spasi."
    return None


def _part(sent: DataFile, number: int, name: str) -> DataFile:
    """The data of one document, with the places of its values in the whole."""
    above: tuple[str | int, ...] = ("documents", number, "data")
    return DataFile(
        name=name,
        content=sent.content["documents"][number]["data"],
        places=_Below(sent.places, above),
    )
