"""How the server is: for whoever watches over it (H4)."""

import hmac
import ipaddress

from flask import Blueprint, Response, jsonify

from workshop import engine
from workshop.core.messages import Refused
from workshop.store import StoreFault
from workshop.web.house import house
from workshop.web.speaking import address, bearer

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def alive() -> Response:
    return jsonify({"ok": True})


@pages.get("/readyz")
def ready() -> tuple[Response, int]:
    """Whether the database answers and keeps its promises; faults are named without its address."""
    faults = []
    try:
        house().store.check()
    except StoreFault as fault:
        faults.append(str(fault))
    except Exception as fault:  # noqa: BLE001 -- whatever it is, the server is not ready
        faults.append(f"Database: {type(fault).__name__}.")
    return jsonify({"ok": not faults, "faults": faults}), 503 if faults else 200


@pages.get("/metrics")
def metrics() -> Response:
    """Numbers that say nothing of what people wrote or how they voted."""
    if not may_read_metrics():
        raise Refused("no_token")
    lines = [
        line for name, kind, words, value in gauges() for line in gauge(name, kind, words, value)
    ]
    return Response(
        "\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8"
    )


def may_read_metrics() -> bool:
    token = house().config.metrics_token
    if token and hmac.compare_digest(bearer().encode(), token.encode()):
        return True
    # Behind a proxy everyone would come from loopback, so there the token alone opens.
    return not token and not house().config.proxy_hops and _is_loopback(address())


def _is_loopback(text: str) -> bool:
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def gauges() -> list[tuple[str, str, str, float]]:
    there = house()
    return [
        (
            "rytme_hub_lag_seconds",
            "gauge",
            "Longest gap of the event loop lately.",
            engine.hub_lag(),
        ),
        *((f"rytme_{name}", kind, words, read()) for name, kind, words, read in there.measures),
    ]


def gauge(name: str, kind: str, words: str, value: float) -> tuple[str, str, str]:
    return f"# HELP {name} {words}", f"# TYPE {name} {kind}", f"{name} {value}"
