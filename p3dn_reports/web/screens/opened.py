"""The quarter that an address names, opened for the page."""

from __future__ import annotations

from flask import abort, current_app, g

from p3dn_reports.web.desk_server import server_of
from p3dn_reports.web.shelf import View


def opened(name: str) -> View:
    """The quarter called `name`, kept for the page's head and menu; 404 where there is none of just that name."""
    server = server_of(current_app)
    folder = server.inputs(name)
    if folder is None:
        abort(404)
    server.last_quarter = name
    view: View = server.shelf.view(folder)
    g.view = view
    return view


def last_opened() -> View | None:
    """The quarter used last, for the head and menu of a page that belongs to none; None where that is not clear."""
    server = server_of(current_app)
    folder = server.last_used()
    g.view = server.shelf.view(folder) if folder else None
    found: View | None = g.view
    return found
