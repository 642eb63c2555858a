"""The answers given so far, in a file beside the scheme: an interview that was broken off goes on from there."""

from pathlib import Path


class Kept:
    """A line for each accepted answer: which question, a tab, what was typed. Written after every answer.

    The questions follow from the answers before them, so giving the same answers again leads to the same place. Where
    the questions have changed meanwhile, what is new is asked and the other answers are found under their questions.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
        self.answers = [(question, text) for question, _, text in (line.partition("\t") for line in lines)]
        self.at = 0  # so many have been given again or newly

    def again(self, question: str) -> str | None:
        """The answer kept for this question; None where it is to be asked."""
        return next((text for one, text in self.answers[self.at :] if one == question), None)

    def add(self, question: str, text: str) -> None:
        """Keeps an accepted answer, whether typed or given again."""
        answer = (question, text)
        if self.at == len(self.answers):
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{question}\t{text}\n")
            self.answers.append(answer)
        elif self.answers[self.at] != answer:
            later = [each for each in self.answers[self.at :] if each[0] != question]
            self._write([*self.answers[: self.at], answer, *later])
        self.at += 1

    def refuse(self, question: str) -> None:
        """Drops the answer kept for a question that takes it no longer."""
        later = [each for each in self.answers[self.at :] if each[0] != question]
        self._write([*self.answers[: self.at], *later])

    def forget(self, since: int) -> None:
        """Drops the answers given from that place on."""
        self._write([*self.answers[:since], *self.answers[self.at :]])
        self.at = since

    def done(self) -> None:
        """Nothing is left to keep."""
        self.path.unlink(missing_ok=True)

    def _write(self, answers: list[tuple[str, str]]) -> None:
        self.answers = answers
        self.path.write_text("".join(f"{question}\t{text}\n" for question, text in answers), "utf-8")
