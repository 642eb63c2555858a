"""New rules of County Durham, and what an administrator does with the pages."""

import os
import re
from html import unescape
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from casereview.people.models import Proposal

LONDON = ZoneInfo("Europe/London")
RULES = "/work/settings/areas/durham/rules/"
NEW = RULES + "new/"
NOW = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
LATER = NOW.replace("from = 2026-11-01", "from = 2027-04-01  # as agreed").replace(
    "length = { working_days = 10 }", "length = { working_days = 15 }"
)
FAULTY = LATER.replace('starts = "threshold_met"', 'starts = "treshold_met"', 1)
LINE = FAULTY[: FAULTY.index("treshold_met")].count("\n") + 1


def words(answer):
    """What a page says; boxes of text left out."""
    text = re.sub(r"<textarea.*?</textarea>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(text).split())


def typed(answer):
    """What stands in the box of the text, and the mark of it that the form sends back."""
    page = answer.content.decode()
    text = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)[1]
    return unescape(text), re.search(r'name="seen" value="(\w*)"', page)[1]


def file(text, name="durham.toml"):
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def day(number, month, year):
    return {"starts-day": number, "starts-month": month, "starts-year": year}


def propose(client, text=LATER, **more):
    answer = client.post(NEW, {"text": text, **more})
    assert answer.status_code == 302, words(answer)
    return answer.url


def unchanged(folder):
    """Whether no rule has changed, and nothing waits."""
    there = sorted(os.listdir(folder)) == ["darlington.toml", "durham.toml"]
    return there and not Proposal.objects.exists()
