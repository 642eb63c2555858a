"""Finds the stories and tells them, oldest application first."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date

from demo import stories
from demo.stage import Stage


def all_stories() -> Iterator[tuple[str, Callable[[Stage], None]]]:
    """Every story by its name: the functions of the modules in demo/stories that begin with "tell_"."""
    for module in sorted(each.name for each in pkgutil.iter_modules(stories.__path__)):
        found = vars(importlib.import_module(f"demo.stories.{module}"))
        for name, function in found.items():
            if name.startswith("tell_"):
                yield name.removeprefix("tell_"), function


def tell(name: str, story: Callable[[Stage], None], today: date) -> Stage:
    """Tell one story as of a day, unless it was told already; return the stage with its case."""
    stage = Stage(name, today)
    if not stage.is_told():
        story(stage)
    return stage
