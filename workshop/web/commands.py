"""The door for commands without a socket (H7): the same fields and op as on the wire."""

import json
from typing import Any

import msgspec
from flask import Blueprint, Response, jsonify, make_response, redirect, request, session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from workshop.access import Busy, Claim
from workshop.conductor import Accepted, Speaker, Unsure
from workshop.core.limits import LIMITS
from workshop.core.messages import Command, Refused
from workshop.core.wire import WIRE_COMMANDS, decode_command
from workshop.web.house import house
from workshop.web.plain import Kept, plain_page, plain_url
from workshop.web.problems import status_of
from workshop.web.speaking import bearer, check_form, claim_on

pages = Blueprint("commands", __name__)
OF_THE_FORM = ("csrf", "as")  # fields that are about the form, not about the command
MOST_KEPT = 2500  # bytes of what was typed that a cookie carries to the page after


@pages.post("/w/<workshop>/commands")
def command(workshop: str) -> AnyResponse:
    if (request.content_length or 0) > LIMITS.message_bytes:
        raise Refused("too_large")
    return by_json(workshop) if request.is_json else by_form(workshop)


def by_json(workshop: str) -> Response:
    message = read_json()
    claim = claim_on(workshop, role=role_of(str(message.pop("as", ""))))
    check_form(claim)
    message.pop("csrf", None)
    done = submit(claim, decode_command({"log": workshop} | message))
    answer: dict[str, Any] = {"ok": True}
    if done.seq is not None:
        answer["seq"] = done.seq
    return jsonify(answer | ({"again": True} if done.again else {}))


def read_json() -> dict[str, Any]:
    """One JSON object, without the numbers that JSON does not have."""
    try:
        message = json.loads(request.get_data(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused("bad_json") from None
    if not isinstance(message, dict):
        raise Refused("bad_json")
    return message


def _no_number(text: str) -> None:
    raise ValueError(text)


def by_form(workshop: str) -> AnyResponse:
    """Answers with the page; if refused, the sentence and what was typed come along."""
    claim = claim_on(workshop, role=role_of(request.form.get("as", "")))
    try:
        check_form(claim)
        submit(claim, decode_command({"log": workshop} | typed_fields(request.form)))
    except Refused as refused:
        kept = kept_of(refused)
        if len(json.dumps(kept)) > MOST_KEPT:
            return make_response(plain_page(claim, kept), status_of(refused))
        session["kept"] = kept
    return redirect(plain_url(claim), 303)


def role_of(given: str) -> str:
    """The role that a request names; a device with cookies speaks as a participant otherwise."""
    return given or request.args.get("as", "") or ("" if bearer() else "participant")


def submit(claim: Claim, command: Command) -> Accepted:
    if command.log != claim.workshop:
        raise Refused("forbidden", "log")
    try:
        house().doors.spoke(claim.workshop, claim.actor)
    except Busy:
        raise Refused("rate_limited") from None
    try:
        return house().conductor.submit(claim.workshop, command, Speaker(claim.actor, claim.role))
    except Unsure:
        raise Refused("unsure") from None


def typed_fields(form: MultiDict[str, str]) -> dict[str, Any]:
    """A form's texts as the command's own types; what does not fit is left for the decoder to name.

    `cells.who` and its like are one field of many texts.
    """
    kind = WIRE_COMMANDS.get(form.get("kind", ""))
    types = {field.name: field.type for field in msgspec.structs.fields(kind)} if kind else {}
    texts: dict[str, dict[str, str]] = {}
    fields: dict[str, Any] = {}
    for name in form:
        head, _, key = name.partition(".")
        if key:
            texts.setdefault(head, {})[key] = form[name]
        elif name not in OF_THE_FORM:
            fields[name] = value_as(types.get(name, str), form.getlist(name))
    return {**texts, **fields}


def value_as(wanted: Any, texts: list[str]) -> Any:
    for value in (texts[-1], texts):
        try:
            return msgspec.convert(value, wanted, strict=False)
        except msgspec.ValidationError:
            continue
    return texts[-1]


def kept_of(refused: Refused) -> Kept:
    """What the next page of this device needs to say what was wrong, and to fill its fields again."""
    typed = {name: text for name, text in request.form.items() if name not in (*OF_THE_FORM, "op")}
    values = {name: str(value) for name, value in refused.values.items()}
    return {"code": refused.code, "field": refused.field, "values": values, "typed": typed}
