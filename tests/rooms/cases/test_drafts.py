"""A request that is still being written: kept, found again by its code alone, never written over silently."""

from datetime import UTC, datetime, timedelta

import pytest

from casereview.cases import drafts
from casereview.cases.models import Draft
from casereview.cases.postgresql.roles import acting
from casereview.cases.return_codes import code_of, hash_of_code
from casereview.people.viewer import SYSTEM, for_draft

AT = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


@pytest.fixture
def draft(db):
    return drafts.begin("durham", AT)


def save(draft, page, typed, *, seen, device="phone"):
    with acting(for_draft(draft.pk, draft.area)):
        return drafts.save_page(draft, page, typed, seen=seen, device=device, at=AT)


def test_it_lasts_the_28_days_of_the_scheme(draft):
    assert draft.expires_at == datetime(2026, 12, 18, 23, 30, tzinfo=UTC)


def test_its_code_is_four_groups_without_letters_that_look_alike(draft):
    code = code_of(draft.pk)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert not set(code) & set("AEIOU01258LSZ")


def test_the_code_finds_it_however_it_is_typed(draft):
    code = code_of(draft.pk)
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "")):
        assert drafts.by_code(typed, "durham") == draft


@pytest.mark.parametrize("typed", ["", "K7MH", "K7MH-4QDX-RT3B-9WPC", "x" * 500])
def test_another_code_finds_nothing(draft, typed):
    assert drafts.by_code(typed, "durham") is None


def test_the_code_of_one_area_opens_nothing_in_another(draft):
    assert drafts.by_code(code_of(draft.pk), "darlington") is None


def test_the_code_stands_nowhere_in_the_row(draft):
    plain = code_of(draft.pk).replace("-", "")
    with acting(SYSTEM):
        row = Draft.objects.filter(pk=draft.pk).values().get()
    assert plain not in str(row).replace("-", "")
    assert row["code_hash"] == hash_of_code(plain)


def test_pages_are_added_to_each_other(draft):
    saved = save(draft, "what", {"problem": ["Noise"]}, seen=0)
    saved = save(saved, "where", {"place": ["Elm Road"]}, seen=1)
    assert saved.answers["pages"] == {"what": {"problem": ["Noise"]}, "where": {"place": ["Elm Road"]}}
    assert saved.version == 2


def test_two_devices_do_not_write_over_each_other(draft):
    save(draft, "what", {"problem": ["From the phone"]}, seen=0, device="phone")
    with pytest.raises(drafts.Clash) as clash:
        save(draft, "what", {"problem": ["From the library"]}, seen=0, device="library")
    assert clash.value.draft.answers["pages"]["what"] == {"problem": ["From the phone"]}


@pytest.mark.parametrize(
    ("page", "seen", "device"), [("where", 0, "library"), ("what", 1, "library"), ("what", 0, "phone")]
)
def test_but_another_page_a_page_seen_and_ones_own_device_are_saved(draft, page, seen, device):
    save(draft, "what", {"problem": ["From the phone"]}, seen=0, device="phone")
    saved = save(draft, page, {"problem": ["Later"]}, seen=seen, device=device)
    assert saved.answers["pages"][page] == {"problem": ["Later"]}


def test_an_item_is_removed_with_all_its_pages_and_nothing_else(draft):
    for page in ("times/1/when", "times/1/told/1", "times/10/when", "times"):
        save(draft, page, {}, seen=9)
    with acting(for_draft(draft.pk, "durham")):
        left = drafts.remove_pages(draft, "times/1", AT)
    assert sorted(left.answers["pages"]) == ["times", "times/10/when"]


def test_a_link_is_spent_by_its_first_use_and_ends_after_15_minutes(draft):
    with acting(SYSTEM):
        token = drafts.make_link(draft, AT)
    late = AT + timedelta(minutes=15)
    assert drafts.spend_link(token, "durham", late) is None
    assert drafts.spend_link(token, "darlington", AT) is None
    assert drafts.spend_link(token, "durham", AT) == draft
    assert drafts.spend_link(token, "durham", AT) is None
    assert drafts.spend_link("", "durham", AT) is None


@pytest.mark.postgresql
def test_the_database_shows_a_draft_to_its_holder_alone(draft):
    other = drafts.begin("durham", AT)
    with acting(for_draft(other.pk, "durham")):
        assert [row.pk for row in Draft.objects.all()] == [other.pk]
    with acting(for_draft(draft.pk, "durham")):
        assert [row.pk for row in Draft.objects.all()] == [draft.pk]
