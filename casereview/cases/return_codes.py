"""The return code of an application that is still being written, and the keyed hashes by which drafts are found.

A code is worked out from the draft's id and the installation's secret: it can be shown again on the task list, yet
stands nowhere in the database. Sixteen characters of 23 are 72 bits.
"""

from uuid import UUID

from django.utils.crypto import salted_hmac

from casereview.cases.references import DIGITS, LETTERS

ALPHABET = LETTERS + DIGITS
GROUPS, LENGTH = 4, 16


def code_of(draft: UUID) -> str:
    """The code of a draft as it is written on paper: "K7MH-4QDX-RT3B-9WPC"."""
    return written_code("casereview.return_code", str(draft))


def written_code(kind: str, what: str) -> str:
    """A code of that kind for something, always the same, as it is written on paper."""
    digest = salted_hmac(kind, what, algorithm="sha256").digest()
    number, characters = int.from_bytes(digest), ""
    for _position in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        characters += ALPHABET[place]
    return "-".join(characters[start : start + GROUPS] for start in range(0, LENGTH, GROUPS))


def hash_of_code(typed: str) -> str:
    """The hash of a code in whatever way it was typed; "" for what cannot be one."""
    plain = plain_code(typed)
    return _hash("code", plain) if len(plain) == LENGTH else ""


def plain_code(typed: str) -> str:
    """A code without what people put between its characters."""
    return "".join(character for character in typed.upper() if character.isalnum())


def hash_of_email(address: str) -> str:
    """The hash of an e-mail address in any spelling; "" for none."""
    plain = address.strip().lower()
    return _hash("email", plain) if "@" in plain else ""


def hash_of_link(token: str) -> str:
    """The hash of the secret part of an e-mailed link; "" for none."""
    return _hash("link", token) if token else ""


def _hash(kind: str, value: str) -> str:
    return salted_hmac(f"casereview.draft.{kind}", value, algorithm="sha256").hexdigest()
