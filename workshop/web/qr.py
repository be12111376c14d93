"""QR codes: level M at least, four modules of quiet zone, dark on white also in the dark."""

import io

import segno


def qr_svg(address: str) -> str:
    """An SVG without a size of its own, so that the page decides it."""
    picture = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(
        picture, kind="svg", border=4, dark="#000", light="#fff", omitsize=True, xmldecl=False
    )
    return picture.getvalue().decode()


def qr_text(address: str) -> str:
    """The same for a terminal, two modules a sign high."""
    picture = io.StringIO()
    segno.make(address, error="m", micro=False).terminal(picture, border=2, compact=True)
    return picture.getvalue()
