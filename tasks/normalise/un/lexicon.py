"""The words that titles are made of: offices, organs, states; certain enough to mend with.

Source: un-documents guide, section 6 (observed documents) and the names of `parties.yml`.
"""

from __future__ import annotations

import re
from functools import cache

from tasks.normalise.un.parties import list_names

_WORDS = """
letter letters identical note notes verbale verbales dated from addressed to the and of for by in
on annex enclosure appendix permanent representative representatives observer mission deputy acting
chargé affaires secretary general president security council assembly united nations organization
economic social human rights chair chairman committee established pursuant resolution minister
ministers foreign prime state head high special statement report briefing members group experts
panel republic democratic people kingdom january february march april may june july august
september october november december
distr limited restricted original english french spanish russian arabic chinese emergency session
year agenda item items
"""


@cache
def known_words() -> frozenset[str]:
    """All known words in lower case.

    >>> {"annex", "representative", "kenya"} <= known_words(), "pro" in known_words()
    (True, False)
    """
    names = " ".join(list_names())
    found = re.findall(r"[^\W\d_]+", f"{_WORDS} {names}".lower())
    return frozenset(word for word in found if len(word) > 1)
