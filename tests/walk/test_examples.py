"""Under the rules of every area that is coded as an example: a case refused, appealed and heard, and one to its end."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from demo.cast import Cast
from demo.place import build
from demo.stories.hearings import tell_appeal_not_upheld
from demo.stories.plans import tell_plan_completed
from tests.walk.test_procedure import TODAY
from tests.walk.test_silences import letters_are_whole
from tests.walk.walker import Walk

EXAMPLES = sorted((settings.BASE_DIR / "schemes" / "examples").glob("*.toml"))


@pytest.mark.sqlite  # nothing of it is read from tables, beyond what the walk over Durham's rules reads
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_case_goes_to_its_end(path, db, time_machine, tmp_path, monkeypatch):
    time_machine.move_to(datetime(2027, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")), tick=False)
    for area in ("durham", "darlington"):  # the areas of the stories
        (tmp_path / f"{area}.toml").write_text(f"{path.read_text()}\n# {area}\n")
    monkeypatch.setenv("SCHEMES_DIR", str(tmp_path))
    build()
    cast = Cast()
    refused, reviewed = (Walk(name, TODAY, cast=cast, silent=True) for name in ("refused", "reviewed"))
    refused.tell(tell_appeal_not_upheld)
    reviewed.tell(tell_plan_completed)
    assert refused.record().has("threshold_not_met")
    assert refused.record().has("appeal_received")
    assert reviewed.record().has("completion_notice_sent")
    letters_are_whole([refused, reviewed])
