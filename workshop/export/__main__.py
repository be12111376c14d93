"""A process of its own in which the press stands: python -m workshop.export."""

from workshop.export.press import main

main()
