"""Somebody who works on cases: a co-ordinator, or an officer of a body, each in a browser of their own."""

from dataclasses import dataclass

from tests.journeys.steps.pages import fill_in, follow, go_by, press, text_of
from tests.signed_in import PASSWORD, six_digits

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@dataclass
class Worker:
    """A person with a page of a browser, and their address of e-mail."""

    page: object
    site: str
    email: str

    def signs_in(self):
        """With password and the code that their phone shows now; an old session ends first."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.site}/work/sign-in/")
        self.gives_password_and_code()

    def gives_password_and_code(self):
        """On the page that asks who signs in."""
        fill_in(self.page, {"E-mail address": self.email, "Password": PASSWORD})
        press(self.page, "Sign in")
        fill_in(self.page, {"Code": six_digits(SECRET)})
        press(self.page, "Continue")
        assert "/sign-in/" not in self.page.url, text_of(self.page)

    def opens(self, reference):
        """A case, by finding it in the queue."""
        self.page.goto(f"{self.site}/work/?show=all&q={reference}")
        follow(self.page, reference)

    def follows(self, words):
        """A link of the page."""
        follow(self.page, words)

    def keys_in(self, answers, *times):
        """An application that came by post, phone or e-mail; times: one row each."""
        self.page.goto(f"{self.site}/work/key-in/durham/")
        fill_in(self.page, answers)
        for number, row in enumerate(times, start=1):
            fill_in(self.page.get_by_role("group", name=f"Row {number}", exact=True).first, row)
        press(self.page, "Receive the application")

    def takes(self, step, answers):
        """A step of the case that is open, as the form asks it; agrees where the page asks before it acts."""
        self.begins(step, answers)
        if self.page.get_by_role("button", name="Yes, go on").count():
            press(self.page, "Yes, go on")
        assert f"Recorded: {step}" in text_of(self.page), text_of(self.page)

    def begins(self, step, answers):
        """A step as far as the page that asks once more, or that says what is wrong."""
        follow(self.page, step)
        self.goes_on(answers)

    def goes_on(self, answers):
        """Fill in the form that is open, and send it."""
        fill_in(self.page, answers)
        go_by(self.page, self.page.locator("main form button:not([name])").last)

    def confirms_reports(self, *numbers):
        """For their body, of everything that waits: yes, as it was told, for each of these reports and no other."""
        follow(self.page, "Answer about the reports")
        asked = self.page.get_by_role("group", name="do you hold it?")
        assert asked.count() == len(numbers)
        for each in asked.all():
            each.get_by_label("Yes, as they told it").check()
        self.goes_on({})

    def gives_view(self, view, name):
        """For their body, on the decision that is proposed."""
        follow(self.page, "Record a body’s view")
        question = "What does it say of the proposed decision?"
        self.goes_on({question: view, "Who gave this view, and their post": name})

    def agrees(self):
        """To what the page asks before it acts."""
        press(self.page, "Yes, go on")

    def reads(self):
        """What the page says."""
        return text_of(self.page)
