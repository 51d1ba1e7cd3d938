"""Where everything that is written stands under HEREWITH_HOME; made in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """The folders and files of one HEREWITH_HOME."""

    root: Path

    @property
    def published(self) -> Path:
        """The snapshot that readers open, replaced atomically."""
        return self.root / "herewith.duckdb"

    @property
    def manifest(self) -> Path:
        """What the published snapshot holds: run id, row counts, hash."""
        return self.root / "manifest.json"

    @property
    def private(self) -> Path:
        """The writer's own folder; nobody else opens what is in it."""
        return self.root / "private"

    @property
    def warehouse(self) -> Path:
        """The writer's database file."""
        return self.private / "warehouse.duckdb"

    @property
    def lock(self) -> Path:
        """The file whose lock makes one writer."""
        return self.private / "writer.lock"

    @property
    def snapshots(self) -> Path:
        """The last few published files, named by run."""
        return self.root / "snapshots"

    @property
    def parquet(self) -> Path:
        """The analysts' tables as Parquet; a link to the newest set."""
        return self.root / "parquet"

    @property
    def parquet_sets(self) -> Path:
        """The sets of Parquet files, one a change."""
        return self.root / "parquet-sets"

    @property
    def search_index(self) -> Path:
        """The full-text index of the snapshot; made by searching, of no use to anything else."""
        return self.root / "search.duckdb"

    @property
    def archive(self) -> Path:
        """The WARC files, one a run."""
        return self.root / "archive"

    @property
    def quality(self) -> Path:
        """Data Docs."""
        return self.root / "quality"

    @property
    def feed(self) -> Path:
        """The Atom feed of alerts."""
        return self.root / "feed.atom"

    @property
    def json_feed(self) -> Path:
        """The same feed as JSON Feed."""
        return self.root / "feed.json"

    @property
    def status_page(self) -> Path:
        """How everything stands, as a page."""
        return self.root / "status.html"

    @property
    def metrics(self) -> Path:
        """The same as OpenMetrics text."""
        return self.root / "metrics.prom"

    @property
    def prefect(self) -> Path:
        """Prefect's own database and logs."""
        return self.root / "prefect"
