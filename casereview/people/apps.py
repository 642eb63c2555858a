from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "casereview.people"
    label = "people"
    verbose_name = "people"

    def ready(self) -> None:
        from casereview.people import checks  # noqa: F401  (registers the checks)
