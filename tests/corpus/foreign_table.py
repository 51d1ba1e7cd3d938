"""The title table in French, Spanish and Russian: senders beside addressees, kinds in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import PGA, PSC, PSC_NAME, SG, SG_NAME, SG_PSC, Senders
from tests.replica.calendar import days_before
from tests.replica.un.spec import Party, Signature
from tests.replica.un.words import WORDS

KINDS = ("Letter", "Identical letters", "Note verbale")
PARTIES: tuple[Party, ...] = (
    Party("Permanent Representative", "Germany", "DEU"),
    Party("Permanent Representative", "United Arab Emirates", "ARE"),
    Party("Chargé d'affaires a.i.", "Chad", "TCD"),
    Party("Permanent Mission", "Switzerland", "CHE"),
    Party("Minister for Foreign Affairs", "Russian Federation", "RUS"),
    Party("Prime Minister", "Lebanon", "LBN"),
    Party("Permanent Observer", "State of Palestine", "PSE"),
    Party(SG_NAME, "United Nations"),
    Party(PSC_NAME, "Security Council"),
)
ADDRESSEES = (SG, PSC, PGA, SG_PSC)


@dataclass(frozen=True, slots=True)
class Table:
    """One language: a title for each kind, senders as in `PARTIES`, addressees as above."""

    tongue: str
    titles: tuple[str, str, str]
    senders: tuple[str, ...]
    addressees: tuple[str, ...]
    text: str
    months: str | None = None


_FR_UN = "auprès de l’Organisation des Nations Unies"
_FRENCH = Table(
    "fr",
    (
        "Lettre datée du {date}, adressée {to} par {sender}",
        "Lettres identiques datées du {date}, adressées {to} par {sender}",
        "Note verbale datée du {date}, adressée {to} par {sender}",
    ),
    (
        f"la Représentante permanente de l’Allemagne {_FR_UN}",
        f"le Représentant permanent des Émirats arabes unis {_FR_UN}",
        f"la Chargée d’affaires par intérim de la Mission permanente du Tchad {_FR_UN}",
        f"la Mission permanente de la Suisse {_FR_UN}",
        "le Ministre des affaires étrangères de la Fédération de Russie",
        "le Premier Ministre du Liban",
        f"l’Observateur permanent de l’État de Palestine {_FR_UN}",
        "le Secrétaire général",
        "la Présidente du Conseil de sécurité",
    ),
    (
        "au Secrétaire général",
        "à la Présidente du Conseil de sécurité",
        "au Président de l’Assemblée générale",
        "au Secrétaire général et au Président du Conseil de sécurité",
    ),
    "J’ai l’honneur de vous transmettre la liste des bibliothèques qui prêtent des livres par la "
    "poste dans tout le pays.",
)
_ES_UN = "ante las Naciones Unidas"
_SPANISH = Table(
    "es",
    (
        "Carta de fecha {date} dirigida {to} por {sender}",
        "Cartas idénticas de fecha {date} dirigidas {to} por {sender}",
        "Nota verbal de fecha {date} dirigida {to} por {sender}",
    ),
    (
        f"la Representante Permanente de Alemania {_ES_UN}",
        f"el Representante Permanente de los Emiratos Árabes Unidos {_ES_UN}",
        f"el Encargado de Negocios interino de la Misión Permanente del Chad {_ES_UN}",
        f"la Misión Permanente de Suiza {_ES_UN}",
        "el Ministro de Relaciones Exteriores de la Federación de Rusia",
        "el Primer Ministro del Líbano",
        f"el Observador Permanente del Estado de Palestina {_ES_UN}",
        "el Secretario General",
        "la Presidenta del Consejo de Seguridad",
    ),
    (
        "al Secretario General",
        "a la Presidenta del Consejo de Seguridad",
        "al Presidente de la Asamblea General",
        "al Secretario General y al Presidente del Consejo de Seguridad",
    ),
    "Tengo el honor de transmitirle la lista de las bibliotecas que prestan libros por correo en "
    "todo el país.",
)
_RU_UN = "при Организации Объединенных Наций"
_RUSSIAN = Table(
    "ru",
    (
        "Письмо {sender} от {date} года на имя {to}",
        "Идентичные письма {sender} от {date} года на имя {to}",
        "Вербальная нота {sender} от {date} года на имя {to}",
    ),
    (
        f"Постоянного представителя Германии {_RU_UN}",
        f"Постоянного представителя Объединенных Арабских Эмиратов {_RU_UN}",
        f"Временного поверенного в делах Постоянного представительства Чада {_RU_UN}",
        f"Постоянного представительства Швейцарии {_RU_UN}",
        "Министра иностранных дел Российской Федерации",
        "Премьер-министра Ливана",
        f"Постоянного наблюдателя от Государства Палестина {_RU_UN}",
        "Генерального секретаря",
        "Председателя Совета Безопасности",
    ),
    (
        "Генерального секретаря",
        "Председателя Совета Безопасности",
        "Председателя Генеральной Ассамблеи",
        "Генерального секретаря и Председателя Совета Безопасности",
    ),
    "Имею честь препроводить перечень библиотек, которые выдают книги по почте во всех областях "
    "страны.",
    months="января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря",
)


def _make(table: Table, number: int) -> Iterator[Case]:
    for row, party in enumerate(PARTIES):
        for column, addressee in enumerate(ADDRESSEES):
            kind = (row + column) % len(KINDS)
            case = letter(
                f"{table.tongue}_title_{row + 1}_{column + 1}",
                f"S/2022/7{number}{row}{column}",
                f"2022-{1 + row:02}-{2 + column * 8:02}",
                Senders("", (party,)),
                addressee,
                table.text,
                tags="title_table table language:" + table.tongue,
                kind=KINDS[kind],
                title="-",
                signed=() if KINDS[kind] == "Note verbale" else (Signature("A.", "Ejemplo"),),
                head=Head(tongue=table.tongue),
            )
            title = _write_title(table, case, kind, row, column)
            yield replace(case, spec=replace(case.spec, title=title), renderings=("pdf", "flat"))


def _write_title(table: Table, case: Case, kind: int, row: int, column: int) -> str:
    dated = case.spec.letter_date or days_before(case.spec.masthead.distributed, 2)
    words = WORDS[table.tongue]
    date = (replace(words, months=table.months) if table.months else words).date(dated)
    return table.titles[kind].format(
        date=date, sender=table.senders[row], to=table.addressees[column]
    )


CASES: tuple[Case, ...] = tuple(
    case
    for number, table in enumerate((_FRENCH, _SPANISH, _RUSSIAN))
    for case in _make(table, number)
)
