"""Pictures of what a team takes home: a page of the report, a sheet of the board, and a slide."""

import subprocess
from pathlib import Path
from urllib.request import Request, urlopen

PAGES = {"report.pdf": 1, "board.pdf": 2, "deck.pptx": 6}  # which page of each is pictured
WIDTH = 1200  # px


def take_home(url: str, workshop: str, token: str, folder: Path, pictures: Path) -> None:
    for name, page in PAGES.items():
        paper = as_pdf(
            fetched(f"{url}/api/workshops/{workshop}/artifacts/{name}", token), folder / name
        )
        picture = pictures / f"taken-{Path(name).stem}"
        wish = [
            "-png",
            "-singlefile",
            "-f",
            str(page),
            "-scale-to-x",
            str(WIDTH),
            "-scale-to-y",
            "-1",
        ]
        subprocess.run(["pdftoppm", *wish, str(paper), str(picture)], check=True)
        print(f"docs/pictures/{picture.name}.png")


def fetched(address: str, token: str) -> bytes:
    with urlopen(
        Request(address, headers={"Authorization": f"Bearer {token}"}), timeout=120
    ) as file:
        return bytes(file.read())


def as_pdf(data: bytes, path: Path) -> Path:
    """As an office prints it; a PDF is one already."""
    path.write_bytes(data)
    if path.suffix != ".pdf":
        own = f"-env:UserInstallation=file://{path.parent / 'office'}"
        told = ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent)]
        subprocess.run([*told, str(path)], check=True, capture_output=True)
    return path.with_suffix(".pdf")
