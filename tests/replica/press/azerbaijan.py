"""Releases on www.mfa.gov.az: some speak of letters, most of everyday matters; all invented."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import days_before, long_date, us_date
from tests.replica.letters.forms import SG, written
from tests.replica.letters.slots import SLOTS
from tests.replica.press.forms import make_azerbaijani
from tests.replica.press.spec import Mention, Release
from warehouse.vocabulary import MentionStage

STATE = "Republic of Azerbaijan"
MINISTER = f"Minister of Foreign Affairs of the {STATE} Kamran Yusifoglu"
REPRESENTATIVE = f"Permanent Representative of the {STATE} to the United Nations"


def make_releases(today: date) -> tuple[Release, ...]:
    """Return the ministry's releases, newest first."""
    return (
        *_of_the_representative(today),
        *_of_the_minister(today),
        *_in_azerbaijani(today),
        *_ordinary(today),
        *_old(today),
    )


def _of_the_representative(today: date) -> tuple[Release, ...]:
    reply_day = written("fisheries_reply", today, 0)
    reply_symbols = SLOTS["fisheries_reply"].symbols(today)
    weather_day = written("weather_stations", today, 1)
    trees_day = written("provisional_trees", today, 1)
    return (
        make_azerbaijani(
            today,
            3,
            "Press Release on the letter addressed to the UN Secretary-General on city trees",
            f"On {us_date(trees_day)}, a letter of the Permanent Representative of the Republic of "
            "Azerbaijan to the United Nations was sent to the UN Secretary-General on the "
            "exchange of experience in the care of city trees.",
            "The letter proposes a register of old trees in the cities of the region.",
            mentions=(Mention(MentionStage.SENT, "Azerbaijan", REPRESENTATIVE, SG, trees_day),),
        ),
        make_azerbaijani(
            today,
            8,
            "Press Release on circulation of the letter of the Permanent Representative on "
            "fishery statistics",
            f"The letter dated {long_date(reply_day)} from the Permanent Representative of the "
            "Republic of Azerbaijan to the United Nations addressed to the Secretary-General "
            "has been circulated as a document of the UN General Assembly and the Security "
            f"Council ({'–'.join(reply_symbols)}).",
            "The letter describes how landings of sturgeon, kilka and carp are weighed.",
            mentions=(
                Mention(
                    MentionStage.CIRCULATED,
                    "Azerbaijan",
                    REPRESENTATIVE,
                    SG,
                    reply_day,
                    reply_symbols,
                ),
            ),
        ),
        make_azerbaijani(
            today,
            15,
            "Press Release on circulation of the letter on weather stations",
            f"The letter of the Permanent Representative of Azerbaijan dated "
            f"{long_date(weather_day)} on the yearly observations of 94 weather stations was "
            "distributed as a document of the General Assembly "
            f"({SLOTS['weather_stations'].symbols(today)[0]}).",
            mentions=(
                Mention(
                    MentionStage.CIRCULATED,
                    "Azerbaijan",
                    "Permanent Representative of Azerbaijan",
                    None,
                    weather_day,
                    SLOTS["weather_stations"].symbols(today)[:1],
                ),
            ),
        ),
    )


def _of_the_minister(today: date) -> tuple[Release, ...]:
    """The same letter twice: when it was sent and when it was circulated."""
    seed_symbols = SLOTS["seed_vaults"].symbols(today)
    seed_day = written("seed_vaults", today, 2)
    return (
        make_azerbaijani(
            today,
            11,
            "Press Release on circulation of the letter of the Minister of Foreign Affairs on "
            "the national seed vault",
            "The letter of the Minister of Foreign Affairs of the Republic of Azerbaijan Kamran "
            f"Yusifoglu dated {long_date(seed_day)} addressed to the UN Secretary-General on the "
            "opening of the national seed vault was circulated as an official document of the "
            f"UN General Assembly and the Security Council ({' / '.join(seed_symbols)}).",
            "The vault keeps more than 41,000 samples, of which 3,461 belong to other gene banks.",
            mentions=(
                Mention(
                    MentionStage.CIRCULATED, "Azerbaijan", MINISTER, SG, seed_day, seed_symbols
                ),
            ),
        ),
        make_azerbaijani(
            today,
            13,
            "Press Release on the letter of the Minister of Foreign Affairs to the UN "
            "Secretary-General",
            f"Minister of Foreign Affairs of the Republic of Azerbaijan Kamran Yusifoglu sent a "
            f"letter dated {long_date(seed_day)} to the UN Secretary-General on the opening of "
            "the national seed vault.",
            "The letter invites gene banks of other countries to deposit samples of seeds.",
            mentions=(Mention(MentionStage.SENT, "Azerbaijan", MINISTER, SG, seed_day),),
        ),
    )


def _in_azerbaijani(today: date) -> tuple[Release, ...]:
    """The English listing shows an item whose text was never translated."""
    author = "Azərbaycan Respublikasının xarici işlər naziri Kamran Yusifoğlunun"
    day = written("seed_vaults", today, 2)
    return (
        make_azerbaijani(
            today,
            10,
            "Toxum anbarı barədə məktub BMT-nin sənədi kimi yayılıb",
            f"{author} {long_date(day, 'az')} tarixli məktubu BMT Baş Assambleyası və "
            "Təhlükəsizlik Şurasının sənədi kimi yayılıb.",
            "Məktubda milli toxum anbarının başqa ölkələrin gen bankları üçün açıldığı bildirilir.",
            language="az",
            listed_in=("en", "az"),
            mentions=(Mention(MentionStage.CIRCULATED, "Azerbaijan", author, None, day),),
        ),
    )


def _ordinary(today: date) -> tuple[Release, ...]:
    return (
        make_azerbaijani(
            today,
            1,
            "Information of the Press Service Department on the meeting of Minister Kamran "
            "Yusifoglu with the Director of the Regional Postal Union",
            f"On {us_date(days_before(today, 1))}, Minister Kamran Yusifoglu received the "
            "Director of the Regional Postal Union.",
            "The sides exchanged views on sorting centres, the price of a postcard and the "
            "forthcoming meeting of postal administrations.",
        ),
        make_azerbaijani(
            today,
            5,
            "Political consultations held between Azerbaijan and Uruguay",
            "Consultations on cultural and postal cooperation were held by video conference.",
            "The sides agreed to exchange exhibitions of postage stamps.",
            category="Statements",
        ),
        make_azerbaijani(
            today,
            6,
            "Information of the Press Service Department on the visit of librarians",
            "This text was lost and the page stands empty.",
            has_body=False,
        ),
        make_azerbaijani(
            today,
            17,
            "Delegation of gene banks visited the national seed vault",
            "Representatives of eleven gene banks visited the national seed vault and its "
            "laboratory of germination.",
        ),
        make_azerbaijani(
            today,
            20,
            "The Head of the Press Service Department answers the question of the media on the "
            "exchange of books between libraries",
            "Question: How many books were exchanged this year?",
            "Answer: The national library sent 1,119 volumes and received 1,204.",
            category="Statements",
        ),
        make_azerbaijani(
            today,
            26,
            "Statement on the International Day of Lighthouses",
            "The lighthouses of the Caspian shore will be open to visitors on Sunday.",
            category="Statements",
        ),
    )


def _old(today: date) -> tuple[Release, ...]:
    """Beyond any window of thirty-five days."""
    return (
        make_azerbaijani(
            today,
            44,
            "Information of the Press Service Department on an exhibition of maps",
            "An exhibition of old maps was opened in the Ministry.",
        ),
    )
