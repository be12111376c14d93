"""python -m workshop.cli."""

from workshop.cli import main

main(prog_name="python -m workshop.cli")
