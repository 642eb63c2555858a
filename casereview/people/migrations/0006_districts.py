from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_panel_terms")]

    operations = [
        migrations.AddField(
            model_name="area",
            name="districts",
            field=models.TextField(blank=True, max_length=2000, verbose_name="districts"),
        ),
    ]
