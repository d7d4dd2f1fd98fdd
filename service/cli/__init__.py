"""The command line: read, call one verb, show.

Commands import what they need when they run, so that ``lontar --help`` answers at once.
"""

from __future__ import annotations

import click

from service.cli.backup import backup
from service.cli.check import check
from service.cli.demo import demo
from service.cli.derive import derive
from service.cli.find import find
from service.cli.form import form
from service.cli.fsck import fsck, rebuild
from service.cli.get import get
from service.cli.import_ import import_file
from service.cli.intake import intake
from service.cli.jobs import list_jobs, retry, show_job
from service.cli.keep import due, keep
from service.cli.kinds import list_kinds, show_sample, show_schema
from service.cli.make import make
from service.cli.person import person
from service.cli.register import register, void
from service.cli.request import request
from service.cli.restore import restore
from service.cli.root import Root
from service.cli.serve import serve
from service.cli.show import show
from service.cli.standing import reinstate, withdraw
from service.cli.template import template
from service.cli.verify import verify
from service.cli.work import work

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    list_kinds,
    show_schema,
    show_sample,
    import_file,
    form,
    intake,
    check,
    derive,
    make,
    request,
    list_jobs,
    show_job,
    retry,
    find,
    show,
    get,
    verify,
    withdraw,
    reinstate,
    keep,
    due,
    register,
    void,
    fsck,
    rebuild,
    backup,
    restore,
    work,
    serve,
    person,
    template,
    demo,
)
"""All commands, in the order in which an office meets them."""


@click.command(
    cls=Root,
    commands=COMMANDS,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [MASUKAN]...",
)
@click.option("--trace", is_flag=True, help="Tampilkan jejak lengkap bila terjadi galat.")
def main(*, trace: bool) -> None:
    """Lontar membuat dokumen kinerja resmi dari data dan mengarsipkannya."""
