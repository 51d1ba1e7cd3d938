r"""Forms of values, written a second time on purpose: a check shares no code with a parser.

Sources: the symbol series of ST/LIB/SER.B and observed documents (docs/letters.md).
"""

from __future__ import annotations

from typing import Final

SEPARATOR: Final = " | "
"""Stands between the values of a list in one cell."""

_PART: Final = (
    r"/(?:[A-Za-z]{0,10}[.-]?[0-9]{1,5}[A-Z]?|[A-Z][A-Za-z]{0,10})"
    r"(?: \((?:[0-9]{4}|(?:E?S-)?[IVXLC]+|Resumption [0-9]+)\))?"
)
_SYMBOL: Final = rf"[A-Z]{{1,8}}(?:{_PART})+"


def list_of(item: str) -> str:
    """Write the expression of a cell that holds one or more of something."""
    return rf"^(?:{item})(?: \| (?:{item}))*$"


SYMBOLS: Final = list_of(rf"(?=[^|]*[0-9]){_SYMBOL}")
"""Document symbols: `A/75/1234 | S/2021/198`, `S/RES/2334 (2016)`, `A/ES-10/769`."""

AGENDA_ITEMS: Final = list_of(r"[1-9][0-9]{0,2}(?: \([a-z]{1,2}\))*")
"""Agenda items of the General Assembly: `34 | 79 (a)`."""

_STATES: Final = (
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD "
    "BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR "
    "COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH "
    "ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL "
    "GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR "
    "JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR "
    "MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL "
    "NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY "
    "PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP "
    "SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA "
    "UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE "
    # States that are no more and wrote letters: ISO 3166-3.
    "CSK DDR SCG SUN YUG YMD ZAR"
)
STATE_CODES: Final = list_of(f"(?:{'|'.join(_STATES.split())})")
"""ISO 3166-1 alpha-3 codes, and those of states that are no more."""

ANNEX_LABEL: Final = (
    r"^(?:Annex|Enclosure|Appendix|Attachment|Addendum|Supplement)"
    r"(?: (?:[IVXLC]{1,8}|[A-Z]|[0-9]{1,3})(?:\.[0-9A-Za-z]{1,3})?)?$"
)
"""`Annex`, `Annex II`, `Enclosure 3`, `Appendix A`."""

SHA256: Final = r"^[0-9a-f]{64}$"
"""A SHA-256 in hexadecimal."""

DOCUMENT_ID: Final = r"^[a-z][a-z0-9_]*:\S(?:.*\S)?$"
"""`un:S/2021/198:en`, `mfa_az:no28023`, `seed:001`."""

_LANGUAGE_CODES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv "
    "cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
    "ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
    "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu "
)
LANGUAGE: Final = rf"^(?:{'|'.join(_LANGUAGE_CODES.split())})$"
"""An ISO 639-1 code; an expression and not a list because Great Expectations copies lists often."""

CHALLENGE_TEXT: Final = (
    r"(?i)\b(?:checking your browser|just a moment\.\.\.|verify(?:ing)? you are (?:a )?human"
    r"|enable javascript and cookies|access denied|attention required! \| cloudflare"
    r"|ddos protection by|please complete the captcha)"
)
"""What a page says that stands between a reader and the page."""

CHALLENGE_WORDS: Final = (
    "checking your browser",
    "just a moment",
    "you are",
    "enable javascript",
    "access denied",
    "attention required",
    "ddos protection",
    "complete the captcha",
)
"""In lower case: one of them is in everything that `CHALLENGE_TEXT` matches."""

INTERFACE_TEXT: Final = (
    r"(?im)^[ \t]*(?:skip to (?:main )?content|accept (?:all )?cookies|share (?:on|via) \w+.*"
    r"|read more|print this page|subscribe to (?:our )?newsletter|back to top"
    r"|this (?:web)?site uses cookies.*|toggle navigation|all rights reserved\.?"
    r"|©.*all rights reserved\.?)[ \t]*$"
)
"""Lines that belong to a web site and not to the text it publishes."""

INTERFACE_WORDS: Final = (
    "skip to",
    "cookies",
    "share ",
    "read more",
    "print this page",
    "newsletter",
    "back to top",
    "toggle navigation",
    "all rights reserved",
)
"""In lower case: one of them is in everything that `INTERFACE_TEXT` matches."""

CONTROL_CHARACTER: Final = r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]"
"""Characters that no text holds; tab, line and page breaks are allowed."""

URL: Final = r"^https?://[^\s/]+\.[^\s/]+(?:/\S*)?$"
"""An address of the web."""

JOB_NUMBER: Final = r"^(?:[A-Z]{1,3}[.\s-]?)?[0-9]{2}-?[0-9]{5}\*?(?: \([A-Z]\))?$"
"""The number of a printing job: `21-02875`, `N2102875`, `GE.21-04413 (E)`."""

DISTRIBUTION: Final = r"^(?:General|Limited|Restricted|Provisional|Confidential|Agenda)$"
"""How widely a document is distributed."""

LANGUAGE_NAME: Final = r"^[A-Z][a-z]+(?:[ /,-](?:and )?[A-Z]?[a-z]+)*$"
"""The language a document names as its original: `English`, `Arabic and English`."""

MENTIONED_ANNEX: Final = (
    r"(?i)\b(?:present|this) (?:letter|note verbale|note)(?:,? together with|,? and) its "
    r"(annex(?:es)?|enclosures?|appendi(?:x|ces)|attachments?)\b"
)
"""A letter that asks for itself and its annex to be circulated has one."""

ANNEX_WORDS: Final = ("its annex", "its enclosure", "its appendi", "its attachment")
"""In lower case: one of them is in everything that `MENTIONED_ANNEX` matches."""

ADDRESS_LANGUAGE: Final = (
    r"[?&](?:l|lang|language)=(ar|az|de|en|es|fa|fr|hy|ka|ru|tr|uk|zh)\b"
    r"|^https?://[^/]+/(ar|az|de|en|es|fa|fr|hy|ka|ru|tr|uk|zh)/"
)
"""The language that an address names: `…&l=ru`, `https://mfa.example/az/news/1`."""
