"""The whole command on a disk that is full or read-only: one line, the last good state, and on."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.forge import Forge
from tests.faults.test_disks import MOUNT
from tests.replica.server import Replica

pytestmark = [pytest.mark.prefect, pytest.mark.trial]

RUN = "import sys; sys.argv = ['herewith', 'run']; from flows.cli import main; main()"
STATE = "select (select count(*) from documents), (select count(*) from versions)"
SPOIL = {
    "full": "dd if=/dev/zero of={place}/ballast bs=4k 2>/dev/null",
    "read-only": "mount --bind {home} {home} && mount -o remount,bind,ro {home}",
}
MEND = {"full": "rm {place}/ballast", "read-only": "umount {home}"}

Run = Callable[[], tuple[int, str]]


@pytest.fixture
def forge() -> Iterator[tuple[Forge, Replica]]:
    if subprocess.run(MOUNT, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    with Replica() as replica, Forge(replica.url, with_mounts=True) as forge:
        yield forge, replica


@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_a_disk_in_trouble_is_one_line_and_the_next_run_goes_on(
    forge: tuple[Forge, Replica], prefect_api: str, tmp_path: Path, trouble: str
) -> None:
    maker, replica = forge
    place, said = tmp_path / "disk", tmp_path / "said.txt"
    home = place / "home"
    place.mkdir()
    assert maker.call(f"mount -t tmpfs -o size=300m none {place}") == 0
    own = f"HEREWITH_HOME={home} PREFECT_API_URL={prefect_api}"
    command = f"{own} {sys.executable} -c {shlex.quote(RUN)} >/dev/null 2>{said}"
    assert maker.call(command) == 0, said.read_text("utf-8")
    old = maker.ask(home, STATE)
    replica.publish()
    maker.call(SPOIL[trouble].format(home=home, place=place))
    code = maker.call(command)
    assert maker.ask(home, STATE) == old
    lines = [line for line in said.read_text("utf-8").splitlines() if line.startswith("herewith:")]
    assert maker.call(MEND[trouble].format(home=home, place=place)) == 0
    assert code == 1
    assert len(lines) == 1
    assert "still served" in lines[0]
    assert "Traceback" not in said.read_text("utf-8")
    assert maker.call(command) == 0
    assert maker.ask(home, STATE)[0][0] == old[0][0] + 1
