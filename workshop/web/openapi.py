"""The API's own description (OpenAPI 3.1); every answer of the API conforms to it."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from workshop.web.schemas import SCHEMAS, TEXT, Node
from workshop.words import LANGUAGES


@cache
def document() -> Node:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rytme",
            "version": product_version(),
            "description": "Make workshops, join them, take their results home.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": PATHS,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token that joining answered, or where making workshops"
                    " is locked, the host's key for it.",
                }
            },
        },
    }


def product_version() -> str:
    try:
        return version("rytme")
    except PackageNotFoundError:
        return "0"


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def sends(name: str, *, required: bool = True) -> Node:
    return {"required": required, "content": {"application/json": {"schema": ref(name)}}}


def gives(words: str, name: str) -> Node:
    return {"description": words, "content": {"application/json": {"schema": ref(name)}}}


def fails(*statuses: int) -> Node:
    """The errors that can be expected; whatever else goes wrong has the same shape."""
    return {
        **{str(status): gives(ERRORS[status], "Error") for status in statuses},
        "default": gives("Any other error.", "Error"),
    }


def in_path(name: str, words: str) -> Node:
    return {"name": name, "in": "path", "required": True, "description": words, "schema": TEXT}


def in_query(name: str, words: str, among: Sequence[str]) -> Node:
    return {"name": name, "in": "query", "description": words, "schema": {"enum": list(among)}}


ERRORS = {
    400: "What was sent could not be read.",
    401: "A token or key is missing.",
    403: "The key or the role is not right.",
    404: "The code is not open, or there is no such thing.",
    409: "It cannot be done as the workshop stands.",
    429: "Too many tries; Retry-After says when to try again.",
}
WORKSHOP = in_path("workshop", "The workshop's id.")
AS: Node = {
    "name": "as",
    "in": "query",
    "description": "Which of several cookies speaks.",
    "schema": {"enum": ["facilitator", "participant", "board", "reader"]},
}
TOKEN: list[Node] = [{"token": []}]
PATHS: Node = {
    "/api/workshops": {
        "post": {
            "operationId": "createWorkshop",
            "summary": "Make a workshop",
            "security": [{}, {"token": []}],
            "requestBody": sends("Wish"),
            "responses": {
                "201": gives("The workshop, and its key this once.", "Made"),
                **fails(400, 401, 409, 429),
            },
        }
    },
    "/api/workshops/{where}/join": {
        "post": {
            "operationId": "joinWorkshop",
            "summary": "Come in with a code or a key",
            "parameters": [in_path("where", "The join code; with a key also the id.")],
            "requestBody": sends("Knock"),
            "responses": {
                "200": gives("A token to speak with.", "Entered"),
                **fails(400, 403, 404, 409, 429),
            },
        }
    },
    "/api/workshops/{workshop}/key": {
        "post": {
            "operationId": "makeKey",
            "summary": "Make a new key for the facilitator; the old link dies",
            "security": TOKEN,
            "parameters": [WORKSHOP, AS],
            "requestBody": sends("Again", required=False),
            "responses": {"200": gives("The new key.", "Key"), **fails(400, 401, 403)},
        }
    },
    "/api/workshops/{workshop}/code": {
        "post": {
            "operationId": "rotateCode",
            "summary": "Take another join code; the old one opens nothing any more",
            "security": TOKEN,
            "parameters": [WORKSHOP, AS],
            "requestBody": sends("CodeWish", required=False),
            "responses": {"200": gives("The new code.", "Code"), **fails(400, 401, 403, 409)},
        }
    },
    "/api/workshops/{workshop}/links": {
        "get": {
            "operationId": "listLinks",
            "summary": "What to hand out, as it is good now",
            "security": TOKEN,
            "parameters": [WORKSHOP, AS],
            "responses": {"200": gives("The links.", "Links"), **fails(401, 403)},
        }
    },
    "/api/workshops/{workshop}/artifacts": {
        "get": {
            "operationId": "listArtifacts",
            "summary": "Which formats the results come in",
            "security": TOKEN,
            "parameters": [WORKSHOP, AS],
            "responses": {"200": gives("The formats.", "Formats"), **fails(401, 403)},
        },
        "post": {
            "operationId": "keepArtifacts",
            "summary": "Write the sessions folder as the workshop stands now",
            "security": TOKEN,
            "parameters": [WORKSHOP, AS],
            "responses": {"200": gives("The folder's name.", "Kept"), **fails(401, 403)},
        },
    },
    "/api/workshops/{workshop}/artifacts/{format}": {
        "get": {
            "operationId": "getArtifact",
            "summary": "The results in one format, as they stand now",
            "security": TOKEN,
            "parameters": [
                WORKSHOP,
                in_path("format", "One of the listed."),
                AS,
                in_query("language", "Of the words around what people wrote.", LANGUAGES),
                in_query("progress", "Lines of progress first, then the file.", ["1"]),
            ],
            "responses": {
                "200": {"description": "The file.", "content": {"*/*": {"schema": {}}}},
                **fails(401, 403, 404),
            },
        }
    },
    "/api/schemas/workshop-1.json": {
        "get": {
            "operationId": "getWorkshopSchema",
            "summary": "What workshop.json holds",
            "responses": {
                "200": {
                    "description": "A JSON Schema.",
                    "content": {"application/schema+json": {"schema": {"type": "object"}}},
                }
            },
        }
    },
    "/healthz": {
        "get": {
            "operationId": "isAlive",
            "summary": "Whether the server answers",
            "responses": {"200": gives("It does.", "Alive")},
        }
    },
    "/readyz": {
        "get": {
            "operationId": "isReady",
            "summary": "Whether the database keeps its promises",
            "responses": {
                "200": gives("It does.", "Ready"),
                "503": gives("It does not, and why.", "Ready"),
            },
        }
    },
}
