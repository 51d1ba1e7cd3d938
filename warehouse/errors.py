"""Every error the program raises on purpose, as one tree.

The tree stands in the lowest room so that every other room can raise from it::

    HerewithError
    ├── UsageError                  what a person typed or configured is not usable   (exit 2)
    │   ├── SettingsError           a HEREWITH_ variable or herewith.toml
    │   ├── DeclarationError        a source declaration that does not hold together
    │   ├── QueryError              SQL that DuckDB refuses, or that would write
    │   └── NotFoundError           a symbol, id, file or source that is not there
    ├── WarehouseError
    │   ├── WarehouseBusyError      another process holds the writer lock            (exit 4)
    │   ├── MigrationError          a migration file changed after it was applied
    │   ├── AuditError              a published row breaks a rule that none may break
    │   ├── ComparisonError         made again from the archive, it came out otherwise
    │   └── PublishError            the snapshot could not be written or replaced
    ├── FetchError                  carries a `Reason`; stored as a source or fetch outcome
    │   └── ListingError            a feed or listing that did not give what it must
    ├── NormaliseError              bytes that could not be read into a record
    │   ├── UnreadableDocumentError encrypted, damaged, empty, or not what its magic bytes say
    │   └── UnknownFormError        a form of document never seen before
    ├── ExpectationError            a batch assertion that stops a source's load
    ├── CheckError                  too few sources keep what their declarations promise
    ├── SeedError                   the catalogue and the seed texts contradict each other
    ├── DeliveryError               a channel that did not acknowledge a message
    ├── ReadersError                no process that reads documents could start, or stay alive
    └── EngineError                 Prefect's server, worker or set-up did not come up
"""

from __future__ import annotations

from warehouse.vocabulary import Reason


class HerewithError(Exception):
    """The root: whatever is caught at the door of the command line."""

    exit_code = 1


class UsageError(HerewithError):
    """What a person typed or configured is not usable."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting that is wrong, or two that contradict each other."""


class DeclarationError(UsageError):
    """A source declaration that does not hold together."""


class QueryError(UsageError):
    """SQL that DuckDB refuses, or that would write."""


class NotFoundError(UsageError):
    """A symbol, id, file or source that is not there."""


class WarehouseError(HerewithError):
    """The warehouse could not do what was asked."""


class WarehouseBusyError(WarehouseError):
    """Another process holds the writer lock."""

    exit_code = 4


class MigrationError(WarehouseError):
    """A migration file changed after it was applied, or one is missing."""


class AuditError(WarehouseError):
    """A row of what is published breaks a rule of its table that none may break."""


class ComparisonError(WarehouseError):
    """A warehouse made again from the archive holds something else than the one in use."""


class PublishError(WarehouseError):
    """The snapshot could not be written or replaced; the last good one is still served."""


class FetchError(HerewithError):
    """A request that did not give what it must; `reason` is its name in the warehouse."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class ListingError(FetchError):
    """A feed or listing that did not give what it must."""


class NormaliseError(HerewithError):
    """Bytes that could not be read into a record."""


class UnreadableDocumentError(NormaliseError):
    """Encrypted, damaged, empty, or not what its magic bytes say."""


class UnknownFormError(NormaliseError):
    """A form of document never seen before."""


class ExpectationError(HerewithError):
    """A batch assertion that stops a source's load."""


class CheckError(HerewithError):
    """Too few sources keep what their declarations promise."""


class SeedError(HerewithError):
    """The catalogue and the seed texts contradict each other."""


class DeliveryError(HerewithError):
    """A channel that did not acknowledge a message."""


class ReadersError(HerewithError):
    """No process that reads documents could start, or stay alive; no document is to blame."""


class EngineError(HerewithError):
    """Prefect's server, worker or set-up did not come up; the message names its log."""
