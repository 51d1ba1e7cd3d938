"""Month names as they are printed, in the languages herewith reads itself."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Twelve entries a language; forms of one month are joined by a bar.
_NAMES = {
    "en": (
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug"
        " september|sept|sep october|oct november|nov december|dec"
    ),
    # The Azerbaijani forms with a suffix are "in March", "of March", "on the … of March".
    "az": (
        "yanvar|yanvarın fevral|fevralın mart|martın aprel|aprelin may|mayın iyun|iyunun"
        " iyul|iyulun avqust|avqustun sentyabr|sentyabrın oktyabr|oktyabrın"
        " noyabr|noyabrın dekabr|dekabrın"
    ),
    "tr": (
        "ocak|oca şubat|şub mart nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu"
        " eylül|eyl ekim|eki kasım|kas aralık|ara"
    ),
    "ru": (
        "января|январь|янв февраля|февраль|февр|фев марта|март|мар апреля|апрель|апр мая|май"
        " июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сент|сен"
        " октября|октябрь|окт ноября|ноябрь|нояб|ноя декабря|декабрь|дек"
    ),
    "hy": (
        "հունվարի|հունվար փետրվարի|փետրվար մարտի|մարտ ապրիլի|ապրիլ մայիսի|մայիս հունիսի|հունիս"
        " հուլիսի|հուլիս օգոստոսի|օգոստոս սեպտեմբերի|սեպտեմբեր հոկտեմբերի|հոկտեմբեր"
        " նոյեմբերի|նոյեմբեր դեկտեմբերի|դեկտեմբեր"
    ),
}
LANGUAGES = tuple(_NAMES)


@lru_cache(maxsize=16)
def read_months(language: str) -> dict[str, int]:
    """Every printed form of a month, folded, with its number; empty for another language."""
    entries = _NAMES.get(language, "").split()
    return {
        fold(form): number
        for number, forms in enumerate(entries, start=1)
        for form in forms.split("|")
    }


def fold(word: str) -> str:
    """Lower case without combining marks on the Turkish dotted capital (İ folds to i)."""
    return unicodedata.normalize("NFC", word.replace("İ", "i").lower())
