"""What an alert says, of whom it says it, and what gives none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tasks.alert.recipients import list_recipients
from tasks.settings import Settings
from tests.alert.composing import compose_for
from tests.expectations.sample import NOW, make_letter
from warehouse.rows import AlertRow, AnnexRow, DocumentBundle, DocumentRow, Struct


def compose(bundle: DocumentBundle) -> AlertRow:
    (alert,) = compose_for([bundle])
    return alert


def make_sender(party: str | None, office: str = "Permanent Representative") -> Struct:
    return {"office": office, "party": party, "iso3": None}


def write_letter(**changed: tuple[Struct, ...] | tuple[str, ...] | date | None) -> DocumentBundle:
    letter = make_letter()
    assert letter.letter is not None
    return replace(letter, letter=replace(letter.letter, **changed))  # type: ignore[arg-type]


def test_a_title_names_parties_addressee_date_and_symbols() -> None:
    assert compose(make_letter(198)).title == (
        "New letter: Azerbaijan to Secretary-General, 2 March 2021 (A/75/198–S/2021/198)"
    )


@pytest.mark.parametrize("party", ["Armenia", "Azerbaijan", "Iceland", "Türkiye"])
def test_the_form_is_the_same_for_every_state(party: str) -> None:
    alert = compose(write_letter(senders=(make_sender(party),)))
    other = compose(write_letter(senders=(make_sender("Norway"),)))
    assert alert.title.replace(party, "Norway") == other.title
    assert alert.body_text.replace(party, "Norway") == other.body_text


def test_a_joint_letter_names_few_and_counts_the_others() -> None:
    parties = ("Chile", "Fiji", "Ghana", "Malta")
    senders = tuple(make_sender(party) for party in parties)
    assert "New letter: Chile, Fiji and 2 others to" in compose(write_letter(senders=senders)).title
    assert "Chile, Fiji and Ghana to" in compose(write_letter(senders=senders[:3])).title


def test_a_message_says_all_that_is_known() -> None:
    letter = replace(
        write_letter(agenda_items=("34", "79 (a)")),
        annexes=(AnnexRow("x", 1, "Annex", "Letter on the seed vault"),),
    )
    assert compose(letter).body_text.splitlines() == [
        "Kind:          letter",
        "Symbols:       A/75/198, S/2021/198",
        "From:          Permanent Representative, Azerbaijan",
        "Signed:        Nigar Example, Permanent Representative",
        "To:            Secretary-General",
        "Dated:         2 March 2021",
        "Circulated:    3 March 2021",
        "Agenda items:  34, 79 (a)",
        "Annex:         Letter on the seed vault",
        "Answers:       S/2020/1104",
        "Language:      en",
        "Archived:      20210303.warc.gz, offset 512",
        "",
        "  I have the honour to transmit herewith the report on the joint survey of",
        "  sturgeon in the northern basin. I should be grateful if you would have the",
        "  present letter and its annex circulated as a document of the General Assembly",
        "  and of the Security Council.",
        "",
        "Document:",
        "https://documents.un.org/api/symbol/access?s=S/2021/198&l=en&t=pdf",
        "",
        "You are told because of:",
        "  - any new letter",
    ]


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    bare = DocumentBundle(DocumentRow("un:S/2021/9:en", "note_verbale", "un_sc"))
    alert = compose(bare)
    assert alert.title == (
        "New note verbale: sender not stated to addressee not stated, date not stated"
    )
    assert "Dated:         not stated" in alert.body_text
    assert "Address:       none is known" in alert.body_text


def test_plain_text_fits_eighty_columns() -> None:
    long = write_letter(senders=tuple(make_sender(f"State number {n}") for n in range(40)))
    title = "Letter " + "on the survey of sturgeon " * 20
    spread = replace(long, annexes=(AnnexRow("x", 1, "Annex XVIII.2 bis", title),))
    lines = compose(spread).body_text.splitlines()
    assert max(len(line) for line in lines) <= 80


def test_one_row_a_letter_and_recipient() -> None:
    recipients = list_recipients(Settings(alert_urls="json://a.example json://b.example"))
    alerts = compose_for([make_letter(1), make_letter(2)], recipients)
    assert len({alert.alert_id for alert in alerts}) == 8
    assert len({alert.event_id for alert in alerts}) == 2


def test_the_ids_do_not_depend_on_the_time_of_the_run() -> None:
    again = compose_for([make_letter()], now=NOW + timedelta(days=1))[0]
    first = compose(make_letter())
    assert (again.alert_id, again.event_id) == (first.alert_id, first.event_id)
    assert again.body_text == first.body_text


def test_history_and_what_is_no_letter_do_not_alert() -> None:
    letter = make_letter()
    history = replace(letter, document=replace(letter.document, is_history=True))
    report = replace(letter, document=replace(letter.document, document_type="report"))
    assert compose_for([history, report]) == ()


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2026, 11, 21)])
def test_a_back_dated_or_future_dated_letter_alerts_as_any_other(day: date) -> None:
    assert compose(write_letter(letter_date=day)).state == "pending"


def test_hostile_text_is_made_harmless() -> None:
    letter = make_letter()
    hostile = "\x1b]0;owned\x07Evil\u202eland <script>alert(1)</script>\r\nBcc: all@example.org"
    document = replace(
        letter.document,
        symbols=("S/2021/198\x1b[2J",),
        body=hostile,
        url="javascript:alert(1)",
    )
    spoilt = replace(
        write_letter(senders=(make_sender(hostile),), addressees=(hostile,)), document=document
    )
    alert = compose(spoilt)
    for text in (alert.title, alert.body_text, alert.body_html):
        assert not {"\x1b", "\x07", "\u202e", "\r"} & set(text)
        assert "javascript:" not in text
    assert "\n" not in alert.title
    assert "<script>" not in alert.body_html
    assert "&lt;script&gt;" in alert.body_html


def test_a_title_stays_usable_as_a_subject() -> None:
    assert len(compose(write_letter(addressees=("President " * 200,))).title) <= 252


def test_the_excerpt_takes_whole_sentences_and_leaves_the_title_out() -> None:
    letter = make_letter()
    title = letter.document.title or ""
    sentences = " ".join(f"Sentence number {n} is about post offices." for n in range(40))
    document = replace(letter.document, body=f"{title}\n\n{sentences}")
    text = compose(replace(letter, document=document)).body_text
    excerpt = " ".join(text.split("\n\n")[1].split())
    assert excerpt.startswith("Sentence number 0 is about post offices.")
    assert excerpt.endswith("is about post offices.")
    assert len(excerpt) <= 400
