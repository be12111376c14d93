"""What a server process costs, as the system tells it."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Reading:
    at: float
    cpu: float  # seconds

    def share(self, later: "Reading") -> float:
        """Of one core, between this reading and a later one."""
        return (later.cpu - self.cpu) / (later.at - self.at)


def read(pid: int) -> Reading:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return Reading(time.monotonic(), (int(fields[11]) + int(fields[12])) / TICKS)


def memory(pid: int) -> float:
    """Resident megabytes."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def quantile(values: list[float], share: float) -> float:
    """In milliseconds."""
    ordered = sorted(values)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def line(name: str, values: list[float]) -> str:
    found = "  ".join(
        f"p{int(share * 100)} {quantile(values, share):7.1f} ms" for share in (0.5, 0.99)
    )
    return f"  {name:<34} {found}   of {len(values)}"
