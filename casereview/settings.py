"""Django's settings. Everything that differs between installations comes from the environment (docs/operations.md)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # what the embedded installation writes: database, files, letters
VAR_DIR.mkdir(exist_ok=True)
env = environ.Env()

# The demo lets anybody step into any role: a check refuses to start a real installation with it.
DEMO = env.bool("CASEREVIEW_DEMO", default=False)
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="insecure-for-development-and-demo-only")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SERVICE_URL = env.str("SERVICE_URL", default="http://127.0.0.1:8000")  # absolute addresses in letters
SCHEMES_DIR = Path(env.str("SCHEMES_DIR", default=str(BASE_DIR / "schemes")))

INSTALLED_APPS = [
    "casereview.interfaces.command",
    "casereview.audit",
    "casereview.people",
    "casereview.cases",
    "casereview.letters",
    "casereview.statistics",
    "casereview.jobs",
    "casereview.components",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "casereview.interfaces.leave.LeaveMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "casereview.components.headers.HeadersMiddleware",
    "casereview.components.errors.MethodNotAllowedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "casereview.people.middleware.ViewerMiddleware",
    "casereview.cases.middleware.act_for_viewer",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "casereview.interfaces.standing_still.StandingStillMiddleware",
]

ROOT_URLCONF = "casereview.interfaces.urls"
WSGI_APPLICATION = "casereview.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "casereview.components.jinja.environment"},
    },
    {
        # Only for what libraries bring along; our own pages are all Jinja.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'casereview.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["ENGINE"] = "casereview.cases.postgresql"
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    # Planning a query behind row security takes longer than running it: a connection plans each once.
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 3}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # of the one-time link in an invitation or after a forgotten password
LOGIN_URL = "account_login"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "casereview.interfaces.staff.sign_in.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth asks that it agree with the login
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # the link in the invitation proves the address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60  # as long as sessions.FRESH
# axes locks out; this holds back guesses at the second factor.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
MFA_ADAPTER = "casereview.interfaces.staff.sign_in.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Case review"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute out
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# Together: an address alone would let anybody lock a colleague out, a network alone a whole office.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "casereview.interfaces.staff.sign_in.lock_out.login_name"
AXES_LOCKOUT_CALLABLE = "casereview.interfaces.staff.sign_in.lock_out.locked_out"
AXES_SENSITIVE_PARAMETERS = ["password"]

# Not "en-gb": there each word is looked for in six catalogues, of which none is ours. Dates are worded by `wording`.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE_DIR / "casereview" / "wording" / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_ROOT = Path(env.str("FILES_DIR", default=str(VAR_DIR / "files")))
# Files lie in a folder, or in an S3-compatible bucket where one is named.
S3 = {"bucket_name": env.str("S3_BUCKET", default=""), "endpoint_url": env.str("S3_ENDPOINT", default=None)}
IN_FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
IN_BUCKET: dict[str, Any] = {
    "BACKEND": "storages.backends.s3.S3Storage",
    "OPTIONS": {
        **S3,
        "access_key": env.str("S3_KEY", default=None),
        "secret_key": env.str("S3_SECRET", default=None),
    },
}


ERASURES = env.str("S3_ERASURES_BUCKET", default="")  # another bucket: it must outlive the loss of the first
STORAGES = {
    "default": IN_BUCKET if S3["bucket_name"] else IN_FOLDER,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # Which cases were erased: outlives a restore of the database, and is backed up apart from it.
    "erasures": {**IN_BUCKET, "OPTIONS": {**IN_BUCKET["OPTIONS"], "bucket_name": ERASURES}}
    if ERASURES
    else {**IN_FOLDER, "OPTIONS": {"location": env.str("ERASURES_DIR", default=str(VAR_DIR / "erasures"))}},
}

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:8025")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 30  # seconds; well inside the lease of a letter that is being sent
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="messages@example.org")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CLAMD_ADDRESS = env.str("CLAMD_ADDRESS", default="unix:/var/run/clamav/clamd.ctl")

SECURE = env.bool("SECURE", default=not (DEMO or DEBUG))  # off only where there is no TLS: demo and tests
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
CHECK_COOKIE_NAME = (
    "__Host-check" if SECURE else "check"
)  # the answers of the public check; nothing else keeps them
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes, like the session: no trace on a shared computer
CSRF_FAILURE_VIEW = "casereview.components.errors.form_expired"
EXIT_URL = env.str("EXIT_URL", default="https://www.bbc.co.uk/weather")  # where an area chose nothing else
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=SECURE)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
