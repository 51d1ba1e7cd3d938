"""The deliver flow: what is due is sent, without asking any source; nothing but order.

Digests, ends of quiet hours and repeated tries fall between the monitor's runs: schedule it often.
"""

from __future__ import annotations

import asyncio

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.logging import get_run_logger

from flows.events import emit_alerts
from flows.sending import deliver_now
from tasks.alert.channels import Print
from tasks.alert.deliver import Delivered
from warehouse.errors import WarehouseBusyError


@flow(name="deliver", persist_result=False, validate_parameters=False)
async def deliver() -> int:
    """Send what is due now; returns how many messages were taken.

    A run of the monitor that is at work delivers at its own end: then there is nothing to do.
    """
    logger = get_run_logger()
    try:
        delivered = await send_due(logger.info)
    except WarehouseBusyError as busy:
        logger.info("nothing done: %s", busy)
        return 0
    emit_alerts(delivered.alerts)
    return delivered.sent


@task(name="send", cache_policy=NO_CACHE)
async def send_due(print_line: Print) -> Delivered:
    """Empty the outbox in a thread of its own."""
    return await asyncio.to_thread(deliver_now, print_line)
