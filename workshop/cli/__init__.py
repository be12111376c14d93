"""The operator's door: python -m workshop.cli, one command a file or a pair of them.

Exit codes: 0 done, 1 it could not be done (one line says why), 2 asked in a wrong way, 130 Ctrl-C.
"""

from importlib import import_module

import click

from workshop import __version__

# Each command's file, which is loaded when that command is called: most need little of the house.
FILES = {
    "run": "serving",
    "demo": "demo",
    "list": "listing",
    "export": "exporting",
    "import": "importing",
    "verify": "verifying",
    "key": "keys",
    "backup": "backups",
    "restore": "backups",
    "purge": "purging",
}


class Commands(click.Group):
    """Finds a command by its name in the file above."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(FILES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in FILES:
            return None
        held = vars(import_module(f"workshop.cli.{FILES[name]}")).values()
        return next(it for it in held if isinstance(it, click.Command) and it.name == name)


@click.command(cls=Commands)
@click.version_option(__version__, prog_name="Rytme")
def main() -> None:
    """Rytme, from the shell of the machine that holds it.

    Settings come from the environment, as the server's do (docs/hosting.md).
    """
