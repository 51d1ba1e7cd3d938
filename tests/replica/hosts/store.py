"""The document store: 302 to a file, 200 with HTML for what is not there, 200 with nothing."""

from __future__ import annotations

from tests.replica.answers import PDF, Answer, Asked, make_conditional, not_found, redirect
from tests.replica.hosts.robots import answer_robots
from tests.replica.un.spec import UnSpec
from tests.replica.un.word import MEDIA_TYPE
from tests.replica.world import World

_LANGUAGES = {"en", "e", "fr", "f", "es", "s", "ru", "r", "zh", "c", "ar", "a", "ot", "o"}
_KINDS = {"pdf": ("PDF", "PDF"), "doc": ("DOC", "DOCX"), "docx": ("DOC", "DOCX")}


def answer_store(asked: Asked, world: World) -> Answer:
    """Answer documents.un.org."""
    if asked.path == "/robots.txt":
        return answer_robots(asked.host)
    if asked.path == "/api/symbol/access":
        return _answer_access(asked, world)
    if asked.path == "/error":
        return Answer(200, _nothing_page())
    if asked.path.lower().startswith("/doc/undoc/gen/"):
        return _answer_file(asked, world)
    return not_found()


def file_path(spec: UnSpec, kind: str) -> str:
    """Return the upper-case path of a document's file, as the store's redirects name it."""
    folder, suffix = _KINDS[kind]
    digits = spec.job_digits
    return f"/doc/UNDOC/GEN/N{digits[:2]}/{digits[2:5]}/{digits[5:]}/{folder}/N{digits}.{suffix}"


def _answer_access(asked: Asked, world: World) -> Answer:
    """Only English is there; an unknown language silently gives English too."""
    symbol, language = asked.query.get("s", ""), asked.query.get("l", "en").lower()
    kind = asked.query.get("t", "pdf").lower()
    if "/" not in symbol or kind not in _KINDS:
        return redirect(302, "https://documents.un.org/error")
    spec = world.find_document(symbol)
    if spec is None or language in _LANGUAGES - {"en", "e"}:
        return Answer(200, _nothing_page())
    if not world.is_ready(spec.name):
        return Answer(200, b"", PDF)
    return redirect(302, f"https://documents.un.org{file_path(spec, kind)}")


def _answer_file(asked: Asked, world: World) -> Answer:
    for spec in world.visible_documents():
        for kind in ("pdf", "docx"):
            path = file_path(spec, kind)
            if asked.path == path:
                return redirect(301, f"https://documents.un.org{path.lower()}")
            if asked.path == path.lower() and world.is_ready(spec.name):
                return _file(asked, world, spec, kind)
    return Answer(200, _nothing_page())


def _file(asked: Asked, world: World, spec: UnSpec, kind: str) -> Answer:
    media = PDF if kind == "pdf" else MEDIA_TYPE
    data = world.read_file(spec.name, kind)
    return make_conditional(asked, Answer(200, data, media, changed_on=spec.released))


def _nothing_page() -> bytes:
    """About 1.3 KB of HTML that says nothing: the same for absent and for blocked."""
    head = "<!doctype html><html lang=en><head><meta charset=utf-8><title>ODS</title>"
    links = "".join(f'<link rel="modulepreload" href="/_app/part-{n:02d}.js">' for n in range(20))
    body = "</head><body><div id=app></div><script type=module src=/_app/start.js></script>"
    return f"{head}{links}{body}</body></html>".encode()
