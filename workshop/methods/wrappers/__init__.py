"""Wrappers: one question taken through several steps, each a method. A file here with a RECIPE is one."""

from workshop.methods.recipe import Recipe
from workshop.methods.scan import found

WRAPPERS: dict[str, Recipe] = {
    wrapper.id: wrapper for wrapper in found(__path__, __name__, "RECIPE", Recipe)
}
"""Every wrapper by id."""
