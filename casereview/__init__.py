"""Case Review: the service that runs ASB Case Reviews. Start reading in `procedure.py`."""
