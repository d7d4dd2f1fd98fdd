"""All that may be proposed for an SOP, in the order in which a reader meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doc_templates.sop.usul_alur import propose_flow
from doc_templates.sop.usul_isian import propose_cells, propose_identity

if TYPE_CHECKING:
    from doc_templates.sop.model import Sop
    from doc_templates.usulan import Usulan


def propose(model: Sop) -> list[Usulan]:
    """Changes that the words themselves give a reason for; none is made here.

    Each has a code of its own. Alternatives, such as the two NIPs that one surplus digit leaves,
    are proposals for the same place: at most one of them can be accepted.
    """
    return [*propose_identity(model), *propose_flow(model), *propose_cells(model)]
