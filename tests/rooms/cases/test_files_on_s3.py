"""The same files kept in an S3-compatible store, served by a real one over HTTP."""

from datetime import UTC, datetime

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from moto.server import ThreadedMotoServer

from casereview.cases.files import forget, found_clean, keep
from casereview.interfaces.served_file import served
from tests.rooms.cases.test_files import with_place

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(settings):
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"access_key": "test", "secret_key": "test", "region_name": "eu-west-2"}
    address = f"http://{host}:{port}"
    boto3.client(
        "s3",
        endpoint_url=address,
        region_name="eu-west-2",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    ).create_bucket(Bucket="case-files", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    options = {"bucket_name": "case-files", "endpoint_url": address, "file_overwrite": False, **keys}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options},
    }
    yield
    server.stop()


@pytest.mark.django_db
def test_kept_shown_served_and_removed(store):
    file = keep(ContentFile(with_place()), AT)
    found_clean(file, AT)
    file.refresh_from_db()
    assert default_storage.open(file.stored).read() == with_place()
    assert b"CANARY-MAKER" not in b"".join(served(file, "p.jpg").streaming_content)
    forget(file)
    assert not default_storage.exists(file.stored)
    assert not default_storage.exists(file.shown)
