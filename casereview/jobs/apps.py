from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "casereview.jobs"
    label = "jobs"
