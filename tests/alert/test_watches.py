"""Rules: what they match and on what grounds, and what is wrong with one said at the start."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.alert.rules import Judge, find_words
from tasks.alert.subjects import Subject, describe_document
from tasks.alert_settings import WatchSettings
from tasks.settings import Settings, load_settings
from tasks.watching import find_watch, load_operators, load_watches
from tests.alert.composing import LEXICON
from tests.expectations.sample import make_letter
from warehouse.errors import HerewithError, NotFoundError, SettingsError

EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "herewith.example.toml"


def make_subject() -> Subject:
    letter = make_letter()
    organs = ("General Assembly", "Security Council")
    symbols = tuple(
        replace(row, organ=organ) for row, organ in zip(letter.symbols, organs, strict=True)
    )
    return describe_document(replace(letter, symbols=symbols), "new")


def find_grounds(**given: object) -> tuple[str, ...] | None:
    watch = WatchSettings(name="one", **given)  # type: ignore[arg-type]
    settings = Settings(watches=(watch,), any_new_letter=False)
    (loaded,) = load_watches(settings)
    return Judge(LEXICON).find_grounds(loaded.rule, make_subject())


@pytest.mark.parametrize(
    ("given", "grounds"),
    [
        ({}, ()),
        ({"senders": ["the Republic of Azerbaijan"]}, ("sender Azerbaijan",)),
        ({"senders": ["az", "Norway"]}, ("sender Azerbaijan",)),
        ({"senders": ["Norway"]}, None),
        ({"mentioned": ["Azerbaijan"]}, ("mentions Azerbaijan",)),
        ({"mentioned": ["European Union"]}, None),
        ({"addressees": ["secretary-general"]}, ("addressee Secretary-General",)),
        ({"addressees": ["Secretary*"]}, ("addressee Secretary*",)),
        ({"addressees": ["President of the Security Council"]}, None),
        ({"agenda_items": ["79"]}, ("agenda item 79",)),
        ({"agenda_items": ["79(a)"]}, ("agenda item 79 (a)",)),
        ({"agenda_items": ["7"]}, None),
        ({"organs": ["security council"]}, ("document of the Security Council",)),
        ({"organs": ["Trusteeship Council"]}, None),
        ({"kinds": ["note_verbale"]}, None),
        ({"sources": ["un_ga"]}, ("source un_ga",)),
        ({"sources": ["un_sc"]}, None),
        ({"words": ["JOINT survey"]}, ("words “JOINT survey”",)),
        ({"words": ["sturg*", "eel"]}, ("words “sturg*”",)),
        ({"words": ["stur"]}, None),
        ({"events": ["version"]}, None),
        ({"words": ["sturgeon"], "senders": ["Norway"]}, None),
        (
            {"words": ["sturgeon"], "senders": ["AZE"], "agenda_items": ["34"]},
            ("sender Azerbaijan", "agenda item 34", "words “sturgeon”"),
        ),
    ],
)
def test_a_rule_matches_when_every_criterion_does(
    given: dict[str, object], grounds: tuple[str, ...] | None
) -> None:
    assert find_grounds(**given) == grounds


def test_the_longest_name_counts_and_small_letters_are_no_states() -> None:
    text = "Papua New Guinea, the turkey, the Democratic People’s Republic of Korea; Côte d’Ivoire"
    assert LEXICON.find_parties(text) == {"PNG", "PRK", "CIV"}
    assert LEXICON.find_parties("South Sudan and the Niger, not Nigerians") == {"SSD", "NER"}


def test_words_are_whole_words_across_lines() -> None:
    assert find_words("seed vault", "The Seed\n  Vault of the north")
    assert not find_words("vault", "vaulting")
    assert find_words("o'brien", "Mr. O’Brien")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"senders": ["Icelnad"]}, "watch 'one': senders: .*'Icelnad' .*nearest is 'Iceland'"),
        ({"mentioned": ["Atlantis"]}, "watch 'one': mentioned: .*'Atlantis'"),
        ({"sources": ["un_gg"]}, "watch 'one': sources: 'un_gg' is not known; .*'un_ga'"),
        ({"organs": ["Security Counsel"]}, "organs: .*nearest is 'Security Council'"),
        ({"addressees": ["Secretary General"]}, "addressees: .*nearest is 'Secretary-General'"),
        ({"agenda_items": ["thirty-four"]}, "agenda_items: 'thirty-four'"),
        ({"words": [" * "]}, "words: .*no word"),
        ({"sql": "nothing_here > 1"}, "watch 'one': sql: .*nothing_here"),
        ({"sql": "1 = 1) ; drop table letters; --"}, "watch 'one': sql:"),
        ({"sql": "exists (from read_text('pyproject.toml'))"}, "watch 'one': sql: .*Permission"),
    ],
)
def test_a_rule_that_cannot_be_evaluated_is_one_line_at_the_start(
    given: dict[str, object], said: str
) -> None:
    with pytest.raises(SettingsError, match=said) as refused:
        find_grounds(**given)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[watches]]\nname = "a"\nchannels = ["dekc"]\n[channels.desk]\nurl = "json://x"', "desk"),
        ('[[watches]]\nname = "a"\n[[watches]]\nname = "a"', "two watches are called 'a'"),
        ('[[watches]]\nname = "a"\nzone = "Europe/Viena"', "Europe/Vienna"),
        ('[[watches]]\nname = "a"\nquiet = "22-7"', "HH:MM-HH:MM"),
        ('[[watches]]\nname = "a"\ncadence = "daily"\nquiet = "07:00-09:00"', "quiet hours"),
        ('[[watches]]\nname = "a"\ncadence = "weekly"', "watches.0.cadence"),
        ('[[watches]]\nname = "a"\nsender = ["Iceland"]', "watches.0.sender"),
        ('[channels.desk]\nurl = "${NOT_SET_HERE}"', "NOT_SET_HERE is not set"),
        ('[channels.desk]\nurl = "json://x"\nwebhook = "https://x"', "either"),
        ('[channels.hook]\nwebhook = "https://x.example"', "needs `secret`"),
        ('[channels.hook]\nwebhook = "https://x.example"\nsecret = "hunter2"', "whsec_"),
        ('[channels.feed]\nurl = "json://x"', "terminal or feed"),
        ("watches = [", "herewith.toml"),
    ],
)
def test_a_wrong_file_is_one_line_that_shows_no_secret(
    toml: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "herewith.toml").write_text(toml)
    monkeypatch.chdir(tmp_path)
    load_settings.cache_clear()
    with pytest.raises(SettingsError, match=re.escape(said)) as refused:
        load_settings()
    assert "\n" not in str(refused.value)
    assert "hunter2" not in f"{refused.value}{refused.value.__cause__}"


def test_the_example_of_the_docs_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "herewith.toml").write_text(EXAMPLE.read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DESK_MAIL_URL", "mailtos://desk:hunter2@mail.example.org")
    monkeypatch.setenv("ARCHIVE_HOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    load_settings.cache_clear()
    settings = load_settings()
    names = [watch.name for watch in load_watches(settings)]
    assert names[0] == "any new letter"
    assert len(names) == 4
    assert [one.name for one in load_operators(settings)] == ["terminal", "desk"]
    assert "hunter2" not in repr(settings)


def test_the_page_names_every_key_of_a_rule() -> None:
    page = (EXAMPLE.parent / "alerts.md").read_text(encoding="utf-8")
    for name in WatchSettings.model_fields:
        assert f"`{name}`" in page


def test_one_address_is_one_recipient_whatever_its_names() -> None:
    url = "json://hooks.example.org/a"
    channels = {"first": {"url": url}, "second": {"url": url}}
    watch = WatchSettings(name="a", channels=("first", "second"))
    settings = Settings(alert_urls=url, channels=channels, watches=(watch,))  # type: ignore[arg-type]
    default, own = load_watches(settings)
    assert [one.name for one in own.recipients] == ["first"]
    assert own.recipients[0] in default.recipients


def test_an_unknown_watch_is_told_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="the nearest is 'any new letter'") as refused:
        find_watch(Settings(), "any new lettre")
    assert isinstance(refused.value, HerewithError)
