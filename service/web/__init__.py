"""The pages: read a form, call one verb, show.

A page is added by a module in this package that holds ``router`` (an ``APIRouter``); it is found
by its place. In it:

- Every route names who may open it: ``caller: Annotated[Caller, Depends(reads(Act.…))]``, from
  ``asking``; ``Stranger`` from ``service.door.caller`` is for what the public may ask.
- Forms carry ``{{ form_key() }}``; a POST without it is refused before the route is entered. What
  was sent is read with ``fields: Fields`` (``asking``), not with FastAPI's ``Form``.
- ``page(request, "name.html", caller=caller, …)`` (``rendering``) shows a template that extends
  ``base.html``; ``faults`` (``forms``) are shown by the macros of ``forms.html``.
- After a change ``moved(request, "/to", caller=caller, told="Tersimpan.")`` leads to the next page
  and says there what was done. Errors that are raised become a page by themselves.
- ``LINKS`` in the module puts it into the navigation of those who may do the link's act.
- Styles are classes of ``static/lontar.css``; nothing inline, the browser would refuse it.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from fastapi import APIRouter

from service.web.navigation import Link
from service.web.problem_pages import ProblemPages
from service.web.rendering import Pages

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["add_pages"]


def add_pages(app: FastAPI) -> None:
    """Add all pages to the application, around everything that it has already."""
    links: list[Link] = []
    for each in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        module = import_module(f"{__name__}.{each.name}")
        if isinstance(router := getattr(module, "router", None), APIRouter):
            app.include_router(router, include_in_schema=False)
            links += getattr(module, "LINKS", ())
    pages = Pages(tuple(sorted(links)))
    app.state.pages = pages
    app.add_middleware(ProblemPages, pages=pages)
