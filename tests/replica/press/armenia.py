"""Releases on www.mfa.am: some speak of letters, most of everyday matters; all invented."""

from __future__ import annotations

from datetime import date

from tests.replica.calendar import long_date
from tests.replica.letters.forms import PGA, PSC, SG, written
from tests.replica.letters.slots import SLOTS
from tests.replica.press.forms import make_armenian
from tests.replica.press.spec import Mention, Release
from warehouse.vocabulary import MentionStage

MINISTER = "Minister of Foreign Affairs of Armenia Davit Hovsanian"
REPRESENTATIVE = "Permanent Representative of Armenia to the United Nations"
CHARGE = "Chargé d’affaires a.i. of the Permanent Mission of Armenia"


def make_releases(today: date) -> tuple[Release, ...]:
    """Return the ministry's releases."""
    return (
        *_about_letters(today),
        *_about_others(today),
        *_in_other_languages(today),
        *_ordinary(today),
        *_broken_and_old(today),
    )


def _about_letters(today: date) -> tuple[Release, ...]:
    fish_day = written("fisheries", today, 3)
    fish_symbols = SLOTS["fisheries"].symbols(today)
    post_day = written("postal_services", today, 1)
    museum_day = written("museums_charge", today, 2)
    museum_symbols = SLOTS["museums_charge"].symbols(today)
    return (
        make_armenian(
            today,
            24,
            "fisheries_letter",
            "On the forthcoming letter of the Foreign Minister on fishery statistics",
            "A letter of the Minister of Foreign Affairs of Armenia Davit Hovsanian to the UN "
            "Secretary-General on the annual statistics of inland fisheries will be published "
            "soon as a document of the General Assembly and of the Security Council.",
            mentions=(Mention(MentionStage.ANNOUNCED, "Armenia", MINISTER, SG),),
        ),
        make_armenian(
            today,
            19,
            "fisheries_circulated",
            "Letter of the Foreign Minister circulated as a UN document",
            f"The letter of the Minister of Foreign Affairs of Armenia Davit Hovsanian dated "
            f"{long_date(fish_day)} addressed to the UN Secretary-General was circulated as a "
            "document of the General Assembly and the Security Council, under the symbols "
            f"{fish_symbols[0]} and {fish_symbols[1]}.",
            "It presents the catch of whitefish, trout and crayfish, 1,619 tons in all.",
            mentions=(
                Mention(MentionStage.CIRCULATED, "Armenia", MINISTER, SG, fish_day, fish_symbols),
            ),
        ),
        make_armenian(
            today,
            18,
            "postal_calendar",
            "On the letter of the Permanent Representative to the President of the Council",
            f"On {long_date(post_day)}, the Permanent Representative of Armenia to the United "
            "Nations sent a letter to the President of the Security Council on the calendar of "
            "postal services for delegations.",
            mentions=(Mention(MentionStage.SENT, "Armenia", REPRESENTATIVE, PSC, post_day),),
        ),
        make_armenian(
            today,
            5,
            "museums",
            "Letter on the night of museums circulated in the General Assembly",
            "The letter of the Chargé d’affaires a.i. of the Permanent Mission of Armenia dated "
            f"{long_date(museum_day)} addressed to the President of the General Assembly was "
            f"published as a document of the Assembly ({museum_symbols[0]}).",
            mentions=(
                Mention(
                    MentionStage.CIRCULATED,
                    "Armenia",
                    CHARGE,
                    PGA,
                    museum_day,
                    museum_symbols,
                ),
            ),
        ),
    )


def _about_others(today: date) -> tuple[Release, ...]:
    """A release that speaks of another state's letter, with inner spaces in the symbol."""
    day = written("fisheries_reply", today, 0)
    assembly, council = SLOTS["fisheries_reply"].symbols(today)
    spaced = f"{assembly.replace('A/', 'A / ', 1)}-{council.replace('S/', 'S / ', 1)}"
    return (
        make_armenian(
            today,
            7,
            "fisheries_method",
            "The Ministry welcomes the comparison of methods in fishery statistics",
            f"The Ministry took note with interest of the letter dated {long_date(day)} of the "
            "Permanent Representative of Azerbaijan addressed to the UN Secretary-General, "
            "circulated as a document of the General Assembly and the Security Council "
            f"({spaced}).",
            "The method described in it will be studied by the statistical service.",
            mentions=(
                Mention(
                    MentionStage.CIRCULATED,
                    "Azerbaijan",
                    "Permanent Representative of Azerbaijan",
                    SG,
                    day,
                    (assembly, council),
                ),
            ),
        ),
    )


def _in_other_languages(today: date) -> tuple[Release, ...]:
    return (
        make_armenian(
            today,
            12,
            "library_hy",
            "Գրադարանների միջև գրքերի փոխանակություն",
            "Ազգային գրադարանը գրքեր է ուղարկել տասնմեկ երկրների գրադարաններին։",
            "Փոխանակությունը կշարունակվի հաջորդ տարի։",
            language="hy",
            listed_in=("en", "hy"),
        ),
        make_armenian(
            today,
            14,
            "stations_ru",
            "Встреча директоров метеорологических станций",
            "В министерстве состоялась встреча директоров метеорологических станций.",
            "Стороны обсудили обмен данными наблюдений.",
            language="ru",
            listed_in=("ru",),
        ),
    )


def _ordinary(today: date) -> tuple[Release, ...]:
    return (
        make_armenian(
            today,
            1,
            "post_meeting",
            "The meeting of the Foreign Minister with the head of the postal service of Iceland",
            "Davit Hovsanian received the head of the postal service of Iceland.",
            "Issues of the delivery of parcels in winter were discussed.",
        ),
        make_armenian(
            today,
            3,
            "bees",
            "Working visit of bee-keepers from Kenya and Portugal",
            "The delegation visited apiaries in three provinces.",
        ),
        make_armenian(
            today,
            9,
            "stamps",
            "Exhibition of postage stamps opened in the Ministry",
            "The exhibition shows 86 stamps with pictures of mountain flowers.",
            "It is open to visitors until the end of the month.",
        ),
        make_armenian(
            today,
            16,
            "seed_collections",
            "Armenia joins the catalogue of wild wheat",
            "The catalogue of wild wheat will be kept by five gene banks in turn.",
        ),
        make_armenian(
            today,
            28,
            "glaciers",
            "Consultations on the survey of mountain springs",
            "Consultations on the survey of mountain springs were held in Yerevan.",
        ),
    )


def _broken_and_old(today: date) -> tuple[Release, ...]:
    """One page whose printed year is wrong by two, and one beyond any window."""
    return (
        make_armenian(
            today,
            6,
            "radio_day",
            "Meeting on the history of radio",
            "A meeting on the history of radio was held in the Ministry.",
            years_wrong=2,
        ),
        make_armenian(
            today,
            47,
            "archives",
            "Visit to the national archives",
            "Young diplomats visited the national archives.",
        ),
    )
