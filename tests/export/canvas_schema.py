"""JSON Canvas 1.0 (jsoncanvas.org/spec/1.0, 2024-03-11) as a JSON Schema. Nothing beyond the published fields."""

COLOR = {"type": "string", "pattern": "^([1-6]|#[0-9A-Fa-f]{6})$"}
SIDE = {"enum": ["top", "right", "bottom", "left"]}
END = {"enum": ["none", "arrow"]}
ID = {"type": "string", "minLength": 1}
PIXELS = {"type": "integer"}
BOX = {"id": ID, "x": PIXELS, "y": PIXELS, "width": PIXELS, "height": PIXELS, "color": COLOR}


def node(kind: str, needed: list[str], **fields: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {**BOX, "type": {"const": kind}, **fields},
        "required": ["id", "type", "x", "y", "width", "height", *needed],
        "additionalProperties": False,
    }


TEXT = {"type": "string"}
STYLE = {"enum": ["cover", "ratio", "repeat"]}
NODE = {
    "oneOf": [
        node("text", ["text"], text=TEXT),
        node("file", ["file"], file=TEXT, subpath={"type": "string", "pattern": "^#"}),
        node("link", ["url"], url=TEXT),
        node("group", [], label=TEXT, background=TEXT, backgroundStyle=STYLE),
    ]
}
EDGE = {
    "type": "object",
    "properties": {
        "id": ID,
        "fromNode": ID,
        "toNode": ID,
        "fromSide": SIDE,
        "toSide": SIDE,
        "fromEnd": END,
        "toEnd": END,
        "color": COLOR,
        "label": TEXT,
    },
    "required": ["id", "fromNode", "toNode"],
    "additionalProperties": False,
}
CANVAS = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "nodes": {"type": "array", "items": NODE},
        "edges": {"type": "array", "items": EDGE},
    },
    "additionalProperties": False,
}
