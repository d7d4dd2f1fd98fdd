"""Templates: always escaped, never with an undefined name, the same frame around all of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from service.accounts.secret import masked
from service.door.caller import house_of
from service.web import words
from service.web.asking import FORM_FIELD, visitor
from service.web.forms import Faults
from service.web.navigation import Link, links_for
from service.web.notices import COOKIE, notice_of
from service.web.static_files import address_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from service.accounts.sessions import Session
    from service.door.caller import Caller

FOLDER: Final = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """The templates of all pages."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Every write to the folder belongs to a release; nothing changes under way.
        auto_reload=False,
    )
    made.filters.update(words.FILTERS)
    made.globals.update({"static": address_of, "query": query})
    return made


@dataclass(frozen=True, slots=True)
class Pages:
    """What all pages of an application share."""

    links: tuple[Link, ...]
    """All of the navigation, in its order."""


def page(
    request: Request,
    template: str,
    *,
    caller: Caller | None = None,
    status: int = 200,
    **context: Any,  # noqa: ANN401 - whatever the template shows
) -> HTMLResponse:
    """A page.

    Args:
        request: that it answers.
        template: its file.
        caller: who asks; None on pages that are open to all.
        status: of the answer.
        context: what the template shows.
    """
    session = caller.session if caller is not None else visitor(request)
    notice = notice_of(request, session)
    response = HTMLResponse(
        environment()
        .get_template(template)
        .render(_frame(request, session) | {"notice": notice, "faults": Faults()} | context),
        status_code=status,
    )
    if notice:
        response.delete_cookie(COOKIE)
    return response


def fragment(template: str, *, session: Session | None = None, **context: Any) -> HTMLResponse:  # noqa: ANN401
    """A part of a page, for HTMX to put in place."""
    made = environment().get_template(template).render({"form_key": _key(session)} | context)
    return HTMLResponse(made)


def bare_page(template: str, *, status: int, **context: Any) -> str:  # noqa: ANN401 - as in page
    """A page for which nothing is looked up: it must also stand where nothing else does."""
    frame = {"person": None, "links": (), "here": "", "form_key": _key(None), "notice": ""}
    return environment().get_template(template).render(frame | {"status": status} | context)


def query(**values: Any) -> str:  # noqa: ANN401 - whatever can stand in an address
    """The part of an address behind its question mark; what is None or empty is left out."""
    told = urlencode({name: value for name, value in values.items() if value not in {None, ""}})
    return f"?{told}" if told else ""


def _frame(request: Request, session: Session | None) -> dict[str, Any]:
    pages: Pages = request.app.state.pages
    kinds = house_of(request).kinds
    return {
        "person": session and session.person,
        "links": links_for(session.person, pages.links) if session else (),
        "here": request.url.path,
        "form_key": _key(session),
        "kind_title": lambda name: kinds[name].title if name in kinds else name,
    }


def _key(session: Session | None) -> Any:  # noqa: ANN401 - called by templates
    """What templates call in each form: the hidden field with the session's key."""

    def form_key() -> Markup:
        value = masked(session.form_key) if session else ""
        return Markup('<input type="hidden" name="{}" value="{}">').format(FORM_FIELD, value)

    return form_key
