"""The poke between workers: "log X stands at seq n". Content never travels here."""

import logging
from collections.abc import Callable
from typing import Any

import redis

from workshop import engine

CHANNEL = "rytme:heads"
AGAIN = 1.0  # seconds until the next try when Redis is away
REACH = {"socket_timeout": 2, "socket_connect_timeout": 2, "health_check_interval": 10}
log = logging.getLogger("workshop.store.poke")


class Poke:
    """Tells other workers of a commit, and hears theirs. Without a URL it does neither.

    A lost poke costs a second, for every worker also asks the database; so nothing here is sent
    twice, and no commit waits for Redis. The library locks natively, so telling and hearing have a
    client each, and one green thread each ever uses it.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._redis: Any = redis.Redis.from_url(url, **REACH) if url else None
        self._untold: dict[str, int] = {}
        self._telling = False

    def tell(self, log_id: str, seq: int) -> None:
        """Say that the log stands at seq; comes back at once and never fails."""
        if self._redis is None:
            return
        self._untold[log_id] = seq
        if not self._telling:
            self._telling = True
            engine.spawn(self._tell_all)

    def listen(self, heard: Callable[[str, int], object]) -> None:
        """Call `heard(log_id, seq)` for every poke until `close()`; goes on when Redis is back."""
        while self._url:
            try:
                self._hear(heard)
            except (redis.RedisError, OSError):
                log.info("Redis is away; the database is asked instead.")
            engine.sleep(AGAIN)

    def close(self) -> None:
        """Hang up; `listen` comes back within a second or two."""
        self._url = ""
        if self._redis is not None:
            self._redis.close()

    def _tell_all(self) -> None:
        try:
            while self._untold:
                log_id, seq = self._untold.popitem()
                self._redis.publish(CHANNEL, f"{log_id} {seq}")
        except (redis.RedisError, OSError):
            engine.sleep(AGAIN)
            self._untold.clear()
        finally:
            self._telling = False

    def _hear(self, heard: Callable[[str, int], object]) -> None:
        with (
            redis.Redis.from_url(self._url, **REACH) as client,
            client.pubsub(ignore_subscribe_messages=True) as channel,
        ):
            channel.subscribe(CHANNEL)
            while self._url:
                message = channel.get_message(timeout=AGAIN)
                if message:
                    tell_one(heard, message["data"])


def tell_one(heard: Callable[[str, int], object], data: bytes) -> None:
    """Whatever stands on the channel, and whatever the hearer makes of it, the next poke is heard."""
    log_id, _, seq = data.decode(errors="replace").partition(" ")
    if not seq.isdecimal():
        return
    try:
        heard(log_id, int(seq))
    except Exception:
        log.exception("A poke could not be followed.")
