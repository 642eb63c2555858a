import datetime

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_silence"),
    ]

    operations = [
        migrations.AddField(
            model_name="appointment",
            name="asked_on",
            field=models.DateField(default=datetime.date(2026, 11, 1)),  # there is no row yet
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="appointment",
            name="review_by",
            field=models.DateField(blank=True, null=True),
        ),
    ]
