"""The same work in several processes, so that the database never waits for one of them."""

import os
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, as_completed, wait
from multiprocessing import get_context

from django.db import connection

from casereview.statistics.set_up import set_up
from casereview.statistics.whatif.records import Batch
from casereview.statistics.whatif.tally import Question, Tally, tallied

MOST = 4  # processes: beyond that they wait for the database
WORTH_IT = 5_000  # cases: fewer are done before another process has begun


def how_many(cases: int) -> int:
    """How many processes to use for so many cases; 1: this one, as for a SQLite of one installation."""
    if connection.vendor != "postgresql" or cases < WORTH_IT:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def in_processes(number: int, question: Question, batches: Iterable[Batch]) -> Generator[Tally, None, None]:
    """The tally of each batch, as they are ready; only a few are under way at a time."""
    database = (connection.settings_dict["NAME"],)
    pool = ProcessPoolExecutor(number, get_context("spawn"), set_up, database)
    try:
        under_way: set[Future[Tally]] = set()
        for batch in batches:
            under_way.add(pool.submit(tallied, question, batch))
            if len(under_way) > 2 * number:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        yield from (each.result() for each in as_completed(under_way))
    finally:
        pool.shutdown(cancel_futures=True)
