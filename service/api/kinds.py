"""``/kinds``: what can be asked for, what its data must be, and samples to start from."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from doc_templates.errors import KindUnknown
from doc_templates.kind import Kind
from service.accounts.acts import Act
from service.door.caller import Caller, asks
from service.door.problems import problems
from service.errors import SampleUnknown

router = APIRouter(prefix="/kinds", tags=["jenis"])
Asks = Annotated[Caller, Depends(asks(Act.SEE_KINDS))]
_REFUSALS = problems(400, 401, 403)
_REFUSALS_ONE = problems(400, 401, 403, 404, 422)


class KindView(BaseModel):
    """A kind of document."""

    name: str
    title: str
    samples: list[str]
    proposals: bool
    """Whether it has proposals that a person may accept."""


@router.get("", summary="Semua jenis dokumen", responses=_REFUSALS)
def kinds(caller: Asks) -> list[KindView]:
    """All kinds that this installation knows."""
    return [_view(each) for each in caller.house.kinds.values()]


@router.get("/{kind}", summary="Satu jenis dokumen", responses=_REFUSALS_ONE)
def kind_(kind: str, caller: Asks) -> KindView:
    """One kind."""
    return _view(kind_named(kind, caller))


@router.get("/{kind}/schema", summary="JSON Schema data satu jenis", responses=_REFUSALS_ONE)
def schema(kind: str, caller: Asks) -> dict[str, Any]:
    """What the data of this kind must be."""
    return kind_named(kind, caller).model.model_json_schema()


@router.get("/{kind}/samples/{name}", summary="Satu contoh lengkap", responses=_REFUSALS_ONE)
def sample(kind: str, name: str, caller: Asks) -> dict[str, Any]:
    """The data of a complete sample."""
    found = kind_named(kind, caller)
    if name not in (known := found.samples()):
        raise SampleUnknown(kind, name, tuple(known), None)
    return found.sample(name)


def kind_named(name: str, caller: Caller) -> Kind:
    """The kind of that name, or KindUnknown."""
    found = caller.house.kinds.get(name)
    if found is None:
        raise KindUnknown(name, caller.house.kinds)
    return found


def _view(kind: Kind) -> KindView:
    return KindView(
        name=kind.name,
        title=kind.title,
        samples=list(kind.samples()),
        proposals=kind.propose is not None,
    )
