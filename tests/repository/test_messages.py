"""Every text can be translated: the catalogue has those of Python and of templates, plurals with both forms."""

import importlib.util
from pathlib import Path

from babel.messages.pofile import read_po

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "messages.py"


def test_the_catalogue_has_texts_of_every_kind_and_a_language_is_begun_from_it(tmp_path):
    spec = importlib.util.spec_from_file_location("messages", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.main(tmp_path, "cy")
    for name in ("django.pot", "cy/LC_MESSAGES/django.po"):
        with (tmp_path / name).open("rb") as file:
            catalogue = read_po(file)
        assert catalogue.get("Nobody reads this at night or at weekends.")  # gettext, in Python
        assert catalogue.get("Your own reports")  # gettext_lazy, in Python
        assert catalogue.get("Throw away what was kept?")  # in a template
        assert catalogue.get("You told us about %(n)s report.").id[1] == "You told us about %(n)s reports."
        assert "python-format" in catalogue.get("kept on %(moment)s, until %(end)s").flags
