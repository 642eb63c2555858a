"""The answers given so far, in a file beside the scheme: an interview that was broken off goes on from there."""

from pathlib import Path


class Kept:
    """A line for each accepted answer: which question, a tab, what was typed. Written after every answer.

    The questions follow from the answers before them, so giving the same answers again leads to the same place.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        lines = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
        self.answers = [(question, text) for question, _, text in (line.partition("\t") for line in lines)]
        self.at = 0  # the next answer to be given again

    def again(self, question: str) -> str | None:
        """The answer kept for this question; None where it is to be asked, and what was kept after it is dropped."""
        if self.at < len(self.answers) and self.answers[self.at][0] == question:
            return self.answers[self.at][1]
        self.forget(self.at)
        return None

    def add(self, question: str, text: str) -> None:
        """Keeps an accepted answer, whether typed or given again."""
        if self.at == len(self.answers):
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"{question}\t{text}\n")
            self.answers.append((question, text))
        self.at += 1

    def forget(self, since: int) -> None:
        """Drops the answers from that place on."""
        if since < len(self.answers):
            del self.answers[since:]
            self.path.write_text("".join(f"{one}\t{text}\n" for one, text in self.answers), "utf-8")
        self.at = min(self.at, since)

    def done(self) -> None:
        """Nothing is left to keep."""
        self.path.unlink(missing_ok=True)
