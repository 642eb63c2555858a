"""Somebody who asks for a review, on their own phone."""

from dataclasses import dataclass, field
from datetime import date

from tests.journeys.steps.pages import fill_in, follow, go_by, press, text_of


@dataclass
class Time:
    """Something that happened, and whom they told about it: pairs of a body's name and a day."""

    on: date
    what: str
    told: list = field(default_factory=list)


@dataclass
class Resident:
    """A person with a page of a browser. site: the address of the service; area: the code of theirs."""

    page: object
    site: str
    area: str = "durham"

    def asks(self, name, email, problem, times, place):
        """Everything from the first page to the confirmation; returns the reference that it shows."""
        self.begins(name, email)
        self.says("where", {"Where does it happen?": place})
        self.says("what", {"What is happening?": problem})
        for time in times:
            self.adds(time)
        self.says("answered", {"Has what was done so far stopped it?": "No", "Do you feel ignored?": "Yes"})
        return self.sends()

    def begins(self, name, email):
        """The four first pages, from the public page of the area."""
        self.page.goto(f"{self.site}/{self.area}/")
        press(self.page, "Start")
        press(self.page, "Start now")
        self.goes_on({"Who are you asking for?": "Me or my household"})
        self.goes_on({"Your name": name})
        self.goes_on({"How may we contact you?": "By e-mail"})
        self.goes_on({"Your e-mail address": email, "Can anyone else see or answer this?": "No"})

    def says(self, question, answers):
        """One page of the task list."""
        self.page.goto(f"{self.site}/{self.area}/request/{question}")
        self.goes_on(answers)

    def adds(self, time):
        """A time when it happened, with everybody who was told about it."""
        self.page.goto(f"{self.site}/{self.area}/request/times")
        go_by(self.page, self.page.get_by_role("button", name="Add a"))  # time, or another
        self.goes_on({"When did it happen?": "Once, on a day that I know or remember roughly"})
        self.goes_on({"Which day was it?": time.on})
        self.goes_on({"In your own words": time.what})
        for body, day in time.told:
            self.page.get_by_label("Yes", exact=True).check()
            self.goes_on({})
            self.goes_on({"Who did you tell?": body, "When did you tell them?": day})
            if self.page.url.endswith("/same"):
                self.page.get_by_label("No, it was about another time").check()
                self.goes_on({})
        self.page.get_by_label("No", exact=True).check()
        self.goes_on({})

    def sends(self):
        """Check and send; returns the reference."""
        self.page.goto(f"{self.site}/{self.area}/request/")
        press(self.page, "Check and send")
        press(self.page, "Send")
        assert "We have your request" in text_of(self.page)
        return self.page.locator(".govuk-panel__body strong").inner_text()

    def comes_in(self, reference, code):
        """To their own page, by the reference and the code: a session does not last for days."""
        self.page.context.clear_cookies()
        self.page.goto(self.site + "/my/link")
        self.page.locator("#id_reference").fill(reference)
        self.page.locator("#id_code").fill(code)
        press(self.page, "Continue")
        assert self.page.url == self.site + "/my/"

    def writes_an_appeal(self, answers):
        """From their own page to the one that shows it once more before it is sent."""
        follow(self.page, "Read how to appeal, if you disagree")
        fill_in(self.page, answers)
        press(self.page, "Go on")

    def reads(self):
        """What the page says."""
        return text_of(self.page)

    def goes_on(self, answers):
        """Fill in the page that is open, and save it."""
        fill_in(self.page, answers)
        press(self.page, "Save and continue")
