"""The forms that the corpus must hold: each tag is carried by at least one document."""

from __future__ import annotations

_KINDS = "letter identical_letters note_verbale third_person several_days title_table table"
_SENDERS = """
representative representatives charge observer observer_mission mission representative_in_note
deputy minister_counsellor minister two_portfolios head_of_government head_of_state sg psc pga
committee_chair working_group chairman capacity charges representatives_plain
observer_organization geneva co_chairs
"""
_ADDRESSEES = """
sg pga psc sg_psc sg_and_to_psc sg_pga all_three sg_members chair facilitator presidents
office
"""
_AGENDA = """
one several many sub_item sub_items item_and_sub_item joined_title fewer_titles provisional
provisional_several preliminary_list request_only none french french_sub_item titles_below spanish
spanish_provisional russian
"""
_ANNEXES = """
several enclosure enclosures appendix nested_letter second_masthead note_verbale table list
numbered untitled signed unsigned word_in_text compilation over_pages cover_head capitals
attachment running_head arabic_numbers identical_letters french spanish russian
"""
_REQUESTS = """
sc ga both third_person assistance issued passive arrange official_document attention
attention_and_circulation to_members past_only quoted_organ table none
"""
_OTHER = """
sc_only ga_only joint announces reply reply:state reply:president reference:no_reply
cited:many cited:joint cited:suffixes opening opening:further
senders:n senders:offices signatures:0 signatures:1 signatures:n signature:no_title
signature:capitals title:capitals title:comma title:addressee_first title:respectively title:unseen
emergency_session special_session committee_symbol committee:first ecosoc joint:ecosoc hrc
symbol:old_council to:ecosoc_president
reissue reissue:second corrigendum addendum revision job:two_dates job:next_year job:geneva
original:french original:two original:several language_line distribution:limited
distribution:restricted
footnote:agenda footnote:reissue footnote:submission_language
contradiction:agenda contradiction:date contradiction:organ
official_records old old:sc old:ga old:joint old:provisional
state:former state:former_name state:turkey state:türkiye state:iran state:palestine
state:palestine_before_2012 state:holy_see state:apostrophe state:every
apostrophe:acute apostrophe:straight
language:fr language:es language:ru language:ar language:zh
noise:glued noise:hyphen noise:two_lines noise:columns noise:early_job noise:one_line_job
noise:glued_foot noise:spaced_signed noise:no_feeds noise:crlf noise:vertical_barcode
noise:lifted noise:torn_title noise:hard_spaces noise:asterisks noise:spaced_references
noise:year_slip noise:split_job noise:indented noise:decomposed noise:order_mark noise:ligatures
noise:spaced_out noise:wide_dash noise:straight
layout:pages layout:hyphens layout:footnotes layout:signatures_over_pages
layout:place_and_date layout:salutation
"""
_NEIGHBOURS = """
report note note:president resolution draft_resolution draft_resolution:footnotes
agenda_document meeting_record summary_statement amendment corrigendum:report
"""


def _with(prefix: str, names: str) -> set[str]:
    return {f"{prefix}:{name}" for name in names.split()}


FORMS = frozenset(
    {*_KINDS.split(), *_OTHER.split(), *_NEIGHBOURS.split()}
    | _with("sender", _SENDERS)
    | _with("to", _ADDRESSEES)
    | _with("agenda", _AGENDA)
    | _with("annex", _ANNEXES)
    | _with("request", _REQUESTS)
)
