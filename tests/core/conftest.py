"""Every story that is told here comes back equal from its own workshop.json."""

from tests.export.imported import every_story_comes_back

__all__ = ["every_story_comes_back"]
