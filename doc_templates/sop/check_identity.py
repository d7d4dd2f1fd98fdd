"""What can be noticed about an SOP's identity sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from doc_templates.dasar_hukum import check_citations, check_coverage
from doc_templates.findings import Level
from doc_templates.isian import check_filled
from doc_templates.kop import check_letterhead
from doc_templates.nama import check_name
from doc_templates.nomor import check_number
from doc_templates.pejabat import check_official
from doc_templates.sop import codes
from doc_templates.sop.butir import LISTS, split_item
from doc_templates.sop.description import UNKNOWN_YEAR, own_date, year_of
from doc_templates.sop.judul import bare_title, titles_of
from doc_templates.sop.profiles import profile
from doc_templates.tanggal import Tanggal, check_date, check_order

if TYPE_CHECKING:
    from doc_templates.findings import Finding
    from doc_templates.kind import Tinjauan
    from doc_templates.peraturan import Pokok
    from doc_templates.sop.model import Panel, Sop

FITTING_FAMILIES: Final = ("000", "050", "060", "061", "065")
"""Classification families under which performance SOPs are filed: general affairs (83/2022);
planning, organisation and correspondence in the older scheme."""

PANELS: Final = (
    *("dasar_hukum", "kualifikasi", "keterkaitan"),
    *("peralatan", "peringatan", "pencatatan"),
)
_DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
_PERFORMANCE: Final = re.compile(r"\b(?:kinerja|sakip|lkjip|lakip)\b", re.IGNORECASE)


def check_identity(model: Sop, tinjauan: Tinjauan) -> list[Finding]:
    """From the letterhead to the last panel, in the order of reading."""
    return [
        *_check_office(model),
        *_check_titles(model),
        *check_number(
            model.nomor,
            "nomor",
            penomoran=model.penomoran,
            year=year_of(model) if year_of(model) != UNKNOWN_YEAR else None,
            families=FITTING_FAMILIES,
        ),
        *_check_dates(model),
        *_check_signing(model, tinjauan),
        *(each for name in PANELS for each in _check_panel(model, name)),
        *_check_legal_basis(model, tinjauan),
    ]


def _check_office(model: Sop) -> list[Finding]:
    found = check_filled(model.kop.pemerintah, "kop.pemerintah", "nama pemerintah daerah")
    office = "\n".join(model.kop.instansi) if model.kop.instansi else None
    return [
        *found,
        *check_filled(office, "kop.instansi", "nama instansi"),
        *check_letterhead(model.kop, "kop"),
    ]


def _check_titles(model: Sop) -> list[Finding]:
    label = profile(model.profil).label_of("nama_sop")
    found = check_filled(model.nama_sop, "nama_sop", label)
    titles = list(titles_of(model).values())
    if len({bare_title(each) for each in titles}) <= 1:
        return found
    quoted = ", ".join(f"“{each}”" for each in titles)
    sentence = f"Judul di dalam naskah berbeda-beda: {quoted}; mohon pilih satu."
    return [*found, codes.TITLE_MISMATCH.at("nama_sop", sentence, *dict.fromkeys(titles))]


def _check_dates(model: Sop) -> list[Finding]:
    form = profile(model.profil)
    found: list[Finding] = []
    for name in _DATES:
        value: str | None = getattr(model, name)
        label = form.label_of(name)
        found += check_filled(value, name, label)
        found += check_date(value or "", name, month_only=Level.ERROR, iso_in_words=True)
    for name in _DATES[1:]:
        labels = (form.label_of("tanggal_pembuatan"), form.label_of(name))  # type: ignore[arg-type]
        found += check_order(model.tanggal_pembuatan, getattr(model, name), name, names=labels)
    return found


def _check_signing(model: Sop, tinjauan: Tinjauan) -> list[Finding]:
    label = profile(model.profil).label_of("disahkan_oleh")
    signing = model.pengesahan
    if signing is None:
        return check_filled(None, "pengesahan", label)
    found = []
    if model.letak_pengesahan == "penutup":
        found += check_filled(model.disahkan_oleh, "disahkan_oleh", label)
        written = (signing.tempat_tanggal or "").rpartition(",")[2].strip()
        found += check_date(written, "pengesahan.tempat_tanggal")
    found += check_official(signing.pejabat, "pengesahan.pejabat")
    if tinjauan.teliti:
        found += check_name(signing.pejabat.nama or "", "pengesahan.pejabat.nama")
    return found + _check_signer_in_flow(model)


def _check_signer_in_flow(model: Sop) -> list[Finding]:
    post = (model.pengesahan.pejabat.jabatan or "").lower() if model.pengesahan else ""
    names = [part.strip() for lane in model.lajur for part in lane.nama.lower().split("/")]
    if not post.strip() or not names or any(name and name in post for name in names):
        return []
    return [
        codes.SIGNER_NOT_IN_FLOW.at(
            "pengesahan.pejabat.jabatan",
            "Pengesah tidak mempunyai lajur di dalam alur; mohon pastikan tidak ada langkah "
            "persetujuan yang tertinggal.",
        )
    ]


def _check_panel(model: Sop, name: str) -> list[Finding]:
    label: str = getattr(profile(model.profil).panel, name).rstrip(" :")
    panel: Panel | None = getattr(model, name)
    content = None if panel is None else "\n".join(panel.butir)
    found = check_filled(content, name, label, level=Level.WARNING)
    if panel is None or name not in LISTS:
        return found
    for at, item in enumerate(panel.butir):
        parts = split_item(item)
        if len(parts) > 1:
            sentence = (
                f"Butir ke-{at + 1} pada {label} tampak berisi {len(parts)} butir yang tersambung; "
                "pisahkan bila memang demikian."
            )
            found.append(codes.LIST_UNSPLIT.at(f"{name}.butir[{at}]", sentence, *parts))
    return found


def _check_legal_basis(model: Sop, tinjauan: Tinjauan) -> list[Finding]:
    items = model.dasar_hukum.butir if model.dasar_hukum else ()
    year = year_of(model)
    naskah = own_date(model) or (None if year == UNKNOWN_YEAR else Tanggal(year))
    day = tinjauan.pada
    pada = Tanggal(day.year, day.month, day.day) if day else None
    found = check_citations(items, "dasar_hukum.butir", naskah=naskah, pada=pada)
    if not items:
        return found
    return found + check_coverage(items, "dasar_hukum", pokok=_subjects(model), naskah=naskah)


def _subjects(model: Sop) -> tuple[Pokok, ...]:
    """Every SOP rests on the rules for SOPs; one on performance also on those for SAKIP."""
    cover = model.sampul.judul if model.sampul else ()
    titles = " ".join((*cover, model.nama_sop or "", model.judul_tabel or ""))
    return ("sop", "sakip") if _PERFORMANCE.search(titles) else ("sop",)
