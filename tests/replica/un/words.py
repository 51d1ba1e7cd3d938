"""The printed words of mastheads, signatures and annex heads in the official languages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.replica.calendar import long_date, ordinal


@dataclass(frozen=True, slots=True)
class Words:
    """What one language prints; a name that is not listed is printed as it is.

    French sets the title lines above the signature (`titles_first`).
    """

    nations: str = "United Nations"
    names: dict[str, str] = field(default_factory=dict)
    distr: str = "Distr.: {}"
    original: str = "Original: {}"
    annex_original: str = "[Original: {}]"
    language: str | None = None
    months: str | None = None
    item: str = "Agenda item {}"
    items: str = "Agenda items {}"
    provisional_item: str = "Item {} of the provisional agenda*"
    provisional_items: str = "Items {} of the provisional agenda*"
    conjunction: str = " and "
    signed: str = "Signed"
    job_letter: str = "E"
    titles_first: bool = False

    def name(self, text: str) -> str:
        """Return the language's word for an organ, a language or a distribution."""
        return self.names.get(text, text)

    def date(self, day: date) -> str:
        """Return a day as the masthead prints it."""
        if self.months is None:
            return long_date(day)
        return f"{day.day} {self.months.split(',')[day.month - 1]} {day.year}"


_FRENCH = Words(
    nations="Nations Unies",
    names={
        "General Assembly": "Assemblée générale",
        "Security Council": "Conseil de sécurité",
        "General": "générale",
        "Limited": "limitée",
        "English": "anglais",
        "French": "français",
        "Spanish": "espagnol",
        "Arabic": "arabe",
    },
    distr="Distr. {}",
    original="Original : {}",
    annex_original="[Original : {}]",
    language="Français",
    months="janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
    item="Point {} de l’ordre du jour",
    items="Points {} de l’ordre du jour",
    provisional_item="Point {} de l’ordre du jour provisoire*",
    provisional_items="Points {} de l’ordre du jour provisoire*",
    conjunction=" et ",
    signed="Signé",
    titles_first=True,
    job_letter="F",
)
_SPANISH = Words(
    nations="Naciones Unidas",
    names={
        "General Assembly": "Asamblea General",
        "Security Council": "Consejo de Seguridad",
        "General": "general",
        "Limited": "limitada",
        "English": "inglés",
        "French": "francés",
        "Spanish": "español",
        "Russian": "ruso",
    },
    distr="Distr. {}",
    original="Original: {}",
    language="Español",
    months="de enero de,de febrero de,de marzo de,de abril de,de mayo de,de junio de,de julio de,"
    "de agosto de,de septiembre de,de octubre de,de noviembre de,de diciembre de",
    item="Tema {} del programa",
    items="Temas {} del programa",
    provisional_item="Tema {} del programa provisional*",
    provisional_items="Temas {} del programa provisional*",
    conjunction=" y ",
    signed="Firmado",
    job_letter="S",
)
_RUSSIAN = Words(
    nations="Организация Объединенных Наций",
    names={"General Assembly": "Генеральная Ассамблея", "Security Council": "Совет Безопасности"},
    language="Russian",
    annex_original="[Подлинный текст на {} языке]",
    item="Пункт {} повестки дня",
    items="Пункты {} повестки дня",
    provisional_item="Пункт {} предварительной повестки дня*",
    provisional_items="Пункты {} предварительной повестки дня*",
    conjunction=" и ",
    signed="Подпись",
    job_letter="R",
)
_CHINESE = Words(
    nations="联合国",
    names={"General Assembly": "大会", "Security Council": "安全理事会"},
    language="Chinese",
    annex_original="[原件:{}]",
    item="议程项目{}",
    items="议程项目{}",
    provisional_item="临时议程*项目{}",
    provisional_items="临时议程*项目{}",
    conjunction="和",
    signed="签名",
    job_letter="C",
)
_ARABIC = Words(
    nations="الأمم المتحدة",
    names={"General Assembly": "الجمعية العامة", "Security Council": "مجلس الأمن"},
    language="Arabic",
    item="البند {} من جدول الأعمال",
    items="البنود {} من جدول الأعمال",
    provisional_item="البند {} من جدول الأعمال المؤقت*",
    provisional_items="البنود {} من جدول الأعمال المؤقت*",
    conjunction=" و ",
    signed="توقيع",
    job_letter="A",
)
WORDS = {
    "en": Words(),
    "fr": _FRENCH,
    "es": _SPANISH,
    "ru": _RUSSIAN,
    "zh": _CHINESE,
    "ar": _ARABIC,
}


def year_line(number: int) -> str:
    """Return "Seventy-sixth year"."""
    return f"{ordinal(number)} year"
