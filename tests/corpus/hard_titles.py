"""Titles that were once read wrong or not at all: capitals, other tongues, tails, new names.

Each is set in an ordinary letter and read from its flat text; a title of a form that nobody has
seen must end in a warning, with no date, sender or addressee.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import (
    PGA,
    PGA_NAME,
    PSC,
    PSC_NAME,
    SG,
    SG_NAME,
    SG_PSC,
    Addressees,
    Senders,
    to,
)
from tests.replica.un.spec import Party, Signature

REP, CHARGE = "Permanent Representative", "Chargé d'affaires a.i."
MISSION, OBSERVER = "Permanent Mission", "Permanent Observer"
C1540 = "Security Council Committee established pursuant to resolution 1540 (2004)"
CHAIR = Party(f"Chair of the {C1540}", C1540)
RIGHTS = to("Office of the United Nations High Commissioner for Human Rights")
CHAIRMAN, SECRETARIAT = to("Chairman of the Committee"), to("Secretariat")
SENDERS_OF_COUNCIL = to("Permanent Representatives of the members of the Security Council")
TEXTS = {
    "en": "I have the honour to send the list of the libraries that lend books by post.",
    "fr": "J’ai l’honneur de vous transmettre la liste des bibliothèques du pays et de la région.",
    "es": "Tengo el honor de transmitirle la lista de las bibliotecas que prestan libros por "
    "correo en todo el país.",
    "ru": "Имею честь препроводить перечень библиотек, которые выдают книги по почте в стране.",
    "ar": "يشرفني أن أحيل إليكم قائمة المكتبات التي تعير الكتب بالبريد في جميع أنحاء البلد.",
    "zh": "谨随函转递通过邮政借书的图书馆名单,这些图书馆向全国各地的读者开放。",
}
_FR, _ES = "auprès de l’Organisation des Nations Unies", "ante las Naciones Unidas"
_RU, _AR = "при Организации Объединенных Наций", "لدى الأمم المتحدة"

Row = tuple[str, str, str, str, tuple[Party, ...], Addressees]
"""Tongue, day, kind, title, senders, addressees."""


def _rep(party: str, iso3: str, office: str = REP) -> Party:
    return Party(office, party, iso3)


ROWS: tuple[Row, ...] = (
    ("en", "2013-03-04", "Letter", "Letter dated 4 March 2013 from the Permanent Representative of "
     "the Islamic Republic of Iran to the United Nations and Chair of the Coordinating Bureau of "
     "the Movement of Non-Aligned Countries addressed to the Secretary-General",
     (_rep("Iran (Islamic Republic of)", "IRN"),), SG),
    ("en", "2021-11-30", "Letter", "Letter dated 30 November 2021 from the Alternate "
     "Representative of the United States of America for Special Political Affairs to the United "
     "Nations addressed to the President of the Security Council",
     (Party("Alternate Representative for Special Political Affairs", "United States of America",
            "USA"),), PSC),
    ("en", "2010-06-25", "Letter", "Letter dated 25 June 2010 from the High Representative of the "
     "European Union for Foreign Affairs and Security Policy addressed to the Secretary-General",
     (Party("High Representative for Foreign Affairs and Security Policy", "European Union"),),
     SG),
    ("en", "2010-06-25", "Letter", "Letter dated 25 June 2010 from the United Nations High "
     "Commissioner for Human Rights addressed to the President of the Security Council",
     (Party("United Nations High Commissioner for Human Rights", "United Nations"),), PSC),
    ("en", "2010-06-25", "Letter", "Letter dated 25 June 2010 from the Chair of the Board of "
     "Auditors addressed to the President of the General Assembly",
     (Party("Chair of the Board of Auditors", "Board of Auditors"),), PGA),
    ("en", "2010-06-25", "Letter", "Letter dated 25 June 2010 from the Permanent Representative of "
     "Sao Tome and Principe to the United Nations transmitting the text of a declaration "
     "addressed to the Secretary-General", (_rep("Sao Tome and Principe", "STP"),), SG),
    ("en", "2023-12-06", "Letter", "Letter dated 6 December 2023 from the Secretary-General "
     "addressed to the President of the Security Council under Article 99 of the Charter",
     (Party(SG_NAME, "United Nations"),), PSC),
    ("en", "1995-05-05", "Letter", "Letter dated the 5th of May 1995 from the Permanent "
     "Representative of Chile to the United Nations addressed to the Secretary-General",
     (_rep("Chile", "CHL"),), SG),
    ("en", "2024-02-05", "Letter", "Joint letter dated 5 February 2024 from the Permanent "
     "Representatives of the Kingdom of the Netherlands and Latvia to the United Nations addressed "
     "to the Secretary-General",
     (_rep("Netherlands (Kingdom of the)", "NLD"), _rep("Latvia", "LVA")), SG),
    ("fr", "1993-08-03", "Letter", "LETTRE DATEE DU 3 AOUT 1993, ADRESSEE AU PRESIDENT DU CONSEIL "
     "DE SECURITE PAR LE CHARGE D'AFFAIRES PAR INTERIM DE LA MISSION PERMANENTE DE LA "
     "BOSNIE-HERZEGOVINE AUPRES DE L'ORGANISATION DES NATIONS UNIES",
     (_rep("Bosnia and Herzegovina", "BIH", CHARGE),), PSC),
    ("fr", "2016-05-04", "Letter", "Lettre datée du 4 mai 2016, adressée au Président du Conseil "
     "de sécurité par le Président du Comité du Conseil de sécurité créé par la résolution 1540 "
     "(2004)", (CHAIR,), PSC),
    ("fr", "2005-05-09", "Note verbale", "Note verbale datée du 9 mai 2005, adressée au Président "
     f"du Comité par la Mission permanente de la Hongrie {_FR}",
     (_rep("Hungary", "HUN", MISSION),), CHAIRMAN),
    ("fr", "2012-05-03", "Note verbale", "Note verbale datée du 3 mai 2012, adressée au "
     f"Secrétariat par la Mission permanente du Liban {_FR}", (_rep("Lebanon", "LBN", MISSION),),
     SECRETARIAT),
    ("fr", "2012-05-03", "Letter", "Lettre datée du 3 mai 2012, adressée au Secrétaire général "
     "par la Ministre des affaires étrangères et de la coopération internationale du Mali",
     (_rep("Mali", "MLI", "Minister for Foreign Affairs and International Cooperation"),), SG),
    ("fr", "2016-03-01", "Letter", "Lettre datée du 1er mars 2016, adressée au Secrétaire général "
     f"par le Représentant permanent de Saint-Vincent-et-les Grenadines {_FR}",
     (_rep("Saint Vincent and the Grenadines", "VCT"),), SG),
    ("fr", "2011-03-01", "Letter", "Lettre datée du 1er mars 2011, adressée au Secrétaire général "
     f"par le Représentant permanent de l’ex-République yougoslave de Macédoine {_FR}",
     (_rep("The former Yugoslav Republic of Macedonia", "MKD"),), SG),
    ("fr", "2016-03-01", "Letter", "Lettre datée du 1er mars 2016, adressée au Secrétaire général "
     f"par le Chef de la délégation de l’Union européenne {_FR}",
     (Party("Head of the Delegation", "European Union"),), SG),
    ("fr", "2016-03-01", "Note verbale", "Note verbale datée du 1er mars 2016, adressée au "
     "Haut-Commissariat des Nations Unies aux droits de l’homme par la Mission permanente du Maroc "
     "auprès de l’Office des Nations Unies à Genève", (_rep("Morocco", "MAR", MISSION),), RIGHTS),
    ("fr", "2013-03-04", "Letter", "Lettre datée du 4 mars 2013, adressée au Secrétaire général "
     f"par le Représentant permanent de Cuba {_FR}, au nom du Mouvement des pays non alignés",
     (_rep("Cuba", "CUB"),), SG),
    ("es", "1993-05-03", "Letter", "CARTA DE FECHA 3 DE MAYO DE 1993 DIRIGIDA AL SECRETARIO "
     "GENERAL POR EL REPRESENTANTE PERMANENTE DE BOSNIA Y HERZEGOVINA ANTE LAS NACIONES UNIDAS",
     (_rep("Bosnia and Herzegovina", "BIH"),), SG),
    ("es", "2012-05-03", "Identical letters", "Cartas idénticas de fecha 3 de mayo de 2012 "
     "dirigidas al Secretario General y a la Presidencia del Consejo de Seguridad por el "
     f"Observador Permanente de Palestina {_ES}", (_rep("Palestine", "PSE", OBSERVER),), SG_PSC),
    ("es", "2019-05-03", "Letter", "Carta de fecha 3 de mayo de 2019 dirigida al Secretario "
     "General por la Encargada de Negocios Interina de la Misión Permanente de la República "
     f"Bolivariana de Venezuela {_ES}",
     (_rep("Venezuela (Bolivarian Republic of)", "VEN", CHARGE),), SG),
    ("es", "2012-05-03", "Letter", "Carta de fecha 3 de mayo de 2012 dirigida al Presidente del "
     "Consejo de Seguridad por la Presidencia del Comité del Consejo de Seguridad establecido en "
     "virtud de la resolución 1540 (2004)", (CHAIR,), PSC),
    ("es", "2012-05-03", "Letter", "Carta de fecha 3 de mayo de 2012 dirigida al Secretario "
     "General por el Ministro de Relaciones Exteriores y Culto de la Argentina",
     (_rep("Argentina", "ARG", "Minister for Foreign Affairs and Worship"),), SG),
    ("ru", "1993-05-03", "Letter", "ПИСЬМО ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ УКРАИНЫ ПРИ ОРГАНИЗАЦИИ "
     "ОБЪЕДИНЕННЫХ НАЦИЙ ОТ 3 МАЯ 1993 ГОДА НА ИМЯ ГЕНЕРАЛЬНОГО СЕКРЕТАРЯ",
     (_rep("Ukraine", "UKR"),), SG),
    ("ru", "2012-05-03", "Letter", "Письмо Председателя Комитета Совета Безопасности, "
     "учрежденного резолюцией 1540 (2004), от 3 мая 2012 года на имя Председателя Совета "
     "Безопасности", (CHAIR,), PSC),
    ("ru", "2021-03-02", "Letter", "Письмо Председателя Совета Безопасности от 2 марта 2021 года "
     "на имя постоянных представителей государств — членов Совета Безопасности",
     (Party(PSC_NAME, "Security Council"),), SENDERS_OF_COUNCIL),
    ("ru", "2021-03-02", "Note verbale", "Вербальная нота Постоянного представительства "
     "Азербайджана при Отделении Организации Объединенных Наций и других международных "
     "организациях в Женеве от 2 марта 2021 года в адрес Управления Верховного комиссара "
     "Организации Объединенных Наций по правам человека",
     (_rep("Azerbaijan", "AZE", MISSION),), RIGHTS),
    ("ru", "2021-03-02", "Letter", f"Письмо главы делегации Европейского союза {_RU} от 2 марта "
     "2021 года на имя Генерального секретаря",
     (Party("Head of the Delegation", "European Union"),), SG),
    ("ru", "2021-03-02", "Letter", "Письмо исполняющего обязанности Постоянного представителя "
     f"Республики Казахстан {_RU} от 2 марта 2021 года на имя Генерального секретаря",
     (_rep("Kazakhstan", "KAZ", "Acting Permanent Representative"),), SG),
    ("ar", "2021-03-02", "Letter", "رسالة مؤرخة ٢ آذار/مارس ٢٠٢١ موجهة إلى رئيس مجلس الأمن من "
     f"الممثلين الدائمين لفرنسا وألمانيا {_AR}", (_rep("France", "FRA"), _rep("Germany", "DEU")),
     PSC),
    ("ar", "1999-01-19", "Letter", "رسالة مؤرخة 19 كانون الثاني/يناير 1999 موجهة من الأمين العام "
     "الى رئيس مجلس الأمن", (Party(SG_NAME, "United Nations"),), PSC),
    ("ar", "2020-03-18", "Letter", "رسالة مؤرخة 18 آذار/مارس 2020 موجهة إلى رئيس مجلس الأمن من "
     f"القائمة بالأعمال بالنيابة للبعثة الدائمة لليمن {_AR}", (_rep("Yemen", "YEM", CHARGE),), PSC),
    ("ar", "2021-05-04", "Identical letters", "رسالتان متطابقتان مؤرختان 4 أيار/مايو 2021 موجهتان "
     "إلى الأمين العام وإلى رئيس مجلس الأمن من القائم بالأعمال بالنيابة للبعثة الدائمة للجمهورية "
     f"العربية السورية {_AR}", (_rep("Syrian Arab Republic", "SYR", CHARGE),), SG_PSC),
    ("zh", "2012-03-02", "Letter", "2012年3月2日安全理事会第1540(2004)号决议所设委员会主席给"
     "安全理事会主席的信", (CHAIR,), PSC),
    ("zh", "2012-03-02", "Letter", "2012年3月2日大会主席给秘书长的信",
     (Party(PGA_NAME, "General Assembly"),), SG),
)  # fmt: skip

UNKNOWN_TITLE, NO_SENDER = ("unknown_title_form",), ("no_sender", "unknown_party")
UNSEEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Letter dated Whit Monday 2021 from the Permanent Representative of Chile to the United "
     "Nations addressed to the Secretary-General", UNKNOWN_TITLE),
    ("Letter dated 4 May 2021 by which the Keeper of Lamps informs the Council", UNKNOWN_TITLE),
    ("Letter dated l4 May 2021 from the Permanent Representative of Chile to the United Nations "
     "addressed to the Secretary-General", UNKNOWN_TITLE),
    ("Cable dated 4 May 2021 from the Minister for Foreign Affairs of Chile addressed to the "
     "Secretary-General", ("unknown_letter_form",)),
    ("Aide-memoire dated 4 May 2021 from the Permanent Mission of Chile to the United Nations "
     "addressed to the Secretary-General", ("unknown_letter_form",)),
    ("Open letter to the Secretary-General", ("unknown_letter_form",)),
)  # fmt: skip


def _make() -> Iterator[Case]:
    for number, (tongue, written, kind, title, senders, addressees) in enumerate(ROWS):
        case = letter(
            f"hard_title_{number + 1}",
            f"S/{written[:4]}/66{number:02}",
            written,
            Senders("", senders),
            addressees,
            TEXTS[tongue],
            tags=f"title_table table language:{tongue}" if tongue != "en" else "title_table table",
            kind=kind,
            title=title,
            signed=() if kind == "Note verbale" else (Signature("A.", "Ejemplo"),),
            head=Head(tongue=tongue),
        )
        case = replace(case, renderings=("flat",))
        yield replace(case, fields=FIELDS) if tongue in ("ar", "zh") else case


def _make_unseen() -> Iterator[Case]:
    for number, (title, findings) in enumerate(UNSEEN):
        case = letter(
            f"unseen_title_{number + 1}",
            f"S/2021/65{number:02}",
            "2021-05-04",
            Senders("", ()),
            Addressees("", ()),
            TEXTS["en"],
            tags="title_table table title:unseen",
            title=title,
            findings=findings,
        )
        fields = ("symbols", "letter_date", "senders", "addressees", "findings")
        spec = replace(case.spec, letter_date=None)
        yield replace(case, spec=spec, renderings=("pdf", "docx", "flat"), fields=fields)


FIELDS = (
    "document_type", "symbols", "letter_date", "senders", "addressees", "title", "language",
)  # fmt: skip
CASES: tuple[Case, ...] = (*_make(), *_make_unseen())
