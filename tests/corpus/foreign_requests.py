"""Requests for circulation and attention in French, Spanish, Russian, Arabic and Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import PSC, Senders
from tests.replica.un.spec import Facts, Party, Signature

GA, SC, HRC = "General Assembly", "Security Council", "Human Rights Council"
ASKED, BROUGHT = Facts(requests_circulation=(SC,)), Facts(requests_attention=(SC,))
BOTH = Facts(requests_circulation=(GA, SC))
WITH_ATTENTION = Facts(requests_circulation=(SC,), requests_attention=(SC,))
ANNOUNCED, NOTHING = Facts(announces_circulation=(SC,)), Facts()
SENDER = Senders("", (Party("Permanent Representative", "Chile", "CHL"),))
TITLES = {
    "fr": "Lettre datée du 2 mars 2021, adressée au Président du Conseil de sécurité par le "
    "Représentant permanent du Chili auprès de l’Organisation des Nations Unies",
    "es": "Carta de fecha 2 de marzo de 2021 dirigida a la Presidencia del Consejo de Seguridad "
    "por el Representante Permanente de Chile ante las Naciones Unidas",
    "ru": "Письмо Постоянного представителя Чили при Организации Объединенных Наций от 2 марта "
    "2021 года на имя Председателя Совета Безопасности",
}
OPENINGS = {
    "fr": "J’ai l’honneur de vous faire tenir la liste des phares du pays et de ses îles.",
    "es": "Tengo el honor de transmitirle la lista de los faros del país y de sus islas.",
    "ru": "Имею честь препроводить перечень маяков страны и ее островов, открытых для гостей.",
}
ROWS: tuple[tuple[str, str, Facts, str], ...] = (
    ("fr", "Je vous serais reconnaissante de bien vouloir faire publier la présente lettre comme "
     "document du Conseil.", ASKED, ""),
    ("fr", "Je vous serais obligé de bien vouloir porter le texte de la présente lettre à "
     "l’attention des membres du Conseil de sécurité et le faire publier comme document du "
     "Conseil.", WITH_ATTENTION, ""),
    ("fr", "Je vous saurais gré de bien vouloir faire distribuer la présente lettre comme document "
     "de l’Assemblée générale, au titre des points 14 et 20 a) de l’ordre du jour, et du Conseil "
     "de sécurité.", BOTH, "14, 20 (a)"),
    ("fr", "Les déclarations seront publiées comme document du Conseil de sécurité.", ANNOUNCED,
     ""),
    ("fr", "Ma lettre du 3 février a été distribuée comme document du Conseil de sécurité.",
     NOTHING, ""),
    ("es", "Le agradeceré que tenga a bien hacer circular la presente carta como documento oficial "
     "de la Asamblea General, en relación con el tema 14 del programa, y del Consejo de "
     "Seguridad.", BOTH, "14"),
    ("es", "Agradecería que la presente carta se señalara a la atención de los miembros del "
     "Consejo de Seguridad y se publicara como documento del Consejo.", WITH_ATTENTION, ""),
    ("es", "Pido a usted que la presente carta sea distribuida como documento del Consejo de "
     "Seguridad.", ASKED, ""),
    ("es", "Le agradecería que señalara la presente carta a la atención de los miembros del "
     "Consejo de Seguridad.", BROUGHT, ""),
    ("es", "Mi carta de 3 de febrero se distribuyó como documento del Consejo de Seguridad.",
     NOTHING, ""),
    ("ru", "Буду признателен Вам за распространение настоящего письма в качестве документа "
     "Генеральной Ассамблеи по пунктам 14 и 20 a) повестки дня и документа Совета Безопасности.",
     BOTH, "14, 20 (a)"),
    ("ru", "Буду признательна, если настоящее письмо будет доведено до сведения членов Совета "
     "Безопасности и опубликовано в качестве документа Совета.", WITH_ATTENTION, ""),
    ("ru", "Хотел бы просить Вас распространить настоящее письмо как документ Совета "
     "Безопасности.", ASKED, ""),
    ("ru", "Буду признателен за доведение настоящего письма до сведения членов Совета "
     "Безопасности.", BROUGHT, ""),
    ("ru", "Мое письмо от 3 февраля было распространено в качестве документа Совета Безопасности.",
     NOTHING, ""),
)  # fmt: skip


def _make() -> Iterator[Case]:
    for number, (tongue, sentence, facts, items) in enumerate(ROWS):
        joint = f"A/75/64{number:02}–" if items else ""
        case = letter(
            f"{tongue}_request_{number + 1}",
            f"{joint}S/2021/64{number:02}",
            "2021-03-02",
            SENDER,
            PSC,
            OPENINGS[tongue],
            sentence,
            tags=f"request:table table language:{tongue}",
            title=TITLES[tongue],
            facts=facts,
            signed=(Signature("A.", "Ejemplo"),),
            head=Head(tongue=tongue, items=items),
        )
        yield replace(case, renderings=("pdf", "flat"))


CASES: tuple[Case, ...] = tuple(_make())
