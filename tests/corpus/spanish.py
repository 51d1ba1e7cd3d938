"""Whole letters in Spanish: addressee before sender."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, annex, letter
from tests.corpus.phrases import PSC, SG, SG_PSC, Senders
from tests.replica.un.spec import Facts, Footnote, Party, Signature

GA, SC = "General Assembly", "Security Council"
SPANISH = Head(tongue="es")
UN = "ante las Naciones Unidas"
SIGNER = Signature("Ana", "Ejemplo", ("Embajadora", "Representante Permanente"))


def _of(office: str, party: str, iso3: str | None) -> Senders:
    return Senders("", (Party(office, party, iso3),))


CASES: tuple[Case, ...] = (
    letter(
        "es_faros",
        "S/2021/9021",
        "2021-03-23",
        _of("Permanent Representative", "Spain", "ESP"),
        PSC,
        "Tengo el honor de transmitirle la lista de los faros de la costa norte.",
        "Le agradecería que tuviera a bien hacer distribuir la presente carta como documento del "
        "Consejo de Seguridad.",
        tags="letter language:es",
        title="Carta de fecha 23 de marzo de 2021 dirigida al Presidente del Consejo de Seguridad "
        f"por el Representante Permanente de España {UN}",
        facts=Facts(requests_circulation=(SC,)),
        signed=(SIGNER,),
        head=replace(SPANISH, original="Spanish"),
    ),
    letter(
        "es_telares",
        "A/75/9022–S/2021/9022",
        "2021-02-08",
        _of("Permanent Representative", "Bolivia (Plurinational State of)", "BOL"),
        SG,
        "Tengo el honor de transmitirle una carta de fecha 5 de febrero de 2021 del Ministro de "
        "Relaciones Exteriores sobre los telares de la sierra (véase el anexo).",
        "Solicito que tenga a bien hacer distribuir la presente carta y su anexo como documento "
        "de la Asamblea General, en relación con los temas 14 y 20 del programa, y del Consejo de "
        "Seguridad.",
        tags="letter language:es joint agenda:spanish annex:spanish annex:nested_letter",
        title="Carta de fecha 8 de febrero de 2021 dirigida al Secretario General por el "
        f"Representante Permanente del Estado Plurinacional de Bolivia {UN}",
        facts=Facts(requests_circulation=(GA, SC)),
        signed=(SIGNER,),
        head=replace(
            SPANISH,
            items="14, 20",
            titles=("Cultura de paz", "Desarrollo sostenible"),
            session_text="Septuagésimo quinto período de sesiones",
            second=("Consejo de Seguridad", "Septuagésimo sexto año"),
            original="Spanish",
        ),
        annexes=(
            annex(
                "Annex",
                "Carta de fecha 5 de febrero de 2021 dirigida al Secretario General por el "
                "Ministro de Relaciones Exteriores del Estado Plurinacional de Bolivia",
                "Le escribo acerca de los telares de la sierra.",
                head="Anexo",
                dated="2021-02-05",
                signed=(Signature("Rogelio", "Quispe"),),
            ),
        ),
    ),
    letter(
        "es_identicas",
        "S/2019/9023",
        "2019-10-14",
        _of("Permanent Representative", "Venezuela (Bolivarian Republic of)", "VEN"),
        SG_PSC,
        "Tengo el honor de informarle de que la biblioteca flotante navega de nuevo.",
        "Agradecería que la presente carta se distribuyera como documento del Consejo de "
        "Seguridad.",
        tags="identical_letters language:es",
        kind="Identical letters",
        title="Cartas idénticas de fecha 14 de octubre de 2019 dirigidas al Secretario General y "
        "al Presidente del Consejo de Seguridad por el Representante Permanente de la República "
        f"Bolivariana de Venezuela {UN}",
        facts=Facts(requests_circulation=(SC,)),
        signed=(SIGNER,),
        head=replace(SPANISH, original="Spanish"),
    ),
    letter(
        "es_nota_verbal",
        "A/74/9024",
        "2019-08-05",
        _of("Permanent Mission", "Honduras", "HND"),
        SG,
        "La Misión Permanente de Honduras ante las Naciones Unidas saluda atentamente al "
        "Secretario General y tiene el honor de remitirle el mapa de los cafetales.",
        "La Misión Permanente solicita que la presente nota se distribuya como documento de la "
        "Asamblea General, en relación con el tema 19 del programa provisional.",
        tags="note_verbale language:es agenda:spanish_provisional",
        kind="Note verbale",
        title="Nota verbal de fecha 5 de agosto de 2019 dirigida al Secretario General por la "
        f"Misión Permanente de Honduras {UN}",
        facts=Facts(requests_circulation=(GA,), cited_symbols=("A/74/150",)),
        signed=(),
        notes=(Footnote("*", "A/74/150."),),
        head=replace(
            SPANISH,
            items="19",
            provisional=True,
            titles=("Desarrollo sostenible",),
            session_text="Septuagésimo cuarto período de sesiones",
            original="Spanish",
        ),
    ),
    letter(
        "es_encargada",
        "S/2016/9025",
        "2016-11-07",
        _of("Chargé d'affaires a.i.", "Dominican Republic", "DOM"),
        PSC,
        "Por instrucciones de mi Gobierno, y con referencia a mi carta de fecha 3 de octubre de "
        "2016 (S/2016/9020), tengo el honor de remitirle el calendario de las ferias.",
        "Le agradecería que señalara la presente carta a la atención de los miembros del Consejo "
        "de Seguridad.",
        tags="letter language:es sender:charge request:attention",
        title="Carta de fecha 7 de noviembre de 2016 dirigida al Presidente del Consejo de "
        "Seguridad por la Encargada de Negocios interina de la Misión Permanente de la República "
        f"Dominicana {UN}",
        facts=Facts(requests_attention=(SC,), cited_symbols=("S/2016/9020",)),
        signed=(replace(SIGNER, title_lines=("Encargada de Negocios interina",)),),
        head=SPANISH,
    ),
)  # fmt: skip
