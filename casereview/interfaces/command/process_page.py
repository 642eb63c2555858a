"""PROCESS.md: the procedure as a table and a diagram, made from the steps and one area's scheme."""

from collections.abc import Iterable
from itertools import pairwise

from django.utils.translation import override

from casereview.procedure import STEPS
from casereview.schemes.load import newest
from casereview.schemes.model import Clock, Scheme
from casereview.steps.step import Step
from casereview.wording.length import length_words

EXAMPLE = "durham"
STAGES = {
    4: "Received",
    5: "First look",
    6: "Told to bodies",
    7: "Contact",
    8: "Threshold",
    9: "Support and chair",
    10: "Information",
    11: "Meeting",
    12: "Plan",
    13: "Progress",
    14: "Appeal",
    15: "Hearing",
    16: "Close",
    0: "At any stage",
}
WHO = {
    "apply": "applicant",
    "coordinate": "co-ordinator",
    "answer_for_body": "officer of a body",
    "chair": "chair",
    "clerk_appeals": "clerk to the panel",
    "qualify_appeals": "chair of the panel",
    "decide_appeals": "member of the panel",
    "system": "the system",
}
CORRECTING = "correct_fact"  # records what other steps record, and starts and stops nothing of its own


def page() -> str:
    """The whole text of PROCESS.md, in English."""
    with override("en"):
        scheme = newest(EXAMPLE)
        return "\n".join([*_opening(scheme), *_table(scheme), *_diagram(scheme)]) + "\n"


def _opening(scheme: Scheme) -> Iterable[str]:
    yield "# The procedure"
    yield ""
    yield "Made by `manage.py process --write` from the steps in `casereview/procedure.py`: do not edit it."
    yield f"Clocks are those of {scheme.area}: ▶ starts one, ■ stops it. A fact, once recorded, never changes."
    yield ""


def _table(scheme: Scheme) -> Iterable[str]:
    yield "| Stage | Step | Who | When it is open | Records | Clocks | Letters |"
    yield "|-|-|-|-|-|-|-|"
    for step in STEPS.values():
        cells = (
            _stage(step),
            f"**{step.title}** (`{step.name}`)",
            ", ".join(WHO[permission] for permission in step.who),
            _opens(step),
            ", ".join(f"`{kind}`" for kind in step.records),
            "; ".join(_clocks(scheme, step)) or "–",
            ", ".join(f"`{code}`" for code in step.letters) or "–",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _stage(step: Step) -> str:
    return f"{step.stage} {STAGES[step.stage]}" if step.stage else STAGES[0]


def _opens(step: Step) -> str:
    """What the step's own rule says of itself in its first line."""
    said = (step.is_open.__doc__ or "").strip().split("\n")[0]
    return said.removeprefix("Open ").rstrip(".")


def _clocks(scheme: Scheme, step: Step) -> Iterable[str]:
    if step.name == CORRECTING:
        return
    for clock in scheme.clocks.values():
        if set(clock.starts) & set(step.records):
            yield f"▶ {clock.name}{_length(clock)}"
        if set(clock.stops) & set(step.records):
            yield f"■ {clock.name}"


def _length(clock: Clock) -> str:
    if clock.length is None:
        return " (measured)"
    after = ", from the day its notice is served" if clock.starts_on == "served" else ""
    return f" ({length_words(clock.length)}{after})"


def _diagram(scheme: Scheme) -> Iterable[str]:
    """Stages in their order, each with its steps; thick arrows are clocks, from what starts them to what stops them."""
    yield "```mermaid"
    yield "flowchart TB"
    stages = [stage for stage in STAGES if stage in {step.stage for step in STEPS.values()}]
    for stage in stages:
        yield f'  subgraph stage{stage}["{STAGES[stage]}"]'
        for step in STEPS.values():
            if step.stage == stage:
                yield f'    {step.name}["{step.title}"]'
        yield "  end"
    along = [stage for stage in stages if stage]
    for before, after in pairwise(along):
        yield f"  stage{before} --> stage{after}"
    for clock in scheme.clocks.values():
        for start in _recording(clock.starts):
            for stop in _recording(clock.stops):
                yield f'  {start} == "{clock.name}{_length(clock)}" ==> {stop}'
    yield "```"
    yield ""


def _recording(events: tuple[str, ...]) -> list[str]:
    """The step that records each event, the first of them where there are several ways."""
    found = (next((step.name for step in STEPS.values() if event in step.records), "") for event in events)
    return list(dict.fromkeys(name for name in found if name))
