"""Errors, as JSON for programs and as a page for people; one shape, one table of statuses (H5)."""

import logging
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from workshop.access import Busy
from workshop.conductor import Unsure
from workshop.core.messages import Refused
from workshop.words import sentence

faults = logging.getLogger("workshop.web")

STATUS = {
    "code_not_open": 404,
    "no_such_page": 404,
    "no_such_format": 404,
    "no_such_note": 404,
    "no_such_step": 404,
    "no_such_participant": 404,
    "no_token": 401,
    "create_key": 401,
    "wrong_key": 403,
    "forbidden": 403,
    "bad_origin": 403,
    "bad_form": 403,
    "not_shared": 403,
    "removed": 403,
    "board_out": 403,
    "link_ended": 403,
    "not_allowed": 405,
    "too_large": 413,
    "busy": 429,
    "files_waiting": 429,
    "rate_limited": 429,
    "too_many_workshops": 429,
    "bad_json": 400,
    "bad_message": 400,
    "bad_field": 400,
    "bad_number": 400,
    "unknown_field": 400,
    "unknown_kind": 400,
    "server_fault": 500,
    "unsure": 503,
}
OTHERWISE = 409  # the request was understood; the workshop is not where it could be done
OF_HTTP = {404: "no_such_page", 405: "not_allowed", 413: "too_large", 400: "bad_json"}


def prepare(app: Flask) -> None:
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Busy, busy)
    app.register_error_handler(Unsure, unsure)
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(Exception, unexpected)


def status_of(problem: Refused) -> int:
    return STATUS.get(problem.code, OTHERWISE)


def error_body(problem: Refused) -> dict[str, Any]:
    error = {"code": problem.code, "message": sentence(problem)}
    return {"error": error | ({"field": problem.field} if problem.field else {})}


def refused(problem: Refused) -> Response:
    if wants_json():
        response = jsonify(error_body(problem))
    else:
        response = make_response(
            render_template("problem.html", code=problem.code, message=sentence(problem))
        )
    response.status_code = status_of(problem)
    if problem.code == "rate_limited":
        response.headers["Retry-After"] = "1"
    return response


def busy(fault: Busy) -> Response:
    response = refused(Refused("busy", seconds=fault.seconds))
    response.headers["Retry-After"] = str(fault.seconds)
    return response


def turned_away(fault: Exception, field: str, page: Callable[[Refused], str]) -> Response:
    """A door's page once more, with one sentence; what was typed stays in its fields.

    `field` is where a sentence stands that belongs to none; what cannot be read at all is `bad_field`.
    """
    if isinstance(fault, Busy):
        refused = Refused("busy", field, seconds=fault.seconds)
    else:
        refused = fault if isinstance(fault, Refused) else Refused("bad_field")
    response = make_response(page(refused), status_of(refused))
    if isinstance(fault, Busy):
        response.headers["Retry-After"] = str(fault.seconds)
    return response


def unsure(fault: Unsure) -> Response:
    return refused(Refused("unsure"))


def of_http(fault: HTTPException) -> Response:
    response = refused(Refused(OF_HTTP.get(fault.code or 500, "server_fault")))
    response.status_code = fault.code or 500
    for name, value in fault.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def unexpected(fault: Exception) -> Response:
    """Logged without the path, which may hold a code; the person gets a sentence, never a trace."""
    faults.error("A request failed: %s %s", request.method, request.endpoint, exc_info=fault)
    return refused(Refused("server_fault"))


def wants_json() -> bool:
    return request.path.startswith(("/api/", "/healthz", "/readyz", "/metrics")) or request.is_json
