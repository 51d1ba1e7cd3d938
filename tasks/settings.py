"""What can be set from outside: `HEREWITH_…` variables or `herewith.toml`, read once a process."""

from __future__ import annotations

import ipaddress
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as SourceError

from tasks.alert_settings import (
    ChannelSettings,
    OperatorSettings,
    WatchSettings,
    check_names,
    fill_references,
)
from warehouse.errors import SettingsError
from warehouse.paths import Home

SEED_TEXTS = Path(__file__).resolve().parent.parent / "warehouse" / "seeds" / "texts"
"""Where the texts of the seed corpus are looked for; the folder is not part of the repository."""

CORRECTIONS = Path(__file__).resolve().parent.parent / "warehouse" / "corrections"
"""Where reviewed corrections are looked for, one file a source (docs/corrections.md)."""


NO_CONTACT = "https://example.org/herewith (set HEREWITH_CONTACT)"
"""What a site's owner reads in the User-Agent until somebody has said whom to write to."""


class Settings(BaseSettings):
    """Everything that can be set, with its default.

    `home` holds all that is written. `replica`, `pace` and `alert_urls` let the whole program
    run against a stand-in for the outside world (docs/settings.md). `total_timeout_seconds`
    bounds one answer from request to last byte; `backoff_seconds` is the first wait before a
    retry; a host that asks for a longer wait than `patience_seconds` is left alone for the
    rest of the run.
    """

    model_config = SettingsConfigDict(
        env_prefix="HEREWITH_",
        toml_file="herewith.toml",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    home: Path = Path("data")
    seeds: Path | None = None
    corrections: Path = CORRECTIONS
    replica: str | None = None
    pace: float = Field(default=1.0, ge=0, le=100)
    alert_urls: Annotated[str, BeforeValidator(fill_references)] = Field(default="", repr=False)
    any_new_letter: bool = True
    channels: dict[str, ChannelSettings] = {}
    watches: tuple[WatchSettings, ...] = ()
    operators: OperatorSettings = OperatorSettings()
    contact: str = NO_CONTACT
    http2: bool = False
    certificates: Path | None = None
    connect_timeout_seconds: float = Field(default=5.0, gt=0, le=120)
    read_timeout_seconds: float = Field(default=30.0, gt=0, le=600)
    total_timeout_seconds: float = Field(default=120.0, gt=0, le=3600)
    backoff_seconds: float = Field(default=2.0, ge=0, le=600)
    patience_seconds: float = Field(default=30.0, ge=0, le=3600)
    size_limit_bytes: int = Field(default=40_000_000, gt=0)
    snapshots_kept: int = Field(default=3, ge=1, le=1000)

    @field_validator("replica")
    @classmethod
    def _loopback_only(cls, value: str | None) -> str | None:
        if not value:
            return None
        parts = urlsplit(value)
        if parts.scheme != "http" or not _is_loopback(parts.hostname):
            raise ValueError("HEREWITH_REPLICA must be http:// on a loopback address")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _pace_needs_replica(self) -> Settings:
        if self.pace < 1 and self.replica is None:
            raise ValueError("HEREWITH_PACE below 1 is refused without HEREWITH_REPLICA")
        return self

    @model_validator(mode="after")
    def _names_fit(self) -> Settings:
        check_names(self.channels, self.watches, self.operators)
        return self

    @property
    def lacks_contact(self) -> bool:
        """Whether the world is asked without saying whom its sites' owners can write to."""
        return self.replica is None and self.contact == NO_CONTACT

    @property
    def paths(self) -> Home:
        """The folders and files under `home`."""
        return Home(self.home)

    def find_seeds(self) -> Path | None:
        """Return the folder of the seed texts: as set, else the default one where it exists."""
        if self.seeds is not None:
            return self.seeds
        return SEED_TEXTS if SEED_TEXTS.is_dir() else None

    @property
    def alert_url_list(self) -> tuple[str, ...]:
        """The Apprise URLs of the default rule; secrets, so never logged or stored."""
        return tuple(self.alert_urls.split())

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then `herewith.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def _is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """Read the settings once.

    Raises:
        SettingsError: one line naming the setting and what is wrong with it.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "settings"
        raise SettingsError(f"{name}: {first['msg'].removeprefix('Value error, ')}") from error
    except (tomllib.TOMLDecodeError, SourceError) as error:
        raise SettingsError(f"herewith.toml: {' '.join(str(error).split())}") from error
