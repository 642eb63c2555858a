"""What the bodies hold, in the two Durham cases of the walk: returns with a canary in every field that takes words.

In `ours` the police and the council answer, and the health board is silent; in `other` the council holds nothing.

Kinds of secrets besides those of the cases: `asked` (why the information is needed, which every body that is asked
reads), `return:<body>` (what one body holds and thinks) and `shown:<body>` (what it says the applicant may be shown).
"""

from django.core.files.base import ContentFile
from django.utils import timezone

from casereview.cases.files import found_clean, keep

ASKED = {"ours": ("police", "council", "health"), "other": ("council", "health")}
ANSWERS = {"ours": {"police": "pc.hale", "council": "sam.ferry"}, "other": {}}


def returned(stage, name, word):
    """Ask as a co-ordinator; answer as officers."""
    stage.do(
        "ask_for_returns",
        "dev.patel",
        bodies=[stage.body(code) for code in ASKED[name]],
        purpose=word("asked"),
        questions=word("asked"),
    )
    for body, officer in ANSWERS[name].items():
        _answer(stage, body, officer, word)
    if name == "other":
        nothing = {"held": "nothing", "given_by": word("return:council")}
        stage.do("give_return", "sam.ferry", body=stage.body("council"), **nothing)


def _answer(stage, body, officer, word):
    """A full return, with a file, and a part held back."""
    holder, held, shown = stage.body(body), f"return:{body}", f"shown:{body}"
    file = keep(ContentFile(f"log {word(held)}".encode(), "log.txt"), timezone.now())
    found_clean(file, timezone.now())
    theirs = [report.number for report in stage.record().reports if report.own == holder]
    answers = {name: word(held) for name in ("given_by", "risk", "constraints", "planned", "withheld_reason")}
    answers |= {f"match_{n}": "held" for n in theirs} | {f"what_{n}": word(held) for n in theirs}
    answers |= {
        "r1_kind": "contact",
        "r1_when": stage.day(30),
        "r1_what": word(held),
        "r1_outcome": word(held),
    }
    answers |= {
        "r1_reference": word(held),
        "a1_what": word(shown),
        "a1_outcome": word(shown),
        "a1_shown": "on",
    }
    answers |= {"held": "something", "withheld": "part", "for_applicant": word(shown)}
    answers["kept_files"] = [{"file": str(file.pk), "name": f"{word(held)}.txt"}]
    stage.do("give_return", officer, body=holder, **answers)
