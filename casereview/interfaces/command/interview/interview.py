"""Asking the questions of a form, one after another, until every part has its block or is left out."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.interfaces.command.interview.file import (
    LAW,
    PAGE,
    block_text,
    heading,
    own_words,
    top_text,
    words_text,
)
from casereview.interfaces.command.interview.form import Filled, Part, Question, Table, opened, put
from casereview.interfaces.command.interview.kept import Kept
from casereview.interfaces.command.interview.kinds import TEXT, YES, Wrong
from casereview.interfaces.command.interview.typed import readable, value_of
from casereview.schemes.check import check
from casereview.schemes.faults import Fault

BACK = "<"


class Back(Exception):
    """The answer before this one is to be given again."""


class Interview:
    """`typed` reads one line that somebody types and `say` shows one; both raise what they like.

    `kept` takes every accepted answer and gives it again; `events` are the events that clocks may name.
    """

    def __init__(
        self, typed: Callable[[], str], say: Callable[[str], None], kept: Kept, events: Mapping[str, str]
    ) -> None:
        self.typed, self.say, self.kept, self.events = typed, say, kept, events
        self.source = ""  # of a block for which no heading is given
        self.shown = ""  # the heading that stands above the questions
        self.hints: set[str] = set()  # those given under it

    def fill(self, parts: tuple[Part, ...]) -> list[Filled]:
        """Every part answered or left out, in their order."""
        while True:
            filled: list[Filled] = []
            try:
                for part in parts:
                    filled += self._part(part, filled)
                    self.source = heading(filled[0]) or _("the page")
                return filled
            except Back:
                self.kept.forget(max(self.kept.at - 1, 0))
                self.kept.at, self.shown = 0, ""

    def _part(self, part: Part, before: list[Filled]) -> Iterator[Filled]:
        if part.within and not any(each.path == part.within and each.table for each in before):
            return
        found: list[Filled] = []
        while True:
            block = self._sound(part, [*before, *found], len(found) + 1)
            if block.table is not None or not (found or part.named_by):
                found.append(block)
            if block.table is None or not part.repeated:
                break
        yield from found

    def _sound(self, part: Part, before: list[Filled], number: int) -> Filled:
        """The block, asked for again until it contradicts neither itself nor its like."""
        while True:
            since = self.kept.at
            block = self._block(part, before, number)
            faults = self._faults(block, before) if block.table is not None else []
            if not faults:
                return block
            for fault in faults:
                self.say(f"  {fault.path}: {fault.message}")
            self.say(_("This part does not fit together, so it is asked once more."))
            self.kept.forget(since)

    def _block(self, part: Part, before: list[Filled], number: int) -> Filled:
        place = f"{part.path}.{number}" if part.repeated else part.path
        if part.gate:
            gate = self._answer(part, Question("", part.gate, YES), place, {}, before)
            if not gate:
                return Filled(part, None, denied=gate is False)
        block = Filled(part, {})
        table: Table = {}
        for at, question in enumerate(part.questions):
            if not (opened(part, question, table) and question.when(table)):
                continue
            value = self._answer(part, question, place, table, before)
            if value is None and at == 0 and (part.opens or part.repeated):
                return Filled(part, None)
            put(table, question, value, block.silent)
        if not table and not part.gate:
            return Filled(part, None)
        if part.path and not part.inner:
            source = self._answer(part, SOURCE, place, table, before)
            block.table = {**part.preset, **table, "source": source or self.source}
        else:
            block.table = table
        return block

    def _answer(self, part: Part, question: Question, place: str, table: Table, before: list[Filled]) -> Any:
        """What the question's answer stands for; None where the page does not say."""
        label = f"{place}.{question.key}".strip(".")
        shown = False
        while True:
            text = self.kept.again(label)
            again = text is not None
            if text is None:
                if not shown:  # what can be answered stands above whatever was wrong
                    self._show(part, question)
                shown = True
                text = readable(self.typed())
            if text == BACK:
                raise Back
            try:
                fixed = question.key in ("source", part.named_by) or (not part.path and question.key in PAGE)
                value = value_of(question, text, stated=fixed or not question.key)
                self._try(part, question, value, table, before)
            except Wrong as wrong:
                if again:
                    self.kept.refuse(label)
                self.say(f"  {wrong}")
                continue
            self.kept.add(label, text)
            return value

    def _try(self, part: Part, question: Question, value: Any, table: Table, before: list[Filled]) -> None:
        """Raises Wrong with what the scheme's own checks say of this one value."""
        if value is None or not question.key or "." in question.key:
            return
        block = Filled(part, {**part.preset, **table} | ({} if part.inner else {"source": "x"}))
        put(block.table or {}, question, value, [])
        depth = len(block.path.split(".")) if part.path else 0
        depth += part.repeated and not part.named_by  # a list's blocks are called by their number or name
        for fault in self._faults(block, before):
            if question.key in fault.path.split(".")[depth:]:
                raise Wrong(fault.message)

    def _faults(self, block: Filled, before: list[Filled]) -> list[Fault]:
        """What the loader finds wrong with a block among those of its kind."""
        kind = block.path.partition(".")[0]
        alike = [each for each in before if each.table is not None and each.path.partition(".")[0] == kind]
        blocks = [*alike, block]
        about, blocks = (blocks[0], blocks[1:]) if not kind else (NOTHING, blocks)
        begins = top_text("x", about, date.min)
        text = "\n".join([begins, *map(block_text, blocks), LAW, words_text(own_words([about, *blocks]))])
        found = check(text, self.events, "")
        faults = found if isinstance(found, list) else []
        its_own = (
            f"{block.path}." if block.part.inner else ""
        )  # what the block around it lacks is still asked for
        return [fault for fault in faults if fault.path.startswith(its_own)]

    def _show(self, part: Part, question: Question) -> None:
        if self.shown != str(part.heading):
            self.shown, self.hints = str(part.heading), set()
            self.say(f"\n== {self.shown}")
        self.say(f"\n{question.words}")
        hint = question.kind.hint()
        if hint and ("\n" in hint or hint not in self.hints):  # a list is needed each time, an example once
            self.say(hint)
            self.hints.add(hint)
        if question.enter:
            taken = (
                _("Enter: %(what)s. The file marks it as not stated.")
                if question.marked
                else _("Enter: %(what)s.")
            )
            self.say(taken % {"what": question.enter})


NOTHING = Filled(Part("", "", ()), {})  # of the page, to try one block by itself
SOURCE = Question("source", gettext_lazy("Under which heading of the page does this stand?"), TEXT)
