"""The live door: sockets in, commands to the conductor, changed records out to every screen."""

from .gateway import attach

__all__ = ["attach"]
