"""One signed message to a webhook; what is written of it elsewhere never holds its address."""

from __future__ import annotations

import asyncio

import httpx

from warehouse.errors import DeliveryError

_ANSWER_LIMIT_BYTES = 65_536


def post_webhook(url: str, body: bytes, headers: dict[str, str], timeout_seconds: float) -> int:
    """Post bytes and give the status of the answer, of whatever kind; a redirect is not followed.

    `timeout_seconds` bounds each wait, three times that the whole. Must not be called from a
    coroutine: it has a loop of its own, so that the whole can be bounded.

    Raises:
        DeliveryError: no answer, one that broke off, or none in time.
    """
    try:
        return asyncio.run(_post(url, body, headers, timeout_seconds))
    except TimeoutError:
        raise DeliveryError("the webhook did not answer in time") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise DeliveryError(f"the webhook: {type(error).__name__}") from None


async def _post(url: str, body: bytes, headers: dict[str, str], timeout_seconds: float) -> int:
    async with (
        asyncio.timeout(3 * timeout_seconds),
        httpx.AsyncClient(
            timeout=timeout_seconds, follow_redirects=False, trust_env=False
        ) as client,
        client.stream("POST", url, content=body, headers=headers) as answer,
    ):
        read = 0
        async for part in answer.aiter_raw():
            read += len(part)
            if read > _ANSWER_LIMIT_BYTES:
                break
        return answer.status_code
