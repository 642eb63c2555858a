"""What would change, asked of every case there is: cases a second, and the peak of memory, in a process of its own."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casereview.schemes.model import Scheme

AIM = "100,000 cases within 120 s"


def measure(say: Callable[[str], object]) -> None:
    """Ask in a new process, which has held nothing else in memory."""
    done = subprocess.run([sys.executable, "-m", "bench.what_if"], check=True, capture_output=True, text=True)
    say(f"\n{done.stdout.strip()}")


def _main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casereview.settings")
    import django

    django.setup()  # what is imported here is imported by the processes that this one starts, once they have done so
    from django.utils import timezone

    from casereview.schemes.load import by_name
    from casereview.statistics.whatif import what_if
    from casereview.statistics.whatif.processes import how_many

    scheme = _otherwise(by_name("durham", timezone.localdate()))
    start = time.perf_counter()
    found = what_if(scheme)
    took, cases = time.perf_counter() - start, found.open_cases + found.closed_cases
    own, theirs = _own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    others = f" and {theirs} in each of {how_many(cases)} others" if how_many(cases) > 1 else ""
    changed = sum(each.cases.number for each in found.answers if each.before != each.after)
    print(f"What would change: {cases} cases in {took:.1f} s, {cases / took:.0f} a second (aim: {AIM})")  # noqa: T201
    print(f"  {changed} answered otherwise; {sum(os.times()[:4]):.0f} s of processors, the database's apart")  # noqa: T201
    print(f"  memory at its peak, MB: {own}{others}")  # noqa: T201


def _own_peak() -> int:
    """Megabytes; `getrusage` would count in the process that started this one."""
    status = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) // 1024


def _otherwise(scheme: "Scheme") -> "Scheme":
    """The rules with every count two lower and every length five longer: nothing can be left out as alike."""
    routes = tuple(
        replace(
            route,
            minimums=tuple(replace(each, at_least=max(1, each.at_least - 2)) for each in route.minimums),
        )
        for route in scheme.routes
    )
    clocks = {
        name: replace(clock, length=clock.length and replace(clock.length, amount=clock.length.amount + 5))
        for name, clock in scheme.clocks.items()
    }
    return replace(scheme, routes=routes, clocks=clocks)


if __name__ == "__main__":
    _main()
