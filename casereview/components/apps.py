from django.apps import AppConfig


class ComponentsConfig(AppConfig):
    name = "casereview.components"
    label = "components"
