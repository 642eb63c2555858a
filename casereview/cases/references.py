"""Case references: short enough to say on the phone, random, and worth nothing to whoever guesses one."""

import secrets

LETTERS = "BCDFGHJKMNPQRTVWXY"  # no vowels (no words), none that looks or sounds like another or like a digit
DIGITS = "34679"


def new_reference() -> str:
    """Return a reference such as "K7M-4QDX": seven random characters of 23 (nearly 32 bits)."""
    characters = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(7))
    return f"{characters[:3]}-{characters[3:]}"


def tidy(typed: str) -> str:
    """Return a reference as it is stored, from whatever way somebody typed it."""
    plain = "".join(character for character in typed.upper() if character.isalnum())
    return f"{plain[:3]}-{plain[3:]}" if len(plain) > 3 else plain
