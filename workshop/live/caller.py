"""Who stands at the other end of one socket."""

from dataclasses import dataclass, field, replace

from workshop.access import Claim
from workshop.conductor import Speaker
from workshop.core.limits import LIMITS
from workshop.core.messages import Refused
from workshop.words import sentence

from .line import Line
from .rates import Bucket

HEAVY = ("join", "digest")  # what costs more than a command, and is not counted as one
HEAVY_RATE, HEAVY_BURST = 2, 12
TOO_FAST = 100  # messages refused for their rate in a row, then it is a flood


@dataclass(eq=False)
class Caller:
    """One socket of one person or board; `role` is what the server's records say now."""

    claim: Claim
    language: str
    line: Line
    names: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()  # of the names, what the person's group goes by
    bucket: Bucket = field(
        default_factory=lambda: Bucket(LIMITS.commands_per_second, LIMITS.command_burst)
    )
    heavy: Bucket = field(default_factory=lambda: Bucket(HEAVY_RATE, HEAVY_BURST))

    def __post_init__(self) -> None:
        self.log = self.claim.workshop
        self.actor = self.claim.actor
        self.role = self.claim.role

    @property
    def is_person(self) -> bool:
        return self.role != "board"

    @property
    def claim_now(self) -> Claim:
        return replace(self.claim, role=self.role)

    @property
    def speaker(self) -> Speaker:
        return Speaker(self.actor, self.role)

    def wait_for(self, name: str) -> float:
        """The seconds until a message of this name may come again; 0 lets it in (S11)."""
        return (self.heavy if name in HEAVY else self.bucket).take()

    @property
    def floods(self) -> bool:
        return self.bucket.refused + self.heavy.refused > TOO_FAST

    def told(self, refused: Refused) -> dict[str, object]:
        """The refusal as it goes over the wire, in this reader's language."""
        error: dict[str, object] = {
            "code": refused.code,
            "message": sentence(refused, self.language),
        }
        return error | ({"field": refused.field} if refused.field else {})
