"""The Celery application, as careful as Celery can be told to be.

A message holds a task's name and a job's id, in JSON; results are never kept. It is acknowledged
when the work is done, one a worker is fetched at a time, and a job that hangs is killed well
before the broker would hand its message to a second worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from celery import Celery

if TYPE_CHECKING:
    from workers.settings import WorkerSettings

QUEUE: Final = "lontar"

PRODUCE: Final = "workers.produce"
"""Name of the one task; the inbox sends it without knowing the code behind."""

ANSWER: Final = 2.0
"""Seconds that Redis has to answer the one who hands a job over."""


def make_celery(settings: WorkerSettings) -> Celery:
    """The application that sends and receives through Redis, or through a folder of LONTAR_HOME."""
    app = Celery("lontar", set_as_current=False)
    app.conf.update(
        **(_redis(settings) if settings.broker_url else _folder(settings)),
        task_default_queue=QUEUE,
        task_serializer="json",
        event_serializer="json",
        accept_content=["json"],
        result_backend="disabled://",
        task_ignore_result=True,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_acks_on_failure_or_timeout=True,
        task_soft_time_limit=settings.job_soft_seconds,
        task_time_limit=settings.job_hard_seconds,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        # After a lost connection Celery would take fewer messages until old tasks report, and a
        # child that died meanwhile never does.
        worker_enable_prefetch_count_reduction=False,
        broker_connection_retry=True,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        timezone="UTC",
        enable_utc=True,
    )
    return app


def _redis(settings: WorkerSettings) -> dict[str, Any]:
    return {
        "broker_url": settings.broker_url,
        "broker_transport": "workers.redis_queue:Transport",
        "broker_connection_timeout": ANSWER,
        "broker_transport_options": {
            "visibility_timeout": settings.visibility_seconds,
            "socket_connect_timeout": ANSWER,
            "socket_keepalive": True,
            "health_check_interval": 10,
        },
    }


def _folder(settings: WorkerSettings) -> dict[str, Any]:
    messages, control = settings.queue / "messages", settings.queue / "control"
    for folder in (messages, control):
        folder.mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": "filesystem://localhost",
        "broker_transport": "workers.embedded:Transport",
        "broker_transport_options": {
            "data_folder_in": str(messages),
            "data_folder_out": str(messages),
            "control_folder": str(control),
        },
    }
