"""Whole letters in French; the title lines stand above the signature."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, annex, letter
from tests.corpus.phrases import PSC, PSC_NAME, SG, SG_NAME, SG_PSC, Senders
from tests.replica.un.spec import Facts, Party, Signature

GA, SC = "General Assembly", "Security Council"
FRENCH = Head(tongue="fr")
UN = "auprès de l’Organisation des Nations Unies"
SIGNER = Signature("Ana", "Ejemplo", ("L’Ambassadrice,", "Représentante permanente"))


def _of(office: str, party: str, iso3: str | None) -> Senders:
    return Senders("", (Party(office, party, iso3),))


CASES: tuple[Case, ...] = (
    letter(
        "fr_ponts",
        "S/2021/9011",
        "2021-03-23",
        _of("Permanent Representative", "Norway", "NOR"),
        PSC,
        "J’ai l’honneur de vous faire tenir ci-joint la liste des ponts couverts de la vallée, "
        "établie par les écoles du pays.",
        "Je vous serais reconnaissante de bien vouloir faire distribuer le texte de la présente "
        "lettre comme document du Conseil de sécurité.",
        tags="letter language:fr",
        title="Lettre datée du 23 mars 2021, adressée au Président du Conseil de sécurité par la "
        f"Représentante permanente de la Norvège {UN}",
        facts=Facts(requests_circulation=(SC,)),
        signed=(SIGNER,),
        head=replace(FRENCH, original="English"),
    ),
    letter(
        "fr_moulins",
        "A/75/9012–S/2021/9012",
        "2021-04-06",
        _of("Chargé d'affaires a.i.", "Morocco", "MAR"),
        SG,
        "D’ordre de mon Gouvernement, j’ai l’honneur de vous transmettre l’inventaire des "
        "moulins à eau (voir annexe), qui complète le document A/74/9088-S/2020/9088.",
        "Je vous serais obligé de bien vouloir faire distribuer la présente lettre et son annexe "
        "comme document de l’Assemblée générale, au titre des points 14 et 20 de l’ordre du "
        "jour, et du Conseil de sécurité.",
        tags="letter language:fr joint agenda:french annex:french",
        title="Lettre datée du 6 avril 2021, adressée au Secrétaire général par le Chargé "
        f"d’affaires par intérim de la Mission permanente du Maroc {UN}",
        facts=Facts(
            requests_circulation=(GA, SC), cited_symbols=("A/74/9088", "S/2020/9088")
        ),
        signed=(Signature("Omar", "Benali", ("Le Chargé d’affaires par intérim",)),),
        head=replace(
            FRENCH,
            items="14, 20",
            titles=("Culture de paix", "Développement durable"),
            session_text="Soixante-quinzième session",
            second=("Conseil de sécurité", "Soixante-seizième année"),
            original="French",
        ),
        annexes=(
            annex("Annex", "Inventaire des moulins à eau", "Les moulins tournent au printemps.",
                  head="Annexe", original="Arabic"),
        ),
    ),
    letter(
        "fr_identiques",
        "S/2020/9013",
        "2020-06-01",
        _of("Permanent Representative", "Democratic Republic of the Congo", "COD"),
        SG_PSC,
        "J’ai l’honneur de vous informer que le bac du fleuve fonctionne de nouveau chaque jour.",
        "Je vous prie de bien vouloir faire publier la présente lettre comme document du Conseil "
        "de sécurité.",
        tags="identical_letters language:fr",
        kind="Identical letters",
        title="Lettres identiques datées du 1er juin 2020, adressées au Secrétaire général et au "
        "Président du Conseil de sécurité par le Représentant permanent de la République "
        f"démocratique du Congo {UN}",
        facts=Facts(requests_circulation=(SC,)),
        signed=(replace(SIGNER, title_lines=("Le Représentant permanent",)),),
        head=replace(FRENCH, original="French"),
    ),
    letter(
        "fr_note_verbale",
        "A/74/9014",
        "2020-02-17",
        _of("Permanent Mission", "Haiti", "HTI"),
        SG,
        "La Mission permanente d’Haïti auprès de l’Organisation des Nations Unies présente ses "
        "compliments au Secrétaire général et a l’honneur de lui faire parvenir la liste des "
        "phares.",
        "La Mission permanente demande que la présente note soit distribuée comme document de "
        "l’Assemblée générale, au titre du point 76 a) de l’ordre du jour.",
        tags="note_verbale language:fr agenda:french_sub_item",
        kind="Note verbale",
        title="Note verbale datée du 17 février 2020, adressée au Secrétaire général par la "
        f"Mission permanente d’Haïti {UN}",
        facts=Facts(requests_circulation=(GA,)),
        signed=(),
        head=replace(
            FRENCH,
            items="76 (a)",
            agenda_text="Point 76 a) de l’ordre du jour",
            titles=("Les océans et le droit de la mer",),
            session_text="Soixante-quatorzième session",
            original="French",
        ),
    ),
    letter(
        "fr_secretaire_general",
        "S/2022/9015",
        "2022-01-20",
        Senders("", (Party(SG_NAME, "United Nations"),)),
        PSC,
        "J’ai l’honneur de me référer à la création du Bureau des cartes lacustres.",
        "Je vous serais reconnaissant de bien vouloir porter la présente lettre à l’attention "
        "des membres du Conseil de sécurité.",
        tags="letter language:fr sender:sg",
        title="Lettre datée du 20 janvier 2022, adressée à la Présidente du Conseil de sécurité "
        "par le Secrétaire général",
        facts=Facts(requests_attention=(SC,)),
        signed=(Signature("Amélie", "Okonjo-Lindqvist"),),
        head=FRENCH,
    ),
    letter(
        "fr_presidente",
        "S/2022/9016",
        "2022-01-25",
        Senders("", (Party(PSC_NAME, "Security Council"),)),
        SG,
        "J’ai l’honneur de vous informer que votre lettre datée du 20 janvier 2022 (S/2022/9015) "
        "a été portée à l’attention des membres du Conseil de sécurité. Ils prennent note de "
        "l’intention qui y est exprimée.",
        tags="letter language:fr reply",
        title="Lettre datée du 25 janvier 2022, adressée au Secrétaire général par la Présidente "
        "du Conseil de sécurité",
        facts=Facts(cited_symbols=("S/2022/9015",), in_reply_to=("S/2022/9015",)),
        signed=(Signature("Ida", "Lauritsen", ("La Présidente du Conseil de sécurité",)),),
        head=FRENCH,
    ),
)  # fmt: skip
