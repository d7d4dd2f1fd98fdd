"""Who may do what: one table of acts and roles, and one pure question over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive.keeping import Access
from archive.records import folded_office
from service.accounts.acts import Act, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.accounts.person import Person


EVERYWHERE: Final = "*"
"""Office of a membership that counts for all offices."""

_WORKING: Final = frozenset({Role.PENYUSUN, Role.PEMERIKSA, Role.PENANDATANGAN})
_READING: Final = _WORKING | {Role.AUDITOR, Role.ARSIPARIS}
_ANYONE: Final = frozenset(Role)

TABLE: Final[Mapping[Act, frozenset[Role]]] = {
    Act.SEE_KINDS: _ANYONE,
    Act.MANAGE_OWN: _ANYONE,
    Act.CHECK: frozenset({Role.PENYUSUN, Role.PEMERIKSA}),
    Act.PREVIEW: frozenset({Role.PENYUSUN, Role.PEMERIKSA}),
    Act.REQUEST: frozenset({Role.PENYUSUN}),
    Act.SEE_JOBS: _READING | {Role.ADMIN},
    Act.STEER_JOBS: frozenset({Role.PENYUSUN}),
    Act.REVIEW: frozenset({Role.PEMERIKSA}),
    Act.SEE_DOCUMENTS: _READING,
    Act.DOWNLOAD: _READING,
    Act.RECEIVE: frozenset({Role.PENANDATANGAN}),
    Act.SEE_TRAIL: frozenset({Role.AUDITOR, Role.ARSIPARIS}),
    Act.EXAMINE: frozenset({Role.AUDITOR, Role.ARSIPARIS}),
    Act.KEEP: frozenset({Role.ARSIPARIS}),
    Act.SEE_REGISTER: frozenset({Role.AUDITOR, Role.ARSIPARIS, Role.ADMIN}),
    Act.VOID_NUMBER: frozenset({Role.ARSIPARIS}),
    Act.MANAGE_PEOPLE: frozenset({Role.ADMIN}),
    Act.MANAGE_TEMPLATES: frozenset({Role.ADMIN}),
    Act.MANAGE_HOOKS: frozenset({Role.ADMIN}),
    Act.SEE_HEALTH: frozenset({Role.ADMIN}),
}
"""Act → the roles that may do it; whatever stands in no row may be done by nobody."""

CLEARED: Final[Mapping[Access, frozenset[Role]]] = {
    Access.RAHASIA: frozenset({Role.PEMERIKSA, Role.PENANDATANGAN, Role.ARSIPARIS, Role.AUDITOR}),
    Access.SANGAT_RAHASIA: frozenset({Role.PENANDATANGAN, Role.ARSIPARIS, Role.AUDITOR}),
}
"""Class of access → the roles for which its documents exist at all; decision 0012.

``biasa`` and ``terbatas`` hide nothing from the roles of the office; the public sees of
``terbatas``, and of what is more, only that it is genuine. Supervisors see all
(Perka ANRI 17/2011).
"""

PERSONAL: Final = frozenset({Act.MANAGE_OWN})
"""Acts on nothing but one's own account: they need no role, so that all can sign out again."""

CHANGING: Final = frozenset(
    {
        Act.REQUEST,
        Act.STEER_JOBS,
        Act.REVIEW,
        Act.RECEIVE,
        Act.KEEP,
        Act.VOID_NUMBER,
        Act.MANAGE_PEOPLE,
        Act.MANAGE_TEMPLATES,
        Act.MANAGE_HOOKS,
    }
)
"""Acts after which documents, numbers or the installation are not as before."""


def may(person: Person, act: Act, office: str | None) -> bool:
    """Whether a person may do an act in an office.

    Args:
        person: who asks; one who is disabled may do nothing.
        act: what is asked.
        office: as printed in the document; None for what concerns the whole installation, which
            only those may do whose role counts everywhere.
    """
    return office_counts(offices_of(person, act), office)


def may_somewhere(person: Person, act: Act) -> bool:
    """Whether there is any office in which the person may do the act, or it needs none."""
    if act in PERSONAL:
        return person.active and (person.scopes is None or act in person.scopes)
    return bool(offices_of(person, act))


def offices_of(person: Person, act: Act) -> frozenset[str]:
    """Folded names of the offices in which a person may do an act; ``*`` for all of them."""
    if not person.active or (person.scopes is not None and act not in person.scopes):
        return frozenset()
    return frozenset(
        folded_office(each.office) for each in person.memberships if each.role in TABLE.get(act, ())
    )


def is_cleared(person: Person, access: Access, office: str | None) -> bool:
    """Whether documents of this class exist for a person in an office."""
    return access not in CLEARED or office_counts(_cleared_offices(person, access), office)


def guarded(person: Person) -> tuple[tuple[str, frozenset[str]], ...]:
    """Class of access → the offices in which a person is cleared for it; as a search takes it."""
    offices = [(access, _cleared_offices(person, access)) for access in CLEARED]
    return tuple((access.value, each) for access, each in offices if EVERYWHERE not in each)


def _cleared_offices(person: Person, access: Access) -> frozenset[str]:
    return frozenset(
        folded_office(each.office) for each in person.memberships if each.role in CLEARED[access]
    )


def office_counts(offices: frozenset[str], office: str | None) -> bool:
    """Whether an office, as printed, is among folded names."""
    return EVERYWHERE in offices or (office is not None and folded_office(office) in offices)
