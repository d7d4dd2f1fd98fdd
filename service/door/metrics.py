"""What Prometheus is told: requests, and of jobs the waiting and the converting apart.

The ledger is asked when somebody looks, so no thread counts anything.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from workers.job_figures import figures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.core import Metric

    from service.app import House

_FAST: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)
RECENT: Final = timedelta(minutes=5)
"""Of jobs that ended within this time it is told how long they waited and were worked at."""


class Metrics:
    """The figures of one process and its ledger."""

    def __init__(self, house: House) -> None:
        """Begin at nought."""
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "lontar_requests",
            "Permintaan yang dijawab",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "lontar_request_seconds",
            "Lama menjawab permintaan, detik",
            ("route",),
            buckets=_FAST,
            registry=self.registry,
        )
        self.registry.register(_Ledger(house))

    def answered(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self) -> bytes:
        """All figures in Prometheus' own format."""
        return generate_latest(self.registry)


class _Ledger:
    """Figures of the job ledger at the moment of asking."""

    def __init__(self, house: House) -> None:
        self._house = house

    def describe(self) -> list[Metric]:
        """Nothing is asked of the ledger before somebody looks."""
        return []

    def collect(self) -> Iterator[Metric]:
        """Jobs by state, the oldest wait, and what the latest jobs took."""
        now = self._house.clock()
        figures = figures_of(self._house.database, now=now, recent=RECENT)
        states = GaugeMetricFamily("lontar_jobs", "Pekerjaan menurut keadaan", labels=("state",))
        for state, count in figures.states.items():
            states.add_metric((state,), count)
        yield states
        yield GaugeMetricFamily(
            "lontar_queue_oldest_seconds",
            "Sejak kapan pekerjaan tertua menunggu, detik",
            value=figures.oldest_seconds,
        )
        for name, meaning, values in (
            ("queue_wait", "menunggu sebelum dikerjakan", figures.waits),
            ("conversion", "diubah menjadi PDF", figures.conversions),
            ("work", "dikerjakan seluruhnya", figures.work),
        ):
            family = GaugeMetricFamily(
                f"lontar_job_{name}_seconds",
                f"Lama pekerjaan {RECENT.seconds // 60} menit terakhir {meaning}, detik",
                labels=("quantile",),
            )
            for quantile in (0.5, 0.95, 1.0):
                family.add_metric((f"{quantile:g}",), _quantile(values, quantile))
            yield family


def _quantile(values: list[float], quantile: float) -> float:
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(quantile * len(ordered)))]
