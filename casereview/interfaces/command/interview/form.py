"""What a form of questions is made of: parts, which become blocks of the file, and questions, which become keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from casereview.interfaces.command.interview.kinds import TEXT, code_from

Table = dict[str, Any]


class Readable(Protocol):
    """What a question needs of its kind of answer; see `kinds`."""

    def hint(self) -> str: ...

    def read(self, text: str) -> Any: ...


@dataclass(frozen=True)
class Chosen:
    """A value that the page does not state: it goes into the file with `stated = false` and its reason."""

    value: Any
    why: str


@dataclass(frozen=True)
class Question:
    """One thing that a page may say. `key` is where it stands in the block.

    A key such as "within.of" stands in a block within the block: the first question of such a block opens it, and
    the others are asked only once that is answered.
    """

    key: str
    words: Any  # lazy text
    kind: Readable
    needed: bool = False  # the file cannot do without it: Enter is explained and asked again
    unsaid: Callable[[Table], Any] | None = None  # what the file says where the page says nothing
    when: Callable[[Table], bool] = lambda table: True
    spread: bool = False  # the answer is several keys of the block, not one
    enter: Any = ""  # lazy text: what holds where it is left open, if something does
    marked: bool = False  # whether that goes into the file as not stated


@dataclass(frozen=True)
class Part:
    """One block of the file, or a list of them, of which an open first question ends the list.

    With a `gate` that yes-or-no question comes first, and any question after it may be left open.
    """

    path: str  # "appeal", "appeal.contact", "clock.review"
    heading: Any  # lazy text: what it is about, also the comment above it
    questions: tuple[Question, ...]
    gate: Any = None  # lazy text
    repeated: bool = False
    named_by: str | None = None  # a repeated part whose blocks are called by an answer: [clock.NAME]
    opens: bool = False  # its first question left open leaves the whole block out; so it is with every list
    preset: Mapping[str, Any] = field(default_factory=dict)  # what the part itself settles
    order: tuple[str, ...] = ()  # the keys that stand first in the file
    within: str | None = None  # asked only where this other block has been filled in
    inner: bool = False  # a list in the block that is asked for after it, which has the source of both


@dataclass
class Filled:
    """A block that was answered, or left out with what was said of it (`table` None)."""

    part: Part
    table: Table | None
    silent: list[str] = field(default_factory=list)  # the keys of which the page says nothing
    denied: bool = False  # the page says that there is no such thing

    @property
    def path(self) -> str:
        """Where the block stands in the file."""
        if self.part.named_by and self.table:
            return f"{self.part.path}.{self.table[self.part.named_by]}"
        return self.part.path

    @property
    def left_out(self) -> str:
        """The block that is missing where this one was left out."""
        return self.path.rpartition(".")[0] if self.part.inner else self.path


def ask(key: str, words: Any, kind: Readable = TEXT, **more: Any) -> Question:
    """A question in short; its answer is any text where no kind is given."""
    return Question(key, words, kind, **more)


def code_of(key: str) -> Callable[[Table], str]:
    """A short name for the file, made from what stands under `key`."""

    def made(table: Table) -> str:
        said = table[key]
        return code_from(said.value if isinstance(said, Chosen) else said) or key

    return made


def _outer(question: Question) -> str:
    return question.key.partition(".")[0]


def opened(part: Part, question: Question, table: Table) -> bool:
    """Whether the block within a block in which the question stands has been begun, or begins with it."""
    outer = _outer(question)
    return (
        "." not in question.key
        or outer in table
        or next(each for each in part.questions if _outer(each) == outer) is question
    )


def put(table: Table, question: Question, value: Any, silent: list[str]) -> None:
    """The value at its place in the block; where there is none, what the file says then."""
    if value is None and question.unsaid:
        value = question.unsaid(table)
    outer, _dot, inner = question.key.partition(".")
    if value is None and inner and outer in table:
        return  # the rest of what is said there stands without it
    if value is None:
        silent.append(outer)
    elif question.spread:
        table.update(value)
    elif inner == "length":
        table.setdefault(outer, {}).update(value)
    elif inner:
        table.setdefault(outer, {})[inner] = value
    else:
        table[outer] = value
