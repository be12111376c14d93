"""The operator's door: python -m workshop.cli, one command a file or a pair of them.

Exit codes: 0 done, 1 it could not be done (one line says why), 2 asked in a wrong way, 130 Ctrl-C.
"""

import click

from workshop import __version__
from workshop.cli.backups import backup, restore
from workshop.cli.demo import demo
from workshop.cli.exporting import export
from workshop.cli.importing import import_
from workshop.cli.keys import key
from workshop.cli.listing import list_
from workshop.cli.purging import purge
from workshop.cli.serving import run
from workshop.cli.verifying import verify


@click.group()
@click.version_option(__version__, prog_name="Rytme")
def main() -> None:
    """Rytme, from the shell of the machine that holds it.

    Settings come from the environment, as the server's do (docs/hosting.md).
    """


for command in (run, demo, list_, export, import_, verify, key, backup, restore, purge):
    main.add_command(command)
