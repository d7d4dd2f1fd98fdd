"""Data against the model of their kind: every fault at once, each in one Indonesian sentence."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, Protocol, get_args

from pydantic import BaseModel, ValidationError

from service.errors import DataInvalid, Problem
from service.located import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from service.located import DataFile, DataPath

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and so no DOCX either."""

_SENTENCES: Final = {
    "missing": "isian ini wajib ada.",
    "string_type": "harus berupa teks; apit nilainya dengan tanda kutip.",
    "string_too_short": "teksnya kurang dari {min_length} karakter.",
    "string_too_long": "teksnya lebih dari {max_length} karakter.",
    "string_pattern_mismatch": "tidak sesuai dengan pola {pattern}.",
    "int_type": "harus berupa bilangan bulat.",
    "int_parsing": "harus berupa bilangan bulat.",
    "int_from_float": "harus berupa bilangan bulat tanpa pecahan.",
    "float_type": "harus berupa bilangan.",
    "float_parsing": "harus berupa bilangan.",
    "decimal_type": "harus berupa bilangan.",
    "decimal_parsing": "harus berupa bilangan; pecahan memakai titik.",
    "bool_type": "harus true atau false.",
    "bool_parsing": "harus true atau false.",
    "list_type": "harus berupa daftar.",
    "tuple_type": "harus berupa daftar.",
    "dict_type": "harus berupa kumpulan isian.",
    "model_type": "harus berupa kumpulan isian.",
    "model_attributes_type": "harus berupa kumpulan isian.",
    "too_short": "daftar ini harus memuat sedikitnya {min_length} butir.",
    "too_long": "daftar ini memuat lebih dari {max_length} butir.",
    "greater_than": "harus lebih dari {gt}.",
    "greater_than_equal": "harus sedikitnya {ge}.",
    "less_than": "harus kurang dari {lt}.",
    "less_than_equal": "harus paling banyak {le}.",
    "finite_number": "harus bilangan yang berhingga.",
    "literal_error": "harus salah satu dari {expected}.",
    "enum": "harus salah satu dari {expected}.",
    "union_tag_invalid": "harus salah satu dari {expected_tags}.",
    "union_tag_not_found": "isian {discriminator} wajib ada.",
    "none_required": "harus dikosongkan.",
    "date_type": "harus berupa tanggal tttt-bb-hh.",
    "date_parsing": "harus berupa tanggal tttt-bb-hh.",
    "date_from_datetime_parsing": "harus berupa tanggal tttt-bb-hh.",
    "string_unicode": "berisi karakter yang tidak dapat dicetak.",
}


class Modelled(Protocol):
    """What data are written for: a kind of document, or a data set that several kinds print."""

    @property
    def name(self) -> str:
        """As people call it."""
        ...

    @property
    def model(self) -> type[BaseModel]:
        """What the data must fit."""
        ...


def validate(data: DataFile, *, kind: Modelled) -> BaseModel:
    """Build the kind's model from the data, or refuse with every problem at once."""
    problems = list(_unprintable(data.content, (), data))
    try:
        model = kind.model.model_validate(data.content)
    except ValidationError as error:
        told = [_problem(each, data, kind.model) for each in error.errors(include_url=False)]
        raise DataInvalid(data.name, kind.name, _once([*told, *problems])) from error
    if problems:
        raise DataInvalid(data.name, kind.name, problems)
    return model


def _once(problems: list[Problem]) -> list[Problem]:
    """Branches of a union repeat themselves; a person reads each sentence once."""
    return list(dict.fromkeys(problems))


def _unprintable(value: Any, path: DataPath, data: DataFile) -> Iterator[Problem]:  # noqa: ANN401
    if isinstance(value, str):
        if found := _UNPRINTABLE.search(value):
            sentence = f"berisi karakter U+{ord(found[0]):04X} yang tidak dapat dicetak; hapuslah."
            yield _located(path, sentence, data)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _unprintable(inner, (*path, key), data)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unprintable(inner, (*path, number), data)


def _problem(error: ErrorDetails, data: DataFile, model: type[BaseModel]) -> Problem:
    path = _path_in(data.content, error["loc"])
    return _located(path, _sentence(error, model), data)


def _located(path: DataPath, sentence: str, data: DataFile) -> Problem:
    spot = data.spot(path)
    return Problem(written(spot.path), sentence, spot.line, spot.file)


def _path_in(content: Any, loc: tuple[int | str, ...]) -> DataPath:  # noqa: ANN401
    """Pydantic's location without the names of union branches, which are not in the data."""
    path: list[int | str] = []
    for number, step in enumerate(loc):
        last = number == len(loc) - 1
        if isinstance(content, dict) and (step in content or last):
            path.append(step)
            content = content.get(step)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            path.append(step)
            content = content[step]
    return tuple(path)


def _sentence(error: ErrorDetails, model: type[BaseModel]) -> str:
    if error["type"] == "extra_forbidden":
        return _unknown_field(error["loc"], model)
    return plain_sentence(error)


def plain_sentence(error: ErrorDetails) -> str:
    """What one fault of Pydantic's is called in Indonesian, where no field names are known."""
    context = error.get("ctx", {})
    if error["type"] in {"value_error", "assertion_error"}:
        return str(context.get("error", error["msg"]))
    sentence = _SENTENCES.get(error["type"])
    if sentence is None:
        return f"tidak sesuai ({error['msg']})."
    return sentence.format_map({name: _indonesian(value) for name, value in context.items()})


def _indonesian(value: Any) -> str:  # noqa: ANN401 - Pydantic's context holds anything
    return str(value).replace(" or ", " atau ")


def _unknown_field(loc: tuple[int | str, ...], model: type[BaseModel]) -> str:
    name = str(loc[-1])
    known = sorted(
        {field.alias or key for at in _models_at(loc[:-1], model) for key, field in _fields(at)}
    )
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    if near:
        return f"isian ini tidak dikenal; mungkin maksud Anda “{near[0]}”."
    if known:
        return f"isian ini tidak dikenal; yang dikenal: {', '.join(known)}."
    return "isian ini tidak dikenal; hapuslah."


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    return list(model.model_fields.items())


def _models_at(loc: tuple[int | str, ...], model: type[BaseModel]) -> set[type[BaseModel]]:
    """The models that may stand at a location, through lists, unions and optional fields."""
    models = {model}
    for step in loc:
        inner = {
            found
            for each in models
            for key, field in _fields(each)
            if step in {key, field.alias}
            for found in _models_in(field.annotation)
        }
        branch = {each for each in models if each.__name__ == step}
        models = inner or branch or models
    return models


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any type expression
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
