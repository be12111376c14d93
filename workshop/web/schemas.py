"""The shapes of the API's questions and answers (JSON Schema), by name."""

from typing import Any

Node = dict[str, Any]

TEXT: Node = {"type": "string"}
ID: Node = {"type": "string", "pattern": "^[0-9a-z]{16,40}$"}
CODE: Node = {"type": "string", "pattern": "^[A-HJKMNP-Z2-9]{6}$"}
OP: Node = {
    "type": ["string", "null"],
    "pattern": "^[0-9A-Za-z_-]{8,64}$",
    "description": "Made by the client; the same op is the same request, sent again.",
}
FORMATS: Node = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["format", "file", "media_type", "url", "name", "good_for", "slow"],
        "additionalProperties": False,
        "properties": {
            "format": TEXT,
            "file": TEXT,
            "media_type": TEXT,
            "url": TEXT,
            "name": TEXT,
            "good_for": {"enum": ["all", "reading", "tables", "single tables", "programs"]},
            "slow": {"type": "boolean"},
        },
    },
}
LANGUAGES: Node = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name"],
        "additionalProperties": False,
        "properties": {"id": TEXT, "name": TEXT},
    },
}
SAVED: Node = {"kept": {"type": "boolean"}, "not_made": {"type": "array", "items": TEXT}}
SCHEMAS: Node = {
    "Error": {
        "type": "object",
        "required": ["error"],
        "additionalProperties": False,
        "properties": {
            "error": {
                "type": "object",
                "required": ["code", "message"],
                "additionalProperties": False,
                "properties": {"code": TEXT, "message": TEXT, "field": TEXT},
            }
        },
    },
    "Wish": {
        "type": "object",
        "required": ["title"],
        "additionalProperties": False,
        "properties": {
            "op": OP,
            "title": TEXT,
            "recipe": TEXT,
            "language": TEXT,
            "purpose": TEXT,
            "minutes": {"type": "integer", "minimum": 0, "maximum": 480},
            "people": {"type": "integer", "minimum": 0, "maximum": 1000},
            "remote": {"type": "boolean"},
            "aim": {"enum": ["", "innovate", "improve"]},
            "recipe_file": {
                "type": ["object", "null"],
                "description": "A recipe as the planner saves it; it takes the place of `recipe`.",
            },
            "retention_days": {"type": "integer", "minimum": 0, "maximum": 365},
        },
    },
    "Made": {
        "type": "object",
        "required": [
            "id",
            "code",
            "join_url",
            "invite_url",
            "board_url",
            "facilitator_url",
            "facilitator_key",
        ],
        "additionalProperties": False,
        "properties": {
            "id": ID,
            "code": CODE,
            "join_url": TEXT,
            "invite_url": TEXT,
            "board_url": TEXT,
            "facilitator_url": TEXT,
            "facilitator_key": TEXT,
        },
    },
    "Knock": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "op": OP,
            "name": TEXT,
            "language": TEXT,
            "role": {"enum": ["participant", "facilitator", "board", "reader"]},
            "key": TEXT,
        },
    },
    "Entered": {
        "type": "object",
        "required": ["workshop_id", "participant_id", "token"],
        "additionalProperties": False,
        "properties": {"workshop_id": ID, "participant_id": ID, "token": TEXT},
    },
    "Again": {"type": "object", "additionalProperties": False, "properties": {"op": OP}},
    "CodeWish": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"op": OP, "invitation": {"type": "boolean"}},
    },
    "Key": {
        "type": "object",
        "required": ["facilitator_url", "facilitator_key"],
        "additionalProperties": False,
        "properties": {"facilitator_url": TEXT, "facilitator_key": TEXT},
    },
    "Code": {
        "type": "object",
        "required": ["code", "join_url", "invite_url"],
        "additionalProperties": False,
        "properties": {"code": CODE, "join_url": TEXT, "invite_url": TEXT},
    },
    "Links": {
        "type": "object",
        "required": ["code", "join_url", "invite_url", "board_url", "results_url"],
        "additionalProperties": False,
        "properties": {
            "code": CODE,
            "join_url": TEXT,
            "invite_url": TEXT,
            "board_url": TEXT,
            "results_url": TEXT,
        },
    },
    "Formats": {
        "type": "object",
        "required": ["formats", "languages"],
        "additionalProperties": False,
        "properties": {"formats": FORMATS, "languages": LANGUAGES, **SAVED},
    },
    "Kept": {
        "type": "object",
        "required": ["folder", "formats", "languages", *SAVED],
        "additionalProperties": False,
        "properties": {"folder": TEXT, "formats": FORMATS, "languages": LANGUAGES, **SAVED},
    },
    "Alive": {
        "type": "object",
        "required": ["ok"],
        "additionalProperties": False,
        "properties": {"ok": {"const": True}},
    },
    "Ready": {
        "type": "object",
        "required": ["ok", "faults"],
        "additionalProperties": False,
        "properties": {"ok": {"type": "boolean"}, "faults": {"type": "array", "items": TEXT}},
    },
}
