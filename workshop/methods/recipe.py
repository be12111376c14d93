"""What a recipe is: an agenda ready to use, each step a method with its minutes.

A file in `recipes/` that holds a `RECIPE` is a recipe. Nothing else lists it.
"""

import msgspec

from workshop.core.agenda import Order, Phase, Readers, Visibility
from workshop.core.setup import Setup


class RecipeStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step of an agenda. What is left out is as the method says.

    `source` is the place of the earlier step whose notes this one works on.
    `cycle` is the time through open, integrate and close that it belongs to.
    `asks` marks where the room's own question stands as the prompt.
    """

    method: str
    phase: Phase
    minutes: int
    cycle: int = 1
    source: int | None = None
    asks: bool = False
    title: str | None = None
    prompt: str | None = None
    script: tuple[str, ...] | None = None
    half_time: str | None = None
    leave_when: str | None = None
    types: tuple[str, ...] | None = None
    visibility: Visibility | None = None
    readers: Readers | None = None
    anonymous: bool | None = None
    can_build: bool | None = None
    moderated: bool | None = None
    order: Order | None = None
    budget: int | None = None
    per_item: int | None = None
    top: int | None = None
    least: int | None = None
    keep: bool | None = None
    setup: Setup | None = None


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """An agenda with a purpose. Its id is words in kebab case, and is for ever."""

    id: str
    title: str
    purpose: str
    steps: tuple[RecipeStep, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, in minutes."""
        return sum(step.minutes for step in self.steps)
