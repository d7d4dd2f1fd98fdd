"""What can be noticed about the flow of an SOP: exits, targets, beginnings and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.sop import codes
from doc_templates.sop.alur import alur_of, is_end, target_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from doc_templates.findings import Finding
    from doc_templates.sop.alur import Alur
    from doc_templates.sop.model import Langkah, Sop

_CHOICE: Final = re.compile(
    r"\bjika\b.*\bjika tidak\b|\bapabila tidak\b", re.IGNORECASE | re.DOTALL
)


def check_flow(model: Sop) -> list[Finding]:
    """Row by row, then what only the whole flow shows."""
    flow = alur_of(model)
    found: list[Finding] = []
    for at, step in enumerate(model.kegiatan):
        where = f"kegiatan[{at}]"
        found += [
            *_check_decision(step, where, flow),
            *_check_targets(step, at, where, flow),
            *_check_unused(step, where),
            *_check_symbol(step, at, where, flow),
        ]
    return [*found, *_check_reach(model, flow), *_check_way_out(model, flow)]


def _check_decision(step: Langkah, where: str, flow: Alur) -> Iterator[Finding]:
    if step.bentuk != "keputusan":
        if _CHOICE.search(step.uraian):
            sentence = (
                f"Uraian langkah {step.kunci} berisi pilihan; mungkin bentuknya keputusan dengan "
                "Ya dan Tidak."
            )
            yield codes.STEP_DECIDES.at(f"{where}.bentuk", sentence, "keputusan")
        return
    yes, no = target_of(step.ya), target_of(step.tidak)
    if not (yes and no):
        sentence = (
            f"Langkah {step.kunci} adalah keputusan; isilah langkah sesudah {step.label_ya} dan "
            f"sesudah {step.label_tidak}."
        )
        yield codes.DECISION_UNLABELLED.at(where, sentence)
    elif yes == no and yes in flow.langkah:
        sentence = (
            f"Kedua jawaban langkah {step.kunci} menuju langkah {yes}; bedakan tujuannya, atau "
            "jadikan proses biasa."
        )
        yield codes.DECISION_SAME.at(where, sentence)


def _check_targets(step: Langkah, at: int, where: str, flow: Alur) -> Iterator[Finding]:
    for name, label, target in _used_exits(step):
        key = target_of(target)
        if key is None or (name == "lanjut" and is_end(target)):
            continue
        if key not in flow.langkah:
            sentence = (
                f"{label} pada langkah {step.kunci} menuju langkah {key} yang tidak ada; perbaiki "
                "tujuannya."
            )
            yield codes.LOOP_NO_TARGET.at(f"{where}.{name}", sentence)
        elif flow.langkah[key] == at:
            sentence = (
                f"{label} pada langkah {step.kunci} kembali ke langkah itu sendiri; tunjuk langkah "
                "yang mengulang pekerjaannya."
            )
            yield codes.LOOP_SELF.at(f"{where}.{name}", sentence)


def _used_exits(step: Langkah) -> tuple[tuple[str, str, str | None], ...]:
    if step.bentuk == "keputusan":
        return (
            ("ya", f"Jawaban {step.label_ya}", step.ya),
            ("tidak", f"Jawaban {step.label_tidak}", step.tidak),
        )
    return (("lanjut", "Lanjutan", step.lanjut),)


def _check_unused(step: Langkah, where: str) -> Iterator[Finding]:
    decides = step.bentuk == "keputusan"
    unused = {"lanjut": step.lanjut} if decides else {"ya": step.ya, "tidak": step.tidak}
    remedy = "isilah ya dan tidak" if decides else "jadikan keputusan, atau kosongkan"
    for name, target in unused.items():
        if target_of(target):
            sentence = (
                f"Isian {name} pada langkah {step.kunci} tidak dipakai karena bentuknya "
                f"{step.bentuk}; {remedy}."
            )
            yield codes.FLOW_UNUSED.at(f"{where}.{name}", sentence)


def _check_symbol(step: Langkah, at: int, where: str, flow: Alur) -> Iterator[Finding]:
    begins, ends = at in flow.mulai, at in flow.akhir
    place = f"{where}.bentuk"
    if step.bentuk == "terminator" and not (begins or ends):
        sentence = (
            f"Langkah {step.kunci} berbentuk terminator tetapi alur tidak mulai atau berakhir di "
            "situ; jadikan proses, atau akhiri dengan “selesai”."
        )
        yield codes.TERMINATOR_INSIDE.at(place, sentence, "proses")
    if step.bentuk == "proses" and (begins or ends):
        what = "mulai" if begins else "berakhir"
        sentence = (
            f"Alur {what} pada langkah {step.kunci}; lazimnya langkah itu digambar sebagai "
            "terminator."
        )
        yield codes.TERMINATOR_MISSING.at(place, sentence, "terminator")


def _check_reach(model: Sop, flow: Alur) -> list[Finding]:
    reached = _closure(flow.mulai, lambda row: (each.ke for each in flow.keluar(row)))
    return [
        codes.UNREACHABLE.at(
            f"kegiatan[{at}]",
            f"Langkah {step.kunci} tidak dituju oleh langkah mana pun; sambungkan, atau jadikan "
            "terminator bila alur lain mulai di situ.",
        )
        for at, step in enumerate(model.kegiatan)
        if at not in reached
    ]


def _check_way_out(model: Sop, flow: Alur) -> list[Finding]:
    """Steps from which the work can never end; those that wait for a target are not blamed."""
    rows = range(len(model.kegiatan))
    open_ended = [
        at for at in rows if at in flow.akhir or _lacks_exit(model.kegiatan[at], at, flow)
    ]
    leaving = _closure(open_ended, lambda row: (each.dari for each in flow.masuk(row)))
    trapped = [at for at in rows if at not in leaving]
    if not trapped:
        return []
    keys = ", ".join(model.kegiatan[at].kunci for at in trapped)
    sentence = (
        f"Dari langkah {keys} alur tidak pernah berakhir; beri jalan keluar dari perulangan itu, "
        "misalnya jawaban yang menuju langkah berikut."
    )
    return [codes.ENDLESS.at(f"kegiatan[{trapped[0]}]", sentence)]


def _lacks_exit(step: Langkah, at: int, flow: Alur) -> bool:
    return len(flow.keluar(at)) < (2 if step.bentuk == "keputusan" else 1)


def _closure(first: Iterable[int], following: Callable[[int], Iterable[int]]) -> set[int]:
    reached: set[int] = set()
    waiting = list(first)
    while waiting:
        row = waiting.pop()
        if row not in reached:
            reached.add(row)
            waiting += following(row)
    return reached
