"""Long letters: sentences over pages, hyphens at line ends, footnotes, many signatures."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import COVER, Case, Head, annex, letter
from tests.corpus.phrases import (
    PGA,
    PSC,
    SG,
    SG_PSC,
    Senders,
    ask,
    mission,
    representative,
    representatives,
)
from tests.replica.un.spec import (
    Bullet,
    Facts,
    Footnote,
    Heading,
    Paragraph,
    Party,
    Signature,
)

GA, SC = "General Assembly", "Security Council"
FOR_SC, FOR_GA = Facts(requests_circulation=(SC,)), Facts(requests_circulation=(GA,))
LONG = (
    "The seed-keeping houses of the north-eastern districts, which since the well-known winter of "
    "1911 have been kept by a co-operative of forty-seven families, sent 1,204 well-dried samples "
    "to the vault, of which the twenty-first and the thirty-third were opened, weighed and "
    "re-sealed in the presence of the Secretary-General’s cartographer and of a notary."
)
NUMBERED = tuple(Paragraph(LONG, f"{number}.") for number in range(1, 16))
SHORT = "None was found to be damp."
FRENCH_LONG = (
    "Les maisons de semences du nord-est, qui sont tenues depuis l’hiver 1911 par quarante-sept "
    "familles, ont envoyé 1 204 échantillons au dépôt, c’est-à-dire un tiers de plus que l’année "
    "précédente, et les ont fait peser en présence d’un notaire."
)
RUSSIAN_LONG = (
    "Семенные дома северо-восточных районов, которые с зимы 1911 года содержатся "
    "сорока семью семьями, направили в хранилище 1204 хорошо высушенных образца, то есть "
    "на треть больше, чем в предыдущем году, и взвесили их в присутствии нотариуса."
)

CASES: tuple[Case, ...] = (
    letter(
        "four_pages",
        "A/77/9501–S/2022/9591",
        "2022-10-24",
        representative("Saint Vincent and the Grenadines", "VCT"),
        SG,
        "I am writing to you about the seed-keeping houses of the north-eastern districts.",
        *(LONG,) * 7,
        Heading("What was found"),
        *(LONG, SHORT) * 5,
        Bullet("Wheat of eleven kinds;"),
        Bullet("Barley of nine kinds, of which two are new."),
        *(LONG,) * 8,
        ask("the General Assembly, under agenda items 18 and 24 (b), and of the Security Council"),
        tags="letter layout:pages layout:hyphens joint",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(items="18, 24 (b)"),
    ),
    letter(
        "numbered_footnotes",
        "S/2021/9592",
        "2021-09-27",
        representative("Nauru", "NRU"),
        PSC,
        Paragraph("I have the honour to send the result of the count.<sup>1</sup>",
                  notes=(Footnote("1", "The count is printed in the gazette, vol. 12."),)),
        *(LONG,) * 6,
        Paragraph("It agrees with the earlier one.<sup>2</sup>",
                  notes=(Footnote("2", "See S/2020/9577, annex, para. 4."),)),
        *(LONG,) * 6,
        ask("the Security Council"),
        tags="letter layout:footnotes",
        facts=replace(FOR_SC, cited_symbols=("S/2020/9577",)),
    ),
    letter(
        "ten_signatures",
        "A/79/9593",
        "2024-12-02",
        representatives(
            ("Andorra", "AND"), ("Barbados", "BRB"), ("Comoros", "COM"), ("Djibouti", "DJI"),
            ("Eritrea", "ERI"), ("France", "FRA"), ("Grenada", "GRD"), ("Hungary", "HUN"),
            ("Ireland", "IRL"), ("Jamaica", "JAM"),
        ),
        PGA,
        "We have the honour to write of the exchange of gardeners.",
        "We should be grateful if you would have the present letter circulated as a document of "
        "the General Assembly, under agenda item 14.",
        tags="letter signatures:n layout:signatures_over_pages",
        facts=FOR_GA,
        head=Head(items="14"),
        signed=tuple(
            Signature(given, surname, ("Ambassador", f"Permanent Representative of {country}"))
            for given, surname, country in (
                ("Marc", "Puig", "Andorra"), ("Della", "Clarke", "Barbados"),
                ("Said", "Mze", "the Comoros"), ("Hodan", "Farah", "Djibouti"),
                ("Senait", "Tesfay", "Eritrea"), ("Luc", "Marchand", "France"),
                ("Joy", "Noel", "Grenada"), ("Ilona", "Kocsis", "Hungary"),
                ("Aoife", "Daly", "Ireland"), ("Errol", "Grant", "Jamaica"),
            )
        ),
    ),
    letter(
        "annex_over_pages",
        "A/78/9594",
        "2024-01-22",
        mission("Singapore", "SGP"),
        SG,
        "The Permanent Mission of Singapore to the United Nations presents its compliments to the "
        "Secretary-General and has the honour to transmit two papers (see annexes).",
        "It requests that the present note and its annexes be circulated as a document of the "
        "General Assembly, under agenda item 18.",
        tags="note_verbale annex:over_pages layout:pages",
        kind="Note verbale",
        facts=FOR_GA,
        head=Head(items="18"),
        signed=(),
        annexes=(
            annex("Annex I", "Seed-keeping houses", *NUMBERED, head=COVER),
            annex("Annex II", "Rules of the seed-keeping houses of the north-eastern districts and "
                  "of the islands that belong to them", *(LONG,) * 9,
                  signed=(Signature("Wei Ling", "Tan", ("Registrar",)),)),
        ),
    ),
    letter(
        "fr_pages",
        "S/2021/9595",
        "2021-05-10",
        Senders("", (Party("Permanent Representative", "Mali", "MLI"),)),
        PSC,
        *(FRENCH_LONG,) * 14,
        "Je vous serais reconnaissant de bien vouloir faire distribuer la présente lettre comme "
        "document du Conseil de sécurité.",
        tags="letter language:fr layout:pages",
        title="Lettre datée du 10 mai 2021, adressée au Président du Conseil de sécurité par le "
        "Représentant permanent du Mali auprès de l’Organisation des Nations Unies",
        facts=FOR_SC,
        signed=(Signature("Ana", "Ejemplo"),),
        head=Head(tongue="fr", original="French"),
    ),
    letter(
        "ru_pages",
        "S/2021/9596",
        "2021-05-17",
        Senders("", (Party("Permanent Representative", "Tajikistan", "TJK"),)),
        PSC,
        *(RUSSIAN_LONG,) * 14,
        "Прошу распространить настоящее письмо в качестве документа Совета Безопасности.",
        tags="letter language:ru layout:pages",
        title="Письмо Постоянного представителя Таджикистана при Организации Объединенных Наций "
        "от 17 мая 2021 года на имя Председателя Совета Безопасности",
        facts=FOR_SC,
        signed=(Signature("Ана", "Примерова"),),
        head=Head(tongue="ru", original="Russian"),
    ),
    letter(
        "reissued_over_pages",
        "A/70/9597–S/2016/9597",
        "2016-05-24",
        representative("the Marshall Islands", "MHL"),
        SG_PSC,
        *(LONG,) * 9,
        ask("the General Assembly, under agenda item 74 (a), and of the Security Council"),
        tags="identical_letters reissue layout:pages agenda:joined_title",
        kind="Identical letters",
        facts=Facts(requests_circulation=(GA, SC)),
        head=Head(
            items="74 (a)",
            reissued=True,
            titles=("Oceans and the law of the sea: oceans and the law of the sea",),
        ),
        notes=(Footnote("*", "Reissued for technical reasons on 3 June 2016."),),
    ),
)  # fmt: skip
