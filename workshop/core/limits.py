"""The bounds of a workshop; one table, told to every client at `join`."""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Counts unless the name says otherwise. Sources: docs/protocol.md, section Limits."""

    note_graphemes: int = 280
    text_bytes: int = 4096
    title_graphemes: int = 120
    prompt_graphemes: int = 500
    name_graphemes: int = 40
    participants: int = 1000
    notes: int = 5000
    notes_per_person_and_step: int = 50
    clusters: int = 200
    rows: int = 300
    rows_per_person_and_step: int = 30
    actions: int = 200
    decisions: int = 100
    sheets: int = 200
    insights: int = 20
    carried: int = 500
    brought: int = 1000
    brought_bytes: int = 1024 * 1024
    steps: int = 60
    script_lines: int = 20
    types: int = 12
    parked: int = 500
    polls: int = 100
    scorings: int = 100
    scored: int = 120
    answer_graphemes: int = 40
    minutes: int = 480
    recipe_bytes: int = 256 * 1024
    workshop_bytes: int = 8 * 1024 * 1024
    message_bytes: int = 32 * 1024
    commands_per_second: int = 10
    command_burst: int = 30

    def as_dict(self) -> dict[str, int]:
        return msgspec.structs.asdict(self)


LIMITS = Limits()
