"""The records that a viewer may have, gathered by kind, for pages that are drawn on the server."""

from collections import defaultdict
from typing import Any

from workshop.core.records import Place
from workshop.core.view import Sent, Viewer, view


class Seen:
    """`seen.all("note")`, `seen.one("workshop")`: sent forms, never the records themselves."""

    def __init__(self, place: Place, viewer: Viewer) -> None:
        self._by_kind: defaultdict[str, dict[str, Sent]] = defaultdict(dict)
        for kind, record in place.everything():
            if sent := view(record, viewer):
                self._by_kind[kind][record.id] = sent
        self._lay_apart()

    def _lay_apart(self) -> None:
        """The room's notes lie where this viewer's own group has put them."""
        for apart in self.all("apart"):
            if note := self.get("note", apart["id"]):
                note["cluster"] = apart["cluster"]

    def all(self, kind: str) -> list[Sent]:
        return list(self._by_kind[kind].values())

    def get(self, kind: str, id: str) -> Sent | None:
        return self._by_kind[kind].get(id)

    def one(self, kind: str) -> Sent:
        return next(iter(self._by_kind[kind].values()))

    def title_of(self, id: str) -> str:
        """The words of a note or the title of a cluster."""
        found: Any = self.get("note", id) or self.get("cluster", id) or {}
        return str(found.get("text") or found.get("title") or "")
