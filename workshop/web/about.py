"""Pages that say what this server does with what people give it, and for whom it works."""

from flask import Blueprint, render_template

pages = Blueprint("about", __name__)


@pages.get("/privacy")
def privacy() -> str:
    return render_template("privacy.html")


@pages.get("/accessibility")
def accessibility() -> str:
    return render_template("accessibility.html")
