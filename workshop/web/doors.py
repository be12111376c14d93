"""All pages of this door, put onto an app."""

from flask import Flask

from workshop.web import (
    about,
    api,
    artifacts,
    bringing,
    commands,
    continuing,
    growing,
    headers,
    health,
    inviting,
    joining,
    lobby,
    moderating,
    opening,
    plain,
    preparing,
    problems,
    replaying,
    results,
    sharing,
    stage,
    starting,
    static,
)
from workshop.web.house import House, static_url
from workshop.web.language import language_of_request
from workshop.web.speaking import check_origin
from workshop.web.template import words_of_templates
from workshop.words import prepare

ROOMS = (
    about,
    api,
    artifacts,
    bringing,
    commands,
    continuing,
    growing,
    health,
    inviting,
    joining,
    lobby,
    moderating,
    opening,
    plain,
    preparing,
    replaying,
    results,
    sharing,
    stage,
    starting,
    static,
)


def open_doors(app: Flask, there: House) -> None:
    app.extensions["rytme"] = there
    prepare(app, language_of_request)
    problems.prepare(app)
    headers.prepare(app)
    app.before_request(check_origin)
    app.context_processor(words_of_templates)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["static_url"] = static_url
    for room in ROOMS:
        app.register_blueprint(room.pages)
