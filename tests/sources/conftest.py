"""What the tests of the sources share with those of fetching: the server, and settings for it."""

from __future__ import annotations

from tests.fetch.conftest import server as server
from tests.fetch.conftest import settings as settings
