"""The addresses of asking for a review, after the area's code. They say nothing to somebody who passes by."""

from django.urls import path

from casereview.interfaces.public.request import ask, come_back, diary, removing, send, tasks, upload

urlpatterns = [
    path("request/", tasks.tasks, name="request"),
    path("request/paper", tasks.paper, name="request_paper"),
    path("request/diary", diary.diary, name="request_diary"),
    path("request/check", send.check, name="request_check"),
    path("request/now/urgent", send.urgent, name="request_urgent"),
    path("request/sent", send.sent, name="request_sent"),
    path("request/ended", send.ended, name="request_ended"),
    path("request/files", upload.files, name="request_files"),
    path("request/files/<uuid:file>", upload.read, name="request_file"),
    path("request/files/<uuid:file>/remove", upload.remove, name="request_file_remove"),
    path("request/remove/<path:item>", removing.remove, name="request_remove"),
    path("request/<path:page>", ask.ask, name="request_page"),
    path("continue", come_back.come_back, name="continue"),
    path("continue/<str:token>", come_back.link, name="continue_link"),
]
