"""Faces that need no font file: Times for Latin, Adobe's Asian collections for other scripts.

The Japanese collection holds the Cyrillic letters, set at half width here; a PDF reader knows
these collections by name. No such face holds Arabic letters: Arabic documents have no PDF.
"""

from __future__ import annotations

import copy
import re
from functools import cache
from typing import Any

_CYRILLIC, _HAN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[\u2e80-\u9fff\u3000-\u303f]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC_FACE, _HAN_FACE = "HeiseiMin-W3", "STSong-Light"
_STYLES = {"Times-Roman": "", "Times-Bold": ",Bold", "Times-Italic": ",Italic"}


def choose_face(font: str, text: str) -> str:
    """Return the face that can set `text` in the style of a Times font."""
    if _HAN.search(text):
        return _HAN_FACE + _STYLES[font]
    return _CYRILLIC_FACE + _STYLES[font] if _CYRILLIC.search(text) else font


def choose_scale(face: str) -> int:
    """Return the horizontal scale in per cent: the Cyrillic letters are drawn twice too wide."""
    return 50 if face.startswith(_CYRILLIC_FACE) else 100


def measure_text(text: str, font: str, size: float) -> float:
    """Return the width of `text` in points; a guess where no face holds it."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if _ARABIC.search(text):
        return 0.45 * size * len(text)
    face = choose_face(font, text)
    load_face(face)
    return float(stringWidth(text, face, size)) * choose_scale(face) / 100


@cache
def load_face(face: str) -> None:
    """Make a face known to reportlab; Times is known."""
    from reportlab.pdfbase import pdfmetrics

    if not face.startswith("Times"):
        name, _, style = face.partition(",")
        pdfmetrics.registerFont(_make_face(name, style))


def _make_face(name: str, style: str) -> Any:  # noqa: ANN401
    """A collection's face in a style, which reportlab does not offer by itself."""
    from reportlab.pdfbase._cidfontdata import CIDFontInfo  # type: ignore[import-not-found]
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont, structToPDF

    class Face(UnicodeCIDFont):
        def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802
            internal = f"F{len(doc.fontMapping) + 1}"
            info = copy.deepcopy(CIDFontInfo[self.face.name])
            info |= {"Name": f"/{internal}", "Encoding": f"/{self.encodingName}"}
            info["BaseFont"] = f"/{self.name}"
            descendant = info["DescendantFonts"][0]
            descendant["BaseFont"] = descendant["FontDescriptor"]["FontName"] = f"/{self.name}"
            pdf = structToPDF(info)  # type: ignore[no-untyped-call]
            doc.idToObject["BasicFonts"].dict[internal] = doc.Reference(pdf, internal)
            doc.fontMapping[self.name] = f"/{internal}"

    face = Face(name)
    face.name = face.fontName = f"{name},{style}" if style else name
    return face
