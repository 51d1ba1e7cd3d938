"""The closed lists of words that are stored, shared by every room."""

from __future__ import annotations

from enum import StrEnum

SEEDS = "seeds"
"""The source id of the seed corpus."""

BACKFILL = "backfill"
"""What `ops.runs.trigger` says of a run that fetched history."""

IMPORT = "import"
"""What `ops.runs.trigger` says of a run that took in files of library records."""


class DocumentType(StrEnum):
    """What a document is; the values of `document_type` in the contract."""

    LETTER = "letter"
    IDENTICAL_LETTERS = "identical_letters"
    NOTE_VERBALE = "note_verbale"
    REPORT = "report"
    NOTE = "note"
    RESOLUTION = "resolution"
    DRAFT_RESOLUTION = "draft_resolution"
    AGENDA = "agenda"
    MEETING_RECORD = "meeting_record"
    CORRIGENDUM = "corrigendum"
    PRESS_RELEASE = "press_release"
    OTHER = "other"

    @property
    def is_letter(self) -> bool:
        """Whether documents of this type have a row in `letters`."""
        return self in (self.LETTER, self.IDENTICAL_LETTERS, self.NOTE_VERBALE)


class Outcome(StrEnum):
    """How a source, or one item of it, came out of a run; an empty list is never one of them."""

    NEW = "new"
    UNCHANGED = "unchanged"
    NOT_YET_AVAILABLE = "not_yet_available"
    FAILED = "failed"


class Reason(StrEnum):
    """Why something failed or is not there yet; each failure has one of these names."""

    UNREACHABLE = "unreachable"
    UNTRUSTED_CERTIFICATE = "untrusted_certificate"
    TIMED_OUT = "timed_out"
    BLOCKED = "blocked"
    CHALLENGE_PAGE = "challenge_page"
    DECOY_PAGE = "decoy_page"
    ROBOTS_REFUSED = "robots_refused"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    NOT_FOUND = "not_found"
    NOT_PUBLISHED_YET = "not_published_yet"
    UNEXPECTED_CONTENT = "unexpected_content"
    EMPTY_BODY = "empty_body"
    TOO_LARGE = "too_large"
    REDIRECT_REFUSED = "redirect_refused"
    EMPTY_LISTING = "empty_listing"
    LAYOUT_CHANGED = "layout_changed"
    REPEATED_PAGE = "repeated_page"
    UNREADABLE = "unreadable"
    BELOW_MINIMUM = "below_minimum"
    CORRECTION_OUTDATED = "correction_outdated"


class DiscoveryState(StrEnum):
    """How far an item is: got, still to be got, or a number asked for that nobody named."""

    FETCHED = "fetched"
    PENDING = "pending"
    GUESSED = "guessed"


class Change(StrEnum):
    """What a write did to a row."""

    INSERT = "insert"
    UPDATE = "update"
    NOOP = "noop"


class Severity(StrEnum):
    """The force of an expectation: an error quarantines the row, a warning is a finding."""

    ERROR = "error"
    WARNING = "warning"


class MentionStage(StrEnum):
    """How far a letter had come when a press release mentioned it."""

    ANNOUNCED = "announced"
    SENT = "sent"
    CIRCULATED = "circulated"


class DateSource(StrEnum):
    """Where a press release's date was read, from the most to the least trusted."""

    LISTING = "listing"
    SITE_RULE = "site_rule"
    META = "meta"
    TEXT = "text"
    GUESSED = "guessed"


class DatePrecision(StrEnum):
    """How much of a release's date is known; of a month alone no day is made."""

    DAY = "day"
    MONTH = "month"


class AlertState(StrEnum):
    """Where a message stands between the outbox and its recipient."""

    PENDING = "pending"
    HELD = "held"
    SENT = "sent"
    FAILED = "failed"
    MUTED = "muted"


class WithdrawalType(StrEnum):
    """In what way a document, or a version of it, is gone where it was found."""

    GONE = "gone"
    UNLISTED = "unlisted"
    REPLACED = "replaced"


class Certainty(StrEnum):
    """How sure it is that something was withdrawn: said so, seen more than once, seen once."""

    STATED = "stated"
    LIKELY = "likely"
    POSSIBLE = "possible"


class EventType(StrEnum):
    """What an alert is about; the values of `event_type` in `ops.alerts`."""

    NEW_LETTER = "new_letter"
    NEW_DOCUMENT = "new_document"
    ANNOUNCEMENT = "announcement"
    NEW_VERSION = "new_version"
    DIGEST = "digest"
    SOURCE_SILENT = "source_silent"
    SOURCE_FAILING = "source_failing"
    SOURCE_BLOCKED = "source_blocked"
    LAYOUT_CHANGED = "layout_changed"
    QUARANTINE_OVER_LIMIT = "quarantine_over_limit"
    GAP_OPEN = "gap_open"
    ALL_CLEAR = "all_clear"


class MuteKind(StrEnum):
    """What can be muted for a time; the values of `kind` in `ops.mutes`."""

    WATCH = "watch"
    SENDER = "sender"
    SYMBOL = "symbol"
    SOURCE = "source"
