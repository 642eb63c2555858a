"""The applicant and the co-ordinator of a journey, each with a browser, at every page that they go through."""

import re
from dataclasses import dataclass

from tests.plain_browser import PlainBrowser

PROBLEM = "Shouting and banging at night"
WEIGHED = ("persistence", "harm", "response", "statute_reason")
REASONS = "We looked at what each organisation holds, and at what it did"


def _day(of, on):
    return {f"{of}-day": str(on.day), f"{of}-month": str(on.month), f"{of}-year": str(on.year)}


@dataclass
class Applicant:
    """Robin, on the pages of one area; told: the holders of its bodies, by their codes."""

    browser: PlainBrowser
    area: str
    bodies: dict[str, str]
    reference: str = ""
    code: str = ""

    def checks(self):
        """The eligibility check with "not sure" to everything; the page that says what it means."""
        self.browser.opens(f"/{self.area}/check/1")
        while self.browser.asks("answer"):
            self.browser.sends(answer="unsure")
        return self.browser.reads()

    def applies(self, story, says):
        """All of the application that matters to any area; the page that confirms it."""
        self._answers("who", asking_for="me")
        self._answers("name", name="Robin")
        self._answers("contact", methods=["email"])
        self._answers("contact/email", value="robin@example.org", seen_by_others="no")
        self._answers("where", place="North Road")
        self._answers("what", problem=PROBLEM)
        self._answers("now", going_on="yes", danger="no")
        for number in range(1, story.neighbours + 1):
            self._answers(f"others/{number}", agreed="yes", name=f"Neighbour {number}")
        for number, time in enumerate(story.times, start=1):
            self._tells(f"times/{number}", time)
        self._answers("because", motivations=[story.motive])
        self._answers("effect", effects=["sleep"])
        self._answers("answered", stopped="no", feels_ignored="yes", **says)
        self._answers("wish", wanted="Quiet nights")
        self._opens("check")
        confirmed = self.browser.sends()
        self.reference = re.search(r"Your reference (\S+)", confirmed)[1]
        self.code = re.search(r"this code: (\S+)", confirmed)[1]
        return confirmed

    def comes_in(self):
        """To their own page, on some other day."""
        self.browser.client.cookies.clear()
        self.browser.opens("/my/link")
        return self.browser.sends(reference=self.reference, code=self.code)

    def reads_how_to_appeal(self):
        """Or what else they can do, by the link of their page."""
        assert 'href="/my/appeal"' in self.browser.html
        return self.browser.opens("/my/appeal")

    def appeals(self):
        """Write it, read it once more, send it; the page that says where it stands."""
        agrees = {"pass_on": "yes"} if self.browser.asks("pass_on") else {}
        self.browser.sends(reasons="Nobody asked about the nights", wanted="Ask them", **agrees)
        return self.browser.sends(confirmed="yes")

    def _tells(self, page, time):
        self._answers(f"{page}/when", kind="once")
        self.browser.sends(**_day("on", time.on))
        self.browser.sends(what="Banging until four")
        for number, (on, body, neighbour) in enumerate(time.told, start=1):
            self.browser.sends(more="yes")
            by = {"by": f"others/{neighbour}" if neighbour else "me"} if self.browser.asks("by") else {}
            self._answers(f"{page}/told/{number}", body=self.bodies[body], **_day("on", on), **by)
        self.browser.sends(more="no")

    def _opens(self, page):
        return self.browser.opens(f"/{self.area}/request/{page}")

    def _answers(self, page, **answers):
        self._opens(page)
        self.browser.sends(**answers)


@dataclass
class Coordinator:
    """Cora, at a case of hers."""

    browser: PlainBrowser
    case: str  # the address of its page

    def reads(self, page=""):
        """A page of the case."""
        return self.browser.opens(f"{self.case}{page}")

    def begins(self, step):
        """The page of a step."""
        return self.reads(f"do/{step}/")

    def asks(self, questions):
        """The applicant, by a letter."""
        self.begins("request_information")
        self._agrees(self.browser.sends(questions=questions))

    def tries_to_reach(self, *times):
        """The applicant, in vain, at each of these times; after the last she writes."""
        tried = {"route": "email", "outcome": "no_answer"}
        for time in times[:-1]:
            self.begins("log_contact")
            self._recorded(self.browser.sends(**tried, time=time))
        self.begins("log_contact")
        self._agrees(self.browser.sends(**tried, time=times[-1], write="on"))

    def dispatches(self):
        """To every body of the area, as the page has it ticked."""
        self.begins("dispatch_application")
        self._agrees(self.browser.sends())

    def answers_for(self, body):
        """The body told its answer on the phone: it holds every report made to it."""
        self.begins("answer_reports")
        self.browser.sends(body=body)
        held = dict.fromkeys(self.browser.asks("answer_"), "confirmed")
        self._recorded(self.browser.sends(body=body, **held))

    def proposes(self, result):
        """With the reasons that will be given."""
        self.begins("propose_decision")
        self._agrees(self.browser.sends(result=result, reasons=REASONS))

    def decides(self, result):
        """With an answer to whatever the page asks; what it shows before it is done, with the letter."""
        self.begins("decide_threshold")
        found = dict.fromkeys(self.browser.asks("finding_"), "yes" if result == "met" else "no")
        told = [*self.browser.asks("why_"), *self.browser.asks("issue_"), *WEIGHED]
        deciders = dict.fromkeys(self.browser.asks("decider_")[:2], "A. Clerk, manager")
        answers = {**found, **dict.fromkeys(told, "As the receipt says"), **deciders}
        asked = self.browser.sends(**answers, result=result, reasons=REASONS)
        self._agrees(asked)
        return asked

    def _agrees(self, asked):
        assert "Yes, go on" in asked, asked
        self._recorded(self.browser.sends(confirmed="yes"))

    def _recorded(self, page):
        assert "Recorded: " in page, page

    def receipt(self):
        """What the open page of the decision says: the answer of each route by its name, then that of the Act."""
        heading = r'<h4 class="govuk-heading-s app-tight">([^<]*) <strong class="govuk-tag[^>]*>([^<]*)<'
        return dict(re.findall(heading, self.browser.html))
