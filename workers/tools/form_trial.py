"""Fills a form with every sample of its kind, and says what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from doc_templates.errors import MarkMissing
from doc_templates.findings import Level
from doc_templates.form_codes import (
    FORM_ARRANGE,
    FORM_FILL,
    FORM_LIMIT,
    FORM_NUMBER,
    FORM_SIGNATURE,
    FORM_STYLE,
    FORM_TEXT,
)
from doc_templates.form_parts import parse_strictly
from doc_templates.kind import Printing
from workers.errors import FieldUnknown, Rejected, TemplateBroken
from workers.tools.docx_elements import W
from workers.tools.docx_form import compile_form
from workers.tools.docx_package import pack, unpack
from workers.tools.docx_refusals import BODY
from workers.tools.form_marks import PREFIX, marks_in, narrow_sections
from workers.tools.form_styles import unknown_styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from doc_templates.form_codes import FormFault
    from doc_templates.form_tags import PartSource
    from doc_templates.kind import Description, Kind
    from workers.tools.docx_form import CompiledForm
    from workers.tools.form_places import Places

NUMBER: Final = "4821/LONTAR/7"
"""A number that no sample has, to look for in what was filled."""
STYLES: Final = "word/styles.xml"
_BODY: Final = "isi dokumen"
ISSUE: Final = Printing(number=NUMBER, konsep=False)
KONSEP: Final = Printing(number=None, konsep=True)


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample of the kind, read."""

    name: str
    data: Any
    description: Description
    contexts: Mapping[Printing, Mapping[str, Any]]


@dataclass(slots=True)
class Trial:
    """What came of all fillings."""

    faults: list[FormFault] = field(default_factory=list)
    narrow: set[int] = field(default_factory=set)
    """Sections that left no room for the strip in any sample, counted from 0."""
    always: str = ""
    """Text that no data change, squeezed."""
    roles: frozenset[str] = frozenset()
    """Whose signature places the form has at all; which it lacks was told before."""


def samples_of(kind: Kind) -> list[Sample]:
    """Every sample with what it gives the form, as KONSEP and as issue."""
    found = []
    for name in kind.samples():
        data = kind.model.model_validate(kind.sample(name))
        contexts = {each: kind.context(data, each) for each in (KONSEP, ISSUE)}
        found.append(Sample(name, data, kind.describe(data), contexts))
    return found


def try_samples(
    content: bytes,
    *,
    kind: Kind,
    name: str,
    samples: Sequence[Sample],
    parts: Sequence[PartSource],
    places: Places,
) -> Trial:
    """Fill the form with every sample; each fault is told once, for the first that shows it.

    Args:
        content: the form.
        kind: whose samples they are.
        name: of the file.
        samples: read beforehand.
        parts: the form's parts with tags, for the places.
        places: the form as it was uploaded.
    """
    trial = Trial()
    try:
        form = compile_form(content, digest="", name=name)
    except Rejected as error:
        trial.faults.append(FORM_FILL.fault(str(error)))
        return trial
    still = {
        part: each for part, each in unpack(form.kept, name=name).items() if part in places.titles
    }
    trial.always = printed_in(still)
    trial.roles = frozenset(marks_in(places.roots[BODY]))
    told: Counter[tuple[str, str]] = Counter()
    for sample in samples:
        for fault in _tried(form, kind, sample, parts, trial):
            told[fault.code, fault.field or fault.place] += 1
            if told[fault.code, fault.field or fault.place] == 1:
                trial.faults.append(fault)
        if any(each.code == FORM_LIMIT.name for each in trial.faults):
            break
    return trial


def _tried(
    form: CompiledForm, kind: Kind, sample: Sample, parts: Sequence[PartSource], trial: Trial
) -> Iterator[FormFault]:
    try:
        form.changed(sample.contexts[KONSEP], arrange=_leave)
        changed = form.changed(
            sample.contexts[ISSUE], arrange=lambda root: kind.arrange(root, sample.data)
        )
    except MarkMissing as error:
        yield FORM_ARRANGE.fault(str(error), part=BODY, place=_BODY, field=error.name)
    except Rejected as error:
        yield _fault_of(error, sample.name, parts)
    except Exception:  # noqa: BLE001 - a kind's arrangement meets a form that is not the house's
        yield _unarranged(kind, sample.name)
    else:
        body = parse_strictly(changed[BODY])
        trial.narrow.update(narrow_sections(body))
        # Styles that have tags are among what was filled.
        styles = pack(changed, level=1) if STYLES in changed else form.kept
        yield from _unstyled(styles, body)
        yield from _unsigned(sample, Counter(marks_in(body)), trial.roles)
        yield from _unprinted(kind, sample, printed_in(changed) + trial.always)


def _unstyled(styles: bytes, body: Element) -> Iterator[FormFault]:
    """Styles that the kind's arrangement asks for, and the form does not have."""
    for each in unknown_styles(body, styles, name="templat"):
        yield FORM_STYLE.fault(
            f"Gaya “{each}” yang diperlukan jenis ini tidak ada pada templat.",
            part=STYLES,
            place="daftar gaya",
            field=each,
        )


def _unsigned(sample: Sample, marks: Counter[str], roles: frozenset[str]) -> Iterator[FormFault]:
    """The places of this sample's signatories, as many as the filled form has."""
    for who in sample.description.signatories:
        name = f"{PREFIX}{who.role}"
        if not marks[who.role] and who.role in roles:
            yield FORM_SIGNATURE.fault(
                f"Tempat tanda tangan “{name}” tidak tercetak pada contoh “{sample.name}”.",
                part=BODY,
                place=_BODY,
                field=name,
            )
        elif marks[who.role] > 1:
            yield FORM_SIGNATURE.fault(
                f"Tempat tanda tangan “{name}” tercetak {marks[who.role]} kali pada contoh "
                f"“{sample.name}”; hanya yang pertama dipakai.",
                part=BODY,
                place=_BODY,
                field=name,
                level=Level.WARNING,
            )


def _unprinted(kind: Kind, sample: Sample, printed: str) -> Iterator[FormFault]:
    """What a document must show and this one does not."""
    if squeezed(NUMBER) not in printed and _house_shows_number(kind, sample):
        sentence = f"Nomor naskah tidak tercetak pada contoh “{sample.name}”."
        yield FORM_NUMBER.fault(sentence, part=BODY, place=_BODY, field="nomor")
    for text in sample.description.must_show:
        if squeezed(text) not in printed:
            sentence = f"“{text}” wajib tercetak, tetapi tidak ada pada contoh “{sample.name}”."
            yield FORM_TEXT.fault(sentence, part=BODY, place=_BODY, field=text)


def _house_shows_number(kind: Kind, sample: Sample) -> bool:
    house = compile_form(kind.template.read_bytes(), digest="", name=kind.name)
    return squeezed(NUMBER) in printed_in(house.changed(sample.contexts[ISSUE], arrange=_leave))


def _leave(_root: object) -> None:
    """Arrange nothing."""


def _unarranged(kind: Kind, sample: str) -> FormFault:
    return FORM_ARRANGE.fault(
        f"Susunan templat tidak cocok dengan jenis “{kind.title}”: tabel atau penanda yang "
        f"diperlukannya tidak ada pada tempatnya (contoh “{sample}”).",
        part=BODY,
        place=_BODY,
    )


def _fault_of(error: Rejected, sample: str, parts: Sequence[PartSource]) -> FormFault:
    """The fault that a refusal to fill tells, where its tag stands."""
    if not isinstance(error, (TemplateBroken, FieldUnknown)):
        return FORM_FILL.fault(f"{error} (contoh “{sample}”)")
    code = FORM_LIMIT if "melampaui" in error.reason or "terlalu" in error.reason else FORM_FILL
    source = next((each for each in parts if each.title == error.part), None)
    tags = source.tags if source else ()
    tag = next((each for each in tags if each.place == error.place), None)
    reason = error.reason[0].upper() + error.reason[1:]
    return code.fault(
        f"{reason} (contoh “{sample}”).",
        part=source.name if source else "",
        place=f"{error.part}, {error.place}",
        paragraph=tag.paragraph if tag else None,
    )


def printed_in(members: Mapping[str, bytes]) -> str:
    """All text of some parts, squeezed."""
    texts = (
        each.text or ""
        for content in members.values()
        for each in parse_strictly(content).iter(f"{W}t")
    )
    return squeezed("".join(texts))


def squeezed(text: str) -> str:
    """A text without blanks and capitals, as it is looked for."""
    return "".join(text.split()).casefold()
