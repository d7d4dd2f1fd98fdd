"""The Celery application: JSON, late acknowledgement, one at a time, limits in order."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from workers.broker import PRODUCE, make_celery
from workers.settings import WorkerSettings


@pytest.fixture(params=[None, "redis://127.0.0.1:6399/0"])
def settings(request, tmp_path):
    return WorkerSettings(home=tmp_path, broker_url=request.param)


def test_nothing_but_json_is_read_or_written(settings):
    """A message cannot carry code."""
    conf = make_celery(settings).conf

    assert conf.accept_content == ["json"]
    assert conf.task_serializer == "json"
    assert conf.task_ignore_result


def test_a_message_is_done_with_only_when_its_work_is(settings):
    """A worker that dies gives its message back, and holds no more than it works at."""
    conf = make_celery(settings).conf

    assert conf.task_acks_late
    assert conf.task_reject_on_worker_lost
    assert conf.worker_prefetch_multiplier == 1


def test_a_hanging_job_is_killed_before_its_message_goes_to_another(tmp_path):
    """The hard limit lies well under the time after which Redis delivers again."""
    conf = make_celery(WorkerSettings(home=tmp_path, broker_url="redis://127.0.0.1:6399/0")).conf

    visible = conf.broker_transport_options["visibility_timeout"]
    assert conf.task_soft_time_limit < conf.task_time_limit < visible / 2


def test_the_task_is_known_by_name_only(settings):
    """Whoever sends needs no code of the worker."""
    assert PRODUCE not in make_celery(settings).tasks


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"engine_seconds": 500}, "LONTAR_ENGINE_SECONDS"),
        ({"job_hard_seconds": 100}, "LONTAR_JOB_SOFT_SECONDS"),
        ({"job_lease_seconds": 150}, "LONTAR_JOB_LEASE_SECONDS"),
        ({"visibility_seconds": 180}, "LONTAR_VISIBILITY_SECONDS"),
    ],
)
def test_limits_that_contradict_each_other_are_refused(tmp_path, known, told):
    """The refusal names both settings, and repeats no address that may hold a password."""
    with pytest.raises(ValidationError) as refusal:
        WorkerSettings(home=tmp_path, database_url="postgresql://u:rahasia@h/db", **known)

    assert told in str(refusal.value)
    assert "harus lebih kecil daripada" in str(refusal.value)
    assert "rahasia" not in str(refusal.value)
