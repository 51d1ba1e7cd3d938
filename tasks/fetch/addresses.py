"""Which hosts may be asked: public ones only, and a redirect stays within one house."""

from __future__ import annotations

import ipaddress

import httpx

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

HOUSES = (frozenset({"un.org", "undocs.org"}),)
"""Registrable names that are one publisher's; the UN's addresses redirect among these."""

_SECOND_LEVELS = frozenset(
    ("ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "gub", "mil", "net", "or", "org")
)
_PRIVATE_NAMES = ("localhost", ".localhost", ".local", ".internal", ".lan", ".home.arpa")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def read_host(url: httpx.URL) -> str:
    """Give the host of an address as it goes over the wire.

    httpx's own `host` decodes international names and raises for those that are malformed.
    """
    return url.raw_host.decode("ascii")


def parse_ip(host: str) -> IpAddress | None:
    """Read a literal IPv4 or IPv6 address; null for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").split("%")[0])
    except ValueError:
        return None


def is_public(address: IpAddress) -> bool:
    """Whether an address belongs to the public Internet, also when it is wrapped in IPv6."""
    inner = _unwrap(address)
    return inner.is_global and not inner.is_multicast


def is_public_host(host: str) -> bool:
    """Whether a host may be asked as far as its name tells: no private literal, no local name."""
    address = parse_ip(host)
    if address is not None:
        return is_public(address)
    name = host.lower().rstrip(".")
    return "." in name and not name.endswith(_PRIVATE_NAMES)


def registrable_name(host: str) -> str:
    """Reduce a host to the name its owner registered: un.mfa.gov.az to mfa.gov.az.

    Two labels, or three below a country's second level such as gov.az; a short list of those
    stands in for the public suffix list, enough for the domains ministries have. A second
    level that is not listed makes neighbours of its names, all of them still public hosts.
    """
    labels = host.lower().rstrip(".").split(".")
    if parse_ip(host) is not None or len(labels) <= 2:
        return ".".join(labels)
    is_under_second_level = len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3:] if is_under_second_level else labels[-2:])


def is_same_house(host: str, other: str) -> bool:
    """Whether two hosts belong to one publisher, so that one may redirect to the other."""
    names = {registrable_name(host), registrable_name(other)}
    return len(names) == 1 or any(names <= house for house in HOUSES)


def _unwrap(address: IpAddress) -> IpAddress:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
