"""What was sent with a form, put into the data: fields that nobody changed stay as they are."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from service.comparing.values import ABSENT
from service.located import written
from service.web.naskah_bentuk import Shape, Sort

if TYPE_CHECKING:
    from starlette.datastructures import FormData

    from service.located import DataPath

PREFIX: Final = "d:"
"""In front of a path, it is the name of the field that holds its value."""
COUNT: Final = "n:"
"""In front of the path of rows, how many the form showed; of a group, that it was shown."""
_WHOLE: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,17})(?:\.\d{1,10})?")
_MOST_ROWS: Final = 2000


def shown(value: Any) -> str:  # noqa: ANN401 - plain data
    """A value as a field shows it."""
    if value is None or value is ABSENT:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | Decimal) else as_json(value)


def as_json(value: Any) -> str:  # noqa: ANN401 - plain data
    """Anything as one readable text."""
    return json.dumps(value, ensure_ascii=False, default=str)


def filled(content: Any, shape: Shape, sent: FormData) -> Any:  # noqa: ANN401 - plain data
    """The data with what was sent put in.

    A browser sends every line end as CR LF; only that is undone. Where a field comes back as it
    was shown, the data keep their value, whatever it is.
    """
    result = _filled(content, shape, (), sent)
    return {} if result is ABSENT else result


def fits(value: Any, shape: Shape) -> bool:  # noqa: ANN401 - plain data
    """Whether the form can show a value as what it is to be."""
    if value is ABSENT or value is None:
        return True
    if shape.sort in {Sort.GROUP, Sort.DATA_SET}:
        return isinstance(value, dict)
    if shape.sort in {Sort.ROWS, Sort.FIXED}:
        return isinstance(value, list)
    if shape.sort in {Sort.LINES, Sort.CHECKS}:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return shape.sort is not Sort.OTHER and not isinstance(value, dict | list)


def typed(text: str, shape: Shape) -> Any:  # noqa: ANN401 - plain data
    """A value of a single field as typed; what is none of its sort stays text."""
    if text == "":
        return ABSENT
    if shape.sort is Sort.WHOLE and _WHOLE.fullmatch(text):
        return int(text)
    if shape.sort is Sort.NUMBER and _NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    if shape.sort is Sort.YES_NO and text in {"true", "false"}:
        return text == "true"
    return text


def _filled(value: Any, shape: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    if not fits(value, shape):
        return value
    composed = {
        Sort.GROUP: _group,
        Sort.ROWS: _rows,
        Sort.FIXED: _fixed,
        Sort.CHECKS: _checks,
    }.get(shape.sort, _single)
    return composed(value, shape, path, sent)


def _single(value: Any, shape: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    text = _text(path, sent)
    if text is None or shape.sort in {Sort.DATA_SET, Sort.OTHER}:
        return value
    if shape.sort is Sort.LINES:
        return _lines(value, text)
    unchanged = text == shown(value).replace("\r\n", "\n").replace("\r", "\n")
    # A number where text belongs becomes text as soon as the person saves what is shown.
    right = shape.sort is not Sort.TEXT or value is ABSENT or isinstance(value, str | None)
    return value if unchanged and right else typed(text, shape)


def _group(value: Any, shape: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    if not isinstance(value, dict) and shape.nullable and COUNT + written(path) not in sent:
        return value
    before: dict[str, Any] = value if isinstance(value, dict) else {}
    after = dict(before)
    for part in shape.parts:
        new = _filled(before.get(part.name, ABSENT), part, (*path, part.name), sent)
        if new is not ABSENT:
            after[part.name] = new
        else:
            after.pop(part.name, None)
    return after if after or isinstance(value, dict) or not path else value


def _rows(value: Any, shape: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    told = sent.get(COUNT + written(path))
    if not isinstance(told, str) or not told.isdecimal():
        return value
    many = min(int(told[:6]), _MOST_ROWS)
    before: list[Any] = value if isinstance(value, list) else []
    if not many and not before:
        return value
    item = shape.parts[0]
    rows = []
    for at in range(many):
        row = before[at] if at < len(before) else {}
        new = _filled(row, item, (*path, at), sent)
        rows.append({} if new is ABSENT else new)
    return rows


def _fixed(value: Any, shape: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    texts = [_text((*path, at), sent) for at in range(len(shape.parts))]
    if any(each is None for each in texts):
        return value
    before = value if isinstance(value, list) else []
    if not any(texts) and not before:
        return value
    if texts == [shown(each) for each in before]:
        return value
    return texts if any(texts) else ABSENT


def _checks(value: Any, _: Shape, path: DataPath, sent: FormData) -> Any:  # noqa: ANN401
    if COUNT + written(path) not in sent:
        return value
    chosen = [each for each in sent.getlist(PREFIX + written(path)) if isinstance(each, str)]
    if isinstance(value, list) and set(chosen) == set(value):
        return value
    return chosen


def _lines(value: Any, text: str) -> Any:  # noqa: ANN401
    before = "\n".join(value) if isinstance(value, list) else ""
    if text == before.replace("\r\n", "\n"):
        return value
    return text.rstrip("\n").split("\n") if text.strip("\n") else ABSENT


def _text(path: DataPath, sent: FormData) -> str | None:
    text = sent.get(PREFIX + written(path))
    if not isinstance(text, str):
        return None
    return text.replace("\r\n", "\n")
