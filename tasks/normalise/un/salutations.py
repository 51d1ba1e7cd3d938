"""How letters begin and name whom they are for: what makes a text of unknown form one of them.

Source: un-documents guide, section 7, openings (observed documents); words it does not show are
the usual ones of their language.
"""

from __future__ import annotations

from tasks.normalise.un.phrases import Phrases

_LETTER = Phrases(
    r"\bI have the (?:honou?r|pleasure)\b|\bpresents (?:its|his|her) compliments\b"
    r"|\baddressed to\b|\bletters? (?:of|from|received)\b|\bletter to the\b"
    r"|\bmessage (?:of|from)\b|j['’]ai l['’]honneur|présente ses compliments"
    r"|\badressée?s? (?:au|à)\b"
    r"|tengo el honor|saluda atentamente|\bdirigid[ao]s? al?\b|имею честь"
    r"|свидетельствует свое уважение"
    r"|\bна имя\b|يشرفني|تهدي .{0,80}تحياتها|موجهة إلى|谨随函|向.{0,20}致意"
)


def reads_as_letter(sentence: str) -> bool:
    """Whether a sentence at the head of a text is one of a letter.

    >>> reads_as_letter("Cable of 4 May addressed to the Secretary-General")
    True
    >>> reads_as_letter("The Council was told of the count of bees.")
    False
    """
    return _LETTER.is_in(sentence)
