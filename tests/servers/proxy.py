"""A small TCP proxy that makes a bad network between a client and a server, on loopback."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, Literal

Mode = Literal["pass", "cut", "blackhole"]
CHUNK = 65536


class Proxy:
    """Stands before `target`; `delay` seconds are added each way.

    mode "pass" carries everything; "cut" drops what is open and refuses what comes; "blackhole"
    keeps connections open and carries nothing, and what was held goes on when it ends.
    """

    def __init__(self, target: int, delay: float = 0.0) -> None:
        self.target = target
        self.delay = delay
        self.port = 0
        self._flows: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._run(self._open())

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def mode(self) -> Mode:
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._run(self._change(mode))

    def stop(self) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _open(self) -> None:
        self._carrying = asyncio.Event()
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        await self._change("pass")

    async def _change(self, mode: Mode) -> None:
        self._mode: Mode = mode
        if mode == "blackhole":
            self._carrying.clear()
        else:
            self._carrying.set()
        if mode == "cut":
            await self._drop_all()

    async def _close(self) -> None:
        self._server.close()
        await self._drop_all()

    async def _drop_all(self) -> None:
        for flow in list(self._flows):
            flow.cancel()
        await asyncio.gather(*self._flows, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        flow = asyncio.ensure_future(self._carry_both(reader, writer))
        self._flows.add(flow)
        flow.add_done_callback(self._flows.discard)

    async def _carry_both(
        self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter
    ) -> None:
        to_server: asyncio.StreamWriter | None = None
        try:
            await self._carrying.wait()
            if self._mode == "cut":
                return
            server, to_server = await asyncio.open_connection("127.0.0.1", self.target)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._carry(client, to_server))
                both.create_task(self._carry(server, to_client))
            to_client.close()
            to_server.close()
        except* OSError:
            pass  # the server is down, or one side was reset: the other learns it by the abort
        finally:
            for writer in (to_client, to_server):
                if writer is not None and not writer.is_closing():
                    writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass chunks on in order, each `delay` after it came, the end of the stream among them."""
        late: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        async with asyncio.TaskGroup() as both:
            both.create_task(self._read(reader, late))
            both.create_task(self._write(late, writer))

    async def _read(
        self, reader: asyncio.StreamReader, late: "asyncio.Queue[tuple[float, bytes]]"
    ) -> None:
        while data := await reader.read(CHUNK):
            late.put_nowait((self._loop.time() + self.delay, data))
        late.put_nowait((self._loop.time() + self.delay, b""))

    async def _write(
        self, late: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter
    ) -> None:
        while True:
            due, data = await late.get()
            await asyncio.sleep(due - self._loop.time())
            await self._carrying.wait()
            if not data:
                writer.write_eof()
                return
            writer.write(data)
            await writer.drain()
