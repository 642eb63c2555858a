from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "casereview.cases"
    label = "cases"

    def ready(self) -> None:
        """Register the checks."""
        from casereview.cases import checks  # noqa: F401
