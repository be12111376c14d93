"""The addresses that people in the room can reach: never localhost, if there is any other."""

import ipaddress
import socket

import ifaddr

from workshop.config import Config

LOCAL_ONLY = "localhost"
NOT_THE_ROOM = ("docker", "br-", "veth", "virbr", "vmnet", "tun", "utun", "tailscale")


def addresses(config: Config) -> list[str]:
    """Where this server answers, the likeliest first; the public address alone, if it is set.

    One entry with localhost says that the machine has no other address.
    """
    if config.public_url:
        return [config.public_url]
    listened = config.host.strip("[]")
    hosts = machine_hosts() if listened in ("0.0.0.0", "::", "") else [listened]  # noqa: S104
    shown = [host for host in hosts if not is_local(host)] or [LOCAL_ONLY]
    return [f"http://{_bracketed(host)}:{config.port}" for host in shown]


def is_local(host: str) -> bool:
    """Whether a host, as in a request's Host, means only the machine that says it."""
    name = host if host.count(":") > 1 and "]" not in host else host.rsplit(":", 1)[0]
    name = name.strip("[]").lower()
    if name == LOCAL_ONLY or name.endswith(".localhost"):
        return True
    try:
        ip = ipaddress.ip_address(name)
    except ValueError:
        return False
    return ip.is_loopback or ip.is_unspecified


def is_local_only(address: str) -> bool:
    return is_local(address.split("://", 1)[-1])


def machine_hosts() -> list[str]:
    """Every address of the machine that others may reach, the one of the way out first."""
    found = [
        (adapter.name.startswith(NOT_THE_ROOM), ip.is_IPv6, host)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if _reachable(host := ip.ip if isinstance(ip.ip, str) else ip.ip[0])
    ]
    way_out = _way_out()
    ordered = sorted(found, key=lambda it: (it[2] != way_out, it[0], it[1]))
    return [host for _, _, host in ordered]


def _reachable(host: str) -> bool:
    ip = ipaddress.ip_address(host.split("%", maxsplit=1)[0])
    return not (ip.is_loopback or ip.is_link_local or ip.is_multicast)


def _way_out() -> str:
    """The address that the machine would speak from; nothing is sent (192.0.2.1 is for examples)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
