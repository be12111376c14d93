"""Static files under /static/<build>/: their name changes with their content, so they are kept for ever."""

import hashlib
from pathlib import Path
from wsgiref.headers import Headers

from flask import Blueprint, Response, jsonify
from whitenoise import WhiteNoise

from workshop.core.messages import Refused
from workshop.web.house import house
from workshop.words import LANGUAGES, browser_words
from workshop.words.catalogue import FOLDER as WORDS

pages = Blueprint("static_words", __name__)
FOLDER = Path(__file__).parents[2] / "static"
PACKED = (".gz", ".br", ".mo", ".new", ".pot")
FOR_EVER = "public, max-age=31536000, immutable"


def build_of(*folders: Path) -> str:
    """Twelve signs that stand for the content of everything static, words among it."""
    content = hashlib.sha256()
    for folder in folders or (FOLDER, WORDS):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in PACKED:
                content.update(str(path.relative_to(folder)).encode() + b"\0")
                content.update(hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()[:12]


def served(wsgi_app: object, build: str) -> WhiteNoise:
    """The app with the static files before it."""
    return WhiteNoise(
        wsgi_app,
        root=FOLDER if FOLDER.is_dir() else None,
        prefix=f"/static/{build}/",
        immutable_file_test=lambda path, url: True,
        add_headers_function=_headers,
        charset="utf-8",
        allow_all_origins=False,
    )


def _headers(headers: Headers, path: str, url: str) -> None:
    headers["Cache-Control"] = FOR_EVER
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    # An SVG that is opened by itself is a page, and gets a page's policy.
    headers["Content-Security-Policy"] = "default-src 'none'; style-src 'self'; sandbox"


@pages.get("/static/<build>/words/<language>.json")
def words(build: str, language: str) -> Response:
    if build != house().build or language not in LANGUAGES:
        raise Refused("no_such_page")
    response = jsonify(browser_words(language))
    response.headers["Cache-Control"] = FOR_EVER
    return response
