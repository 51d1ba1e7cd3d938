"""The automations of the deployment, made or brought up to date in Python.

`prefect automation create` would make them again at every call (measured), so each is looked up
by its name first.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prefect.client.orchestration import PrefectClient
    from prefect.events import AutomationCore

# Three missed heartbeats of 30 seconds; the default heartbeat of 180 makes false alarms here.
HEARTBEAT_LOST_AFTER = timedelta(seconds=90)

# The watch begins with Running, which the server itself notes: a run that is killed before its
# first heartbeat was sent would else stay Running for ever (seen). Any later event is a sign of
# life, or an end under whatever name.
BEGINNINGS = ("prefect.flow-run.Running", "prefect.flow-run.heartbeat")
SIGNS_OF_LIFE = ("prefect.flow-run.*",)

# A run that crashes again and again (out of memory, say) is repeated once in this time.
REPEAT_AT_MOST_EVERY = timedelta(hours=1)

# Only our own deployments: others on a team's server may have slower heartbeats.
OUR_TAG = "prefect.tag.herewith"


def build_automations() -> tuple[AutomationCore, ...]:
    """Return every automation as it should be."""
    return (_build_zombie_automation(), _build_repeat_automation())


async def save_automations(client: PrefectClient) -> None:
    """Create what is missing, update what is there, delete what is there twice."""
    for wanted in build_automations():
        there = await client.read_automations_by_name(wanted.name)
        if not there:
            await client.create_automation(wanted)
        for first in there[:1]:
            await client.update_automation(first.id, wanted)
        for copy in there[1:]:
            await client.delete_automation(copy.id)


def _build_zombie_automation() -> AutomationCore:
    """Return the rule that a run whose heartbeat is lost has crashed, which frees its slot."""
    from prefect.client.schemas.objects import StateType
    from prefect.events import AutomationCore, EventTrigger, Posture
    from prefect.events.actions import ChangeFlowRunState

    trigger = EventTrigger(
        posture=Posture.Proactive,
        after=set(BEGINNINGS),
        expect=set(SIGNS_OF_LIFE),
        match={"prefect.resource.id": ["prefect.flow-run.*"]},
        match_related={"prefect.resource.id": [OUR_TAG]},
        for_each={"prefect.resource.id"},
        threshold=1,
        within=HEARTBEAT_LOST_AFTER,
    )
    action = ChangeFlowRunState(
        state=StateType.CRASHED,
        name="Crashed",
        message="Its heartbeat was lost: the process is gone.",
        force=False,
    )
    return AutomationCore(
        name="herewith: a run without a heartbeat has crashed",
        description="Frees the slot of a run that a kill or a reboot ended.",
        trigger=trigger,
        actions=[action],
    )


def _build_repeat_automation() -> AutomationCore:
    """Return the rule that a crashed run is made again at once, and not in an endless loop.

    A reactive trigger that has fired waits for the rest of its `within` before it fires again
    (seen in Prefect's evaluation). A new run is made instead of waking the dead one: its slot and
    its state are its own, and the deployment's limit cancels it if the schedule was quicker.
    """
    from prefect.events import AutomationCore, EventTrigger, Posture
    from prefect.events.actions import RunDeployment

    trigger = EventTrigger(
        posture=Posture.Reactive,
        expect={"prefect.flow-run.Crashed"},
        match={"prefect.resource.id": ["prefect.flow-run.*"]},
        match_related={"prefect.resource.id": [OUR_TAG]},
        for_each={"related:deployment:prefect.resource.id"},
        threshold=1,
        within=REPEAT_AT_MOST_EVERY,
    )
    return AutomationCore(
        name="herewith: a crashed run is repeated",
        description="Makes one new run of its deployment, at most once an hour.",
        trigger=trigger,
        actions=[
            RunDeployment(
                source="inferred", deployment_id=None, parameters=None, job_variables=None
            )
        ],
    )
