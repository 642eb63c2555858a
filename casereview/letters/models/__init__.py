"""A letter that is to be sent, its copy as sent, and the outbox that works through them."""

from casereview.letters.models.duty_alert import DutyAlert
from casereview.letters.models.letter import Letter
from casereview.letters.models.outbox import Outbox
from casereview.letters.models.sent_letter import SentLetter

__all__ = ["DutyAlert", "Letter", "Outbox", "SentLetter"]
