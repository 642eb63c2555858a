"""Keying in what came by phone, post or e-mail."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from casereview.cases.models import Case, Draft, EqualityAnswer
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.reading import load
from tests.rooms.interfaces.staff.conftest import signed_in, ticket_in
from tests.rooms.steps.conftest import World

pytestmark = pytest.mark.usefixtures("db")
HERE = "/work/key-in/durham/"


def boxes(name, on: date):
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def typed(**more):
    arrived = timezone.localdate() - timedelta(days=7)
    return {
        "channel": "post",
        **boxes("received_on", arrived),
        "asking_for": "me",
        "name": "Walter",
        "post": "1 Example Street",
        "post_seen": "no",
        "problem": "Noise",
        "times-rows": "3",
        "reporters-rows": "1",
        "culprits-rows": "1",
        **more,
    }


def cases():
    with as_owner():
        return Case.objects.count()


def kept_link(text):
    """The address of the first application that is kept for later."""
    return re.search(r'href="(\?kept=[0-9a-f]+)"', text)[1]


def received(world, reference):
    with acting(world.cora):
        return load(Case.objects.get(reference=reference), world.cora)


def test_a_letter_that_arrived_last_week_counts_from_last_week(world: World, cora):
    answer = cora.post(HERE, typed())
    record = received(world, answer.url.split("/")[3])
    assert record.facts[0].happened_on == timezone.localdate() - timedelta(days=7)
    assert record.facts[0].codes["channel"] == "post"
    assert [(c.method, c.value, c.seen_by_others) for c in record.contacts] == [
        ("post", "1 Example Street", "no")
    ]


def test_a_second_report_of_the_same_time_adds_no_incident(world: World, cora):
    day = date(2026, 11, 2)
    rows = {
        **boxes("times-0-on", day),
        "times-0-what": "Shouting",
        "times-0-body": world.police.holder,
        **boxes("times-0-reported_on", day),
        "times-1-again": "on",
        "times-1-body": "landlord",
        "times-1-reference": "H12",
    }
    record = received(world, cora.post(HERE, typed(**rows)).url.split("/")[3])
    assert [incident.on_from for incident in record.incidents] == [day]
    assert [(r.own, r.body_kind, r.their_reference) for r in record.reports] == [
        (world.police.holder, "police", ""),
        ("", "landlord", "H12"),
    ]


def test_a_letter_is_asked_about_by_the_rules_of_the_day_on_which_it_arrived(
    world: World, tmp_path, monkeypatch, time_machine
):
    text = (settings.BASE_DIR / "schemes" / "durham.toml").read_text()
    (tmp_path / "durham.toml").write_text(text)
    later = text.replace("from = 2026-11-01", "from = 2026-12-01")
    asked = '{ code = "engaged_with_offers", by = "applicant" },'
    (tmp_path / "durham-2026-12-01.toml").write_text(later.replace("judged = [", f"judged = [{asked}", 1))
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    time_machine.move_to(datetime(2026, 12, 2, 12, tzinfo=UTC))
    cora = signed_in(world.cora)
    for arrived, by_new_rules in ((date(2026, 11, 30), False), (date(2026, 12, 1), True)):
        page = cora.post(HERE, typed(**boxes("received_on", arrived), more="times")).content.decode()
        assert ("Did they take part in what was offered to them" in page) is by_new_rules


def test_a_day_that_is_not_known_exactly_is_shown_as_told_and_never_as_typed_into_boxes(world: World, cora):
    about = {"times-0-on-day": "mid", "times-0-on-month": "5", "times-0-on-year": "2026"}
    told_on = {"times-0-body": world.police.holder, "times-0-reported_on-month": "June"}
    typed_in = typed(**about, **told_on, **{"times-0-reported_on-year": "2026"})
    reference = cora.post(HERE, typed_in).url.split("/")[3]
    text = cora.get(f"/work/cases/{reference}/incidents/").content.decode()
    assert "about mid-May 2026" in text
    assert "some time in June 2026" in text
    assert "mid 5 2026" not in text
    world.case = received(world, reference).case
    world.take("dispatch_application", bodies=[world.police.holder])
    officer = signed_in(world.officer).get(f"/partner/cases/{reference}/police/").content.decode()
    assert "about mid-May 2026" in officer
    assert "mid 5 2026" not in officer


def test_more_rows_keep_everything_typed_and_complain_of_nothing(world: World, cora):
    text = cora.post(
        HERE, typed(name="", problem="", more="times", **{"times-2-what": "Bins on fire"})
    ).content.decode()
    assert "There is a problem" not in text
    assert "Bins on fire" in text
    assert 'name="times-5-what"' in text
    assert "1 Example Street" in text


def test_mistakes_keep_everything_typed(world: World, cora):
    text = cora.post(HERE, typed(name="", **{"times-1-what": "Bins on fire"})).content.decode()
    assert "Enter a name that we may call them by" in text
    assert "Bins on fire" in text
    assert cases() == 0


def test_sent_twice_it_is_one_case(world: World, cora):
    once = typed(ticket=ticket_in(cora.get(HERE)))
    assert cora.post(HERE, once).url == cora.post(HERE, once).url
    assert cases() == 1


def test_sent_again_with_a_change_it_is_shown_again_and_becomes_a_case_only_if_wanted(world: World, cora):
    once = typed(ticket=ticket_in(cora.get(HERE)))
    reference = cora.post(HERE, once).url.split("/")[3]
    page = cora.post(HERE, {**once, "impact": "We cannot sleep"})
    text = page.content.decode()
    assert "This was received already" in text
    assert reference in text
    assert "We cannot sleep" in text
    assert cases() == 1
    assert cora.post(HERE, {**once, "ticket": ticket_in(page)}).status_code == 302
    assert cases() == 2


def test_what_is_kept_for_later_stands_there_again_for_its_writer_alone(world: World, cora):
    half = {**typed(name="Walter", problem="", later="yes"), "times-2-what": "Bins on fire"}
    assert cora.post(HERE, {**half, "ticket": ticket_in(cora.get(HERE))}).url == HERE
    assert cases() == 0
    listed = cora.get(HERE).content.decode()
    assert "Kept for later" in listed
    assert "Walter" in listed
    opened = cora.get(HERE + kept_link(listed))
    text = opened.content.decode()
    assert "Bins on fire" in text
    assert "1 Example Street" in text
    assert "There is a problem" not in text
    dan = signed_in(world.dan)
    assert "Walter" not in dan.get(HERE).content.decode()
    assert dan.get(HERE + kept_link(listed)).status_code == 404
    sent = cora.post(HERE, typed(ticket=ticket_in(opened)))
    assert received(world, sent.url.split("/")[3]).facts[0].codes["channel"] == "post"
    assert "Kept for later</h2>" not in cora.get(HERE).content.decode()


def test_whatever_was_posted_is_kept_even_if_nobody_asked(world: World, cora):
    cora.post(HERE, typed(name="", problem="Bins on fire", ticket=ticket_in(cora.get(HERE))))
    assert "Bins on fire" in cora.get(HERE).content.decode()


def test_what_is_kept_is_thrown_away_only_after_asking(world: World, cora):
    cora.post(HERE, typed(later="yes", ticket=ticket_in(cora.get(HERE))))
    opened = cora.get(HERE + kept_link(cora.get(HERE).content.decode()))
    asked = cora.post(HERE, typed(drop="yes", ticket=ticket_in(opened)))
    assert "Throw away what was kept?" in asked.content.decode()
    assert "Walter" in cora.get(HERE).content.decode()
    assert cora.post(HERE, {"drop": "yes", "confirmed": "yes", "ticket": ticket_in(asked)}).url == HERE
    assert "Walter" not in cora.get(HERE).content.decode()


def test_after_the_session_has_ended_what_was_typed_can_be_sent_again(world: World, cora):
    once = typed(ticket=ticket_in(cora.get(HERE)))
    page = Client().post(HERE, once)
    text = page.content.decode()
    assert page.status_code == 403
    assert "/work/sign-in/" in text
    assert cases() == 0
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', text))
    assert again.pop("csrfmiddlewaretoken")
    assert cora.post(HERE, again).status_code == 302
    assert cases() == 1


def test_equality_answers_are_kept_apart_and_only_those_that_were_given(world: World, cora):
    asked = {"equality-age": "55_74", "equality-sex": "prefer_not", "equality-religion": ""}
    cora.post(HERE, typed(**asked, ticket=ticket_in(cora.get(HERE))))
    with as_owner():
        (kept,) = EqualityAnswer.objects.values_list("answers", flat=True)
    assert kept == {"age": "55_74", "sex": "prefer_not"}
    with acting(world.cora):
        assert "55_74" not in str(list(Draft.objects.values_list("answers", flat=True)))


def test_without_equality_answers_nothing_is_kept_of_them(world: World, cora):
    cora.post(HERE, typed())
    with as_owner():
        assert not EqualityAnswer.objects.exists()


def test_nobody_keys_in_for_another_area(world: World, stranger):
    assert stranger.get(HERE).status_code == 404
    assert stranger.post(HERE, typed()).status_code == 404
    assert stranger.get("/work/key-in/").url == "/work/key-in/darlington/"
