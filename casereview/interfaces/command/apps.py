from django.apps import AppConfig


class CommandConfig(AppConfig):
    name = "casereview.interfaces.command"
    label = "command"
