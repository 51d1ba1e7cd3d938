"""States under their French, Spanish and Russian names, many senders to a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import PSC, Senders
from tests.corpus.states import STATES
from tests.replica.un.spec import Party, Signature

MANY = 10
FRENCH = """
de l’Afghanistan=AFG; de l’Afrique du Sud=ZAF; de l’Albanie=ALB; de l’Allemagne=DEU;
d’Andorre=AND; de l’Arabie saoudite=SAU; de l’Argentine=ARG; de l’Arménie=ARM;
de l’Azerbaïdjan=AZE; des Bahamas=BHS; de Bahreïn=BHR; du Bélarus=BLR; du Bénin=BEN;
de la Bosnie-Herzégovine=BIH; du Brésil=BRA; du Burkina Faso=BFA; de Cabo Verde=CPV;
du Cambodge=KHM; du Cameroun=CMR; des Comores=COM; du Congo=COG; du Costa Rica=CRI;
de la Côte d’Ivoire=CIV; de Cuba=CUB; de Djibouti=DJI; de l’Égypte=EGY;
des Émirats arabes unis=ARE; de l’Espagne=ESP; de l’Estonie=EST; des États-Unis d’Amérique=USA;
de la Fédération de Russie=RUS; de la Géorgie=GEO; de la Grèce=GRC; de la Guinée équatoriale=GNQ;
de la Hongrie=HUN; des Îles Marshall=MHL; des Îles Salomon=SLB; de l’Iraq=IRQ; d’Israël=ISR;
du Liban=LBN; de la Libye=LBY; de la Mauritanie=MRT; du Mozambique=MOZ; du Myanmar=MMR;
du Niger=NER; du Nigéria=NGA; de l’Ouganda=UGA; du Pakistan=PAK; des Pays-Bas=NLD;
de la République arabe syrienne=SYR; de la République centrafricaine=CAF;
de la République de Corée=KOR; de la République démocratique du Congo=COD;
de la République islamique d’Iran=IRN; de la République populaire démocratique de Corée=PRK;
du Royaume-Uni de Grande-Bretagne et d’Irlande du Nord=GBR; de Saint-Marin=SMR; du Sénégal=SEN;
du Soudan=SDN; de la Suède=SWE; du Tchad=TCD; de la Tchéquie=CZE; de la Türkiye=TUR;
de l’Ukraine=UKR; du Viet Nam=VNM; du Yémen=YEM; du Zimbabwe=ZWE
"""
SPANISH = """
del Afganistán=AFG; de Sudáfrica=ZAF; de Albania=ALB; de Alemania=DEU; de Andorra=AND;
de la Arabia Saudita=SAU; de la Argentina=ARG; de Armenia=ARM; de Azerbaiyán=AZE;
de las Bahamas=BHS; de Belarús=BLR; de Benin=BEN; del Estado Plurinacional de Bolivia=BOL;
de Bosnia y Herzegovina=BIH; del Brasil=BRA; de Camboya=KHM; del Camerún=CMR;
de Côte d’Ivoire=CIV; de Croacia=HRV; de Dinamarca=DNK; del Ecuador=ECU; de Egipto=EGY;
de los Emiratos Árabes Unidos=ARE; de Eslovaquia=SVK; de España=ESP;
de los Estados Unidos de América=USA; de la Federación de Rusia=RUS; de Filipinas=PHL;
de Francia=FRA; de Grecia=GRC; de Guinea Ecuatorial=GNQ; de Hungría=HUN; de las Islas Marshall=MHL;
del Iraq=IRQ; de la República Islámica del Irán=IRN; del Japón=JPN; de Kirguistán=KGZ;
de Letonia=LVA; del Líbano=LBN; de Marruecos=MAR; de Nueva Zelandia=NZL; del Níger=NER;
de Noruega=NOR; de los Países Bajos=NLD; del Perú=PER; de Polonia=POL;
del Reino Unido de Gran Bretaña e Irlanda del Norte=GBR; de la República Árabe Siria=SYR;
de la República de Corea=KOR; de la República de Moldova=MDA;
de la República Democrática del Congo=COD; de la República Dominicana=DOM;
de la República Popular Democrática de Corea=PRK; de Santa Lucía=LCA; del Sudán=SDN; de Suecia=SWE;
de Suiza=CHE; de Tailandia=THA; de Trinidad y Tabago=TTO; de Türkiye=TUR; de Ucrania=UKR;
del Uruguay=URY; de la República Bolivariana de Venezuela=VEN; de Viet Nam=VNM
"""
RUSSIAN = """
Австралии=AUS; Азербайджана=AZE; Албании=ALB; Алжира=DZA; Армении=ARM; Афганистана=AFG;
Багамских Островов=BHS; Беларуси=BLR; Боснии и Герцеговины=BIH; Бразилии=BRA; Буркина-Фасо=BFA;
Вьетнама=VNM; Габона=GAB; Грузии=GEO; Дании=DNK; Демократической Республики Конго=COD;
Доминиканской Республики=DOM; Египта=EGY; Израиля=ISR; Индии=IND; Иордании=JOR; Ирака=IRQ;
Исламской Республики Иран=IRN; Испании=ESP; Казахстана=KAZ; Катара=QAT; Кении=KEN; Китая=CHN;
Корейской Народно-Демократической Республики=PRK; Коста-Рики=CRI; Кот-д’Ивуара=CIV;
Кыргызстана=KGZ; Латвии=LVA; Ливии=LBY; Маврикия=MUS; Маршалловых Островов=MHL; Мексики=MEX;
Нидерландов=NLD; Новой Зеландии=NZL; Норвегии=NOR; Объединенной Республики Танзания=TZA;
Объединенных Арабских Эмиратов=ARE; Пакистана=PAK; Польши=POL; Республики Корея=KOR;
Республики Молдова=MDA; Российской Федерации=RUS; Саудовской Аравии=SAU; Сербии=SRB;
Сирийской Арабской Республики=SYR; Соединенного Королевства Великобритании и Северной Ирландии=GBR;
Соединенных Штатов Америки=USA; Судана=SDN; Таджикистана=TJK; Туркменистана=TKM; Турции=TUR;
Узбекистана=UZB; Украины=UKR; Франции=FRA; Центральноафриканской Республики=CAF; Чехии=CZE;
Швейцарии=CHE; Эстонии=EST; Южной Африки=ZAF; Японии=JPN
"""
TITLES = {
    "fr": "Lettre datée du 6 mai 2024, adressée au Président du Conseil de sécurité par les "
    "Représentants permanents {} auprès de l’Organisation des Nations Unies",
    "es": "Carta de fecha 6 de mayo de 2024 dirigida al Presidente del Consejo de Seguridad por "
    "los Representantes Permanentes {} ante las Naciones Unidas",
    "ru": "Письмо постоянных представителей {} при Организации Объединенных Наций от 6 мая 2024 "
    "года на имя Председателя Совета Безопасности",
}
TEXTS = {
    "fr": "Nous avons l’honneur de vous transmettre la liste des bibliothèques qui prêtent des "
    "livres par la poste.",
    "es": "Tenemos el honor de transmitirle la lista de las bibliotecas que prestan libros por "
    "correo.",
    "ru": "Имеем честь препроводить перечень библиотек, которые выдают книги по почте.",
}
AND = {"fr": " et ", "es": " y ", "ru": " и "}
_SHORT = {name.iso3: name.short for name in STATES} | {"NLD": "Netherlands (Kingdom of the)"}


def _make(tongue: str, names: str, number: int) -> Iterator[Case]:
    entries = [tuple(" ".join(entry.split()).split("=")) for entry in names.split(";")]
    for place, start in enumerate(range(0, len(entries), MANY)):
        group = entries[start : start + MANY]
        parties = tuple(Party("Permanent Representative", _SHORT[code], code) for _, code in group)
        *first, last = (name for name, _ in group)
        joined = ", ".join(first) + AND[tongue] + last
        case = letter(
            f"{tongue}_states_{place + 1}",
            f"S/2024/6{number}{place:02}",
            "2024-05-06",
            Senders("", parties),
            PSC,
            TEXTS[tongue],
            tags=f"state:every table language:{tongue}",
            title=TITLES[tongue].format(joined),
            signed=(Signature("A.", "Ejemplo"),),
            head=Head(tongue=tongue),
        )
        yield replace(case, renderings=("pdf", "flat"))


CASES: tuple[Case, ...] = (
    *_make("fr", FRENCH, 1),
    *_make("es", SPANISH, 2),
    *_make("ru", RUSSIAN, 3),
)
