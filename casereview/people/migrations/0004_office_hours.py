from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_interests_and_support")]

    operations = [
        migrations.AddField(
            model_name="area",
            name="office_hours",
            field=models.CharField(blank=True, max_length=200, verbose_name="office hours"),
        ),
    ]
