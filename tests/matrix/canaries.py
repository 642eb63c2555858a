"""Words that mean nothing and occur once: where one of them shows up, we know whose secret it was."""

import random
import re

LETTERS = "bcdfghjklmnpqrstvwxz"
WORD = re.compile(r"qx[bcdfghjklmnpqrstvwxz]{10}")


class Canaries:
    """Every canary word with the case it was put into and the kind of secret that it stands for."""

    def __init__(self):
        self.secrets = {}
        self._made_up = set()
        self._random = random.Random(2026)

    def word(self, case, kind):
        """A new word for a secret of this kind in the case of that name."""
        word = "qx" + "".join(self._random.choices(LETTERS, k=10))
        self.secrets[word] = (case, kind)
        return word

    def know(self, text, case, kind):
        """Treat a text that the product made up, such as a reference, as a canary too."""
        self.secrets[text.lower()] = (case, kind)
        self._made_up.add(text.lower())

    def found_in(self, text):
        """The canaries that occur in a text, in whatever case it is written."""
        text = text.lower()
        words = {word for word in WORD.findall(text) if word in self.secrets}
        return words | {known for known in self._made_up if known in text}
