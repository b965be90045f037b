"""What every request must pass, and what every answer carries: nobody but this person's own browser gets in."""

from __future__ import annotations

import secrets

from flask import Flask, Response, abort, current_app, g, make_response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from p3dn_reports.web import running
from p3dn_reports.web.desk_server import server_of

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
FIELD = "kunci_isian"
_OPEN = frozenset({"static", "guard.masuk", "guard.kunci_baru"})
_MISDIRECTED = 421


def protect(app: Flask) -> None:
    """Put the checks before every request and the headers on every answer."""
    app.before_request(_refuse_strangers)
    app.after_request(_with_headers)
    app.add_url_rule("/masuk", "guard.masuk", _enter)
    app.add_url_rule(running.PATH, "guard.kunci_baru", _new_key, methods=["POST"])


def _refuse_strangers() -> Response | None:
    server = server_of(current_app)
    if request.host not in server.hosts:
        return make_response("Alamat ini bukan alamat meja kerja.", _MISDIRECTED)
    if request.endpoint in _OPEN:
        return None
    g.form_key = server.keys.form_key(request.cookies.get(server.cookie))
    if g.form_key is None:
        abort(403, "masuk")
    if request.method == "POST":
        _refuse_foreign_forms(server.hosts, g.form_key)
        if server.read_only and request.endpoint not in {"desk.tutup"}:
            abort(403, "hanya-baca")
    server.seen()
    return None


def _refuse_foreign_forms(hosts: frozenset[str], form_key: str) -> None:
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    ours = {f"http://{host}" for host in hosts}
    if site == "same-origin":
        # a browser that is to send no referrer names no origin either, and says itself whose form it is
        ours.add("null")
    if origin is not None and origin not in ours:
        abort(403, "asal")
    if site not in {None, "same-origin", "none"}:
        abort(403, "asal")
    given = request.form.get(FIELD, "")
    if not secrets.compare_digest(given.encode(), form_key.encode()):
        abort(403, "isian")


def _enter() -> AnyResponse:
    """Change a one-time key into a cookie, and leave the key behind."""
    server = server_of(current_app)
    session = server.keys.redeem(request.args.get("kunci", ""))
    if session is None:
        abort(403, "masuk")
    answer = redirect(url_for("desk.awal"), 303)
    answer.set_cookie(server.cookie, session, httponly=True, samesite="Strict", path="/")
    return answer


def _new_key() -> str:
    """A new one-time address for whoever can read this person's own files."""
    server = server_of(current_app)
    if not secrets.compare_digest(request.headers.get(running.HEADER, "").encode(), server.secret.encode()):
        abort(403, "masuk")
    return server.address


def _with_headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers[name] = value
    answer.headers.pop("Server", None)
    return answer
