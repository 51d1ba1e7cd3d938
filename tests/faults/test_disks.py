"""A disk that fills up or turns read-only in mid-run: a clear error, and the last good state.

The disk is a small one in memory, mounted where only the runs see it; read-only is a second
mount over the home, as a file system that met an error is to whoever opens a file next.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.replica.server import Replica
from warehouse.faults import POINTS

MOUNT = ("unshare", "--mount", "--propagation", "private", "mount", "-t", "tmpfs", "none", "/mnt")
STATE = (
    "select (select count(*) from documents), (select count(distinct document_id) from documents),"
    " (select count(*) from versions), (select count(*) from ops.alerts where state = 'sent')"
)
TROUBLES = ("full", "read-only")


@dataclass(frozen=True)
class Disk:
    """A small disk with a home after its first run; one letter has appeared since.

    `old` is what is published of it, `new` what an undisturbed second run publishes.
    """

    forge: Forge
    place: Path
    old: list[list[int]]
    new: list[list[int]]

    @property
    def home(self) -> Path:
        """The home in which a round is made."""
        return self.place / "home"

    def begin(self) -> None:
        """Put the home back to the state after the first run."""
        assert self.forge.call(f"rm -rf {self.home}; cp -a {self.place}/first {self.home}") == 0

    def spoil(self, trouble: str) -> str:
        """Give the command that brings the trouble about."""
        if trouble == "full":
            return f"dd if=/dev/zero of={self.place}/ballast bs=4k 2>/dev/null"
        return f"mount --bind {self.home} {self.home} && mount -o remount,bind,ro {self.home}"

    def mend(self, trouble: str) -> None:
        """Take the trouble away."""
        command = f"rm {self.place}/ballast" if trouble == "full" else f"umount {self.home}"
        assert self.forge.call(command) == 0


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    if subprocess.run(MOUNT, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    place = tmp_path_factory.mktemp("disk")
    with Replica() as replica, Forge(replica.url, with_mounts=True) as forge:
        assert forge.call(f"mount -t tmpfs -o size=200m none {place}") == 0
        forge.complete(place / "first")
        replica.publish()
        assert forge.call(f"cp -a {place}/first {place}/second") == 0
        forge.complete(place / "second")
        old, new = (forge.ask(place / name, STATE) for name in ("first", "second"))
        assert new[0][0] == old[0][0] + 1
        yield Disk(forge, place, old, new)


def try_trouble(disk: Disk, trouble: str, point: str) -> str:
    """Meet the trouble at a point, or at the start; returns what the run said of it."""
    disk.begin()
    if not point:
        disk.forge.call(disk.spoil(trouble))
    code, said = disk.forge.run(disk.home, point, act=disk.spoil(trouble))
    served = disk.forge.ask(disk.home, STATE)
    disk.mend(trouble)
    assert code == 1, said
    assert served[0][:3] in (disk.old[0][:3], disk.new[0][:3])
    disk.forge.complete(disk.home)
    assert disk.forge.ask(disk.home, STATE) == disk.new
    return said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("trouble", "point"), [("full", "mid-load"), ("read-only", "before-publish")]
)
def test_a_disk_in_trouble_is_said_and_the_last_good_state_is_served(
    disk: Disk, trouble: str, point: str
) -> None:
    said = try_trouble(disk, trouble, point)
    assert "still served" in said
    assert "\n" not in said


@pytest.mark.trial
@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("point", ["", *POINTS])
def test_a_disk_in_trouble_at_every_point(disk: Disk, trouble: str, point: str) -> None:
    said = try_trouble(disk, trouble, point)
    reasons = ("No space left", "Read-only file system", "read-only", "Cannot open")
    assert any(reason in said for reason in reasons), said
