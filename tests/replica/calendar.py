"""The replica's calendar: every date hangs on one day, so the same day gives the same world."""

from __future__ import annotations

from datetime import date, timedelta

_ONES = """
zero first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
"""
_TENS = "- - twent thirt fort fift sixt sevent eight ninet"
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    # The Russian pages print the nominative, the Armenian ones the genitive.
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "hy": (
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի "
        "նոյեմբերի դեկտեմբերի"
    ),
}


def days_before(today: date, days: int) -> date:
    """Return the day so many days before `today` (after it, when negative)."""
    return today - timedelta(days=days)


def long_date(day: date, language: str = "en") -> str:
    """Return "7 November 2026" with the month as the language's pages print it."""
    return f"{day.day} {month_name(day, language)} {day.year}"


def month_name(day: date, language: str = "en") -> str:
    """Return the month's name as the language's pages print it."""
    return _MONTHS[language].split()[day.month - 1]


def us_date(day: date) -> str:
    """Return "November 7, 2026"."""
    return f"{month_name(day)} {day.day}, {day.year}"


def short_digits(day: date) -> str:
    """Return DDMMYY, as job lines print the day of release."""
    return f"{day:%d%m%y}"


def assembly_session(day: date) -> int:
    """Return the regular session of the General Assembly that sits on a day.

    Session n opens in September of 1945 + n; here always on the fifteenth.
    """
    return day.year - 1945 - ((day.month, day.day) < (9, 15))


def council_year(day: date) -> int:
    """Return the Security Council's year: calendar year - 1945."""
    return day.year - 1945


def ordinal(number: int) -> str:
    """Return "Eighty-first" for 81; 1 to 99.

    Raises:
        ValueError: for any other number.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"no ordinal word for {number}")
    return _ordinal(number).capitalize()


def _ordinal(number: int) -> str:
    if number < 20:
        return _ONES.split()[number]
    tens, ones = divmod(number, 10)
    stem = _TENS.split()[tens]
    return f"{stem}y-{_ONES.split()[ones]}" if ones else f"{stem}ieth"
