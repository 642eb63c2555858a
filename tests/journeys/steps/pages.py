"""Reading a page and filling it in, by the words that stand on it."""

from datetime import date


def text_of(page):
    """What the page says, its furniture left out."""
    return " ".join(page.locator("main").inner_text().split())


def press(page, words):
    """Press the button of these words; the last, since Exit this page comes first."""
    go_by(page, page.get_by_role("button", name=words, exact=True).last)


def follow(page, words):
    """Follow the link of these words."""
    go_by(page, page.get_by_role("link", name=words, exact=True).first)


def go_by(page, element):
    """Click what leads to another page, and wait until that page is there: what is read next is never the old one."""
    with page.expect_navigation():
        element.click()


def fill_in(page, answers):
    """Answer each question that is named: a text, a choice, several choices (a list), a date, or True for a tick."""
    for question, answer in answers.items():
        _answer(page, question, answer)


def _answer(page, question, answer):
    group = page.get_by_role("group", name=question, exact=True)
    if not group.count():
        _answer_in_box(page.get_by_label(question, exact=True), answer)
    elif isinstance(answer, date):
        for part, value in (("Day", answer.day), ("Month", answer.month), ("Year", answer.year)):
            group.get_by_label(part, exact=True).fill(str(value))
    else:
        for each in answer if isinstance(answer, list) else [answer]:
            group.get_by_label(each, exact=True).check()


def _answer_in_box(box, answer):
    if answer is True:
        box.check()
    elif box.evaluate("box => box.tagName") == "SELECT":
        box.select_option(label=answer)
    else:
        box.fill(answer)
