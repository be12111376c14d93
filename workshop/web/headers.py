"""What every answer tells the browser: trust nothing but this server, keep nothing personal."""

import re

from flask import Flask, Response, request

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
PLAIN_HOST = re.compile(r"[A-Za-z0-9.\-_\[\]:]{1,255}")


def prepare(app: Flask) -> None:
    app.after_request(protect)


def protect(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy(request.host, request.is_secure))
    headers["X-Content-Type-Options"] = "nosniff"
    # Under no-referrer a browser sends `Origin: null` with forms, which is refused.
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = PERMISSIONS
    if request.is_secure:  # on plain http browsers ignore it, and complain on every page
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers.setdefault("Cache-Control", "no-store")
    return response


def policy(host: str, secure: bool, framed_by: str = "'none'") -> str:
    """`connect-src` names the socket's address, since not every browser counts it as 'self'."""
    socket = f" {'wss' if secure else 'ws'}://{host}" if PLAIN_HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"connect-src 'self'{socket}; object-src 'none'; base-uri 'none'; "
        f"frame-ancestors {framed_by}; form-action 'self'"
    )
