"""Doors that count failures by address: a room of 300 shares one, so what succeeds is never counted."""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workshop.core.limits import LIMITS

STRANGER = 20  # wrong codes or keys a minute
KNOWN = 300  # the same, from an address where a participant of an open workshop has joined
MOST_ADDRESSES = 50_000  # what is remembered at once, about 10 MB

T = TypeVar("T")


class Busy(Exception):
    """Too many failures from this address; the next try is free after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class Bucket:
    """Holds `size` tries and fills up evenly in `period` seconds, so a wait is never long."""

    left: float
    at: float

    def level(self, now: float, size: int, period: float) -> float:
        return min(size, self.left + (now - self.at) * size / period)


class Doors:
    """Failures and new workshops for each address, and commands for each person."""

    def __init__(self, create_limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._create_limit = create_limit
        self._clock = clock
        self._failures: OrderedDict[str, Bucket] = OrderedDict()
        self._created: OrderedDict[str, Bucket] = OrderedDict()
        self._rooms: OrderedDict[str, set[str]] = OrderedDict()
        self._spoken: OrderedDict[str, Bucket] = OrderedDict()

    def check(self, address: str) -> None:
        """Raise Busy when the address has failed too often; costs nothing itself."""
        _check(self._failures, _network(address), self._size(address), 60, self._clock())

    def failed(self, address: str) -> None:
        _take(self._failures, _network(address), self._size(address), 60, self._clock())

    def joined(self, address: str, workshop: str) -> None:
        """A participant of an open workshop sits here: wrong letters of a whole room are expected."""
        _remembered(self._rooms, _network(address), set).add(workshop)

    def ended(self, workshop: str) -> None:
        for network in [network for network, rooms in self._rooms.items() if workshop in rooms]:
            self._rooms[network].discard(workshop)
            if not self._rooms[network]:
                del self._rooms[network]

    def check_create(self, address: str) -> None:
        if self._create_limit:
            _check(self._created, _network(address), self._create_limit, 3600, self._clock())

    def created(self, address: str) -> None:
        if self._create_limit:
            _take(self._created, _network(address), self._create_limit, 3600, self._clock())

    def spoke(self, workshop: str, actor: str) -> None:
        """Raise Busy when a person sends commands faster than a socket might (S11)."""
        person, size = f"{workshop} {actor}", LIMITS.command_burst
        period, now = size / LIMITS.commands_per_second, self._clock()
        _check(self._spoken, person, size, period, now)
        _take(self._spoken, person, size, period, now)

    def _size(self, address: str) -> int:
        return KNOWN if _network(address) in self._rooms else STRANGER


def _check(
    buckets: OrderedDict[str, Bucket], network: str, size: int, period: float, now: float
) -> None:
    bucket = buckets.get(network)
    level = bucket.level(now, size, period) if bucket else size
    if level < 1:
        raise Busy(math.ceil((1 - level) * period / size))


def _take(
    buckets: OrderedDict[str, Bucket], network: str, size: int, period: float, now: float
) -> None:
    bucket = _remembered(buckets, network, lambda: Bucket(size, now))
    bucket.left, bucket.at = max(0, bucket.level(now, size, period) - 1), now


def _remembered(table: OrderedDict[str, T], key: str, make: Callable[[], T]) -> T:
    value = table[key] if key in table else table.setdefault(key, make())
    table.move_to_end(key)
    if len(table) > MOST_ADDRESSES:
        table.popitem(last=False)
    return value


def _network(address: str) -> str:
    """One household or office: an IPv4 address, or the /64 of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)
