"""The log: each line tells its job, none tells what was typed."""

from __future__ import annotations

import logging

from workers.log import Line, about


def a_line(message, *, error=None):
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("workers.tasks", logging.INFO, "", 1, message, (), exc_info)
    return Line().format(record)


def test_a_line_names_the_job_it_is_about():
    """Inside a job its name stands in every line; outside none does."""
    with about("7k3m"):
        inside = a_line("filed")

    assert "job=7k3m workers.tasks: filed" in inside
    assert "job=- " in a_line("working")


def test_an_exception_tells_its_way_and_not_its_words():
    """The words of an exception may be somebody's data."""
    try:
        int("NIP 19800101")
    except ValueError as error:
        line = a_line("unexpected", error=error)

    assert "builtins.ValueError" in line
    assert "test_log.py" in line
    assert "19800101" not in line
