"""The poke between workers: "log X stands at seq n". Content never travels here."""

import logging
from collections.abc import Callable
from typing import Any

import redis

from workshop import engine

CHANNEL = "rytme:heads"
AGAIN = 1.0  # seconds until the next try when Redis is away
faults = logging.getLogger("workshop.store.poke")


class Poke:
    """Tells other workers of a commit, and hears theirs. Without a URL it does neither."""

    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=2) if url else None
        self._away = False

    def tell(self, log_id: str, seq: int) -> None:
        """Never fails and never waits long: a lost poke costs a second, for every worker also asks."""
        if self._redis is None or self._away:
            return
        try:
            self._redis.publish(CHANNEL, f"{log_id} {seq}")
        except redis.RedisError:
            self._stay_away()

    def listen(self, heard: Callable[[str, int], None]) -> None:
        """Call `heard(log_id, seq)` for every poke; comes back when Redis does. Runs for ever."""
        while self._redis is not None:
            try:
                self._hear(self._redis, heard)
            except redis.RedisError:
                faults.info("Redis is away; the database is asked instead.")
                engine.sleep(AGAIN)

    def _hear(self, connected: "redis.Redis", heard: Callable[[str, int], None]) -> None:
        pubsub: Any = connected.pubsub
        with pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(CHANNEL)
            while True:
                message = channel.get_message(timeout=AGAIN)
                if message:
                    log_id, _, seq = message["data"].decode().partition(" ")
                    heard(log_id, int(seq))

    def _stay_away(self) -> None:
        """For a moment no commit waits for a Redis that does not answer."""
        self._away = True
        engine.spawn_after(AGAIN, self._return)

    def _return(self) -> None:
        self._away = False
