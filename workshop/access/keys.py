"""What the server's secret makes: keys of workshops, names of participants, proofs for forms.

Each use has a word of its own in front, so that no value made for one place opens another.
"""

import base64
import hashlib
import hmac
import secrets

KEY_BYTES = 16  # 128 bits


def digest(text: str) -> str:
    """What is stored in place of a key: SHA-256 in hex; the key itself has 128 random bits."""
    return hashlib.sha256(text.encode()).hexdigest()


class Keys:
    """Derivations from one secret (HMAC-SHA256)."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def facilitator(self, op: str = "") -> str:
        """The facilitator's key: the same for the same `op`, random without one (rule H1)."""
        raw = self._made("facilitator", op)[:KEY_BYTES] if op else secrets.token_bytes(KEY_BYTES)
        return _text(raw)

    def create_hash(self, op: str) -> str:
        """What is kept of the `op` that made a workshop, so that a retry finds it again."""
        return self._made("create", op).hex() if op else ""

    def workshop(self, op: str = "") -> str:
        """A workshop's id: 32 hexadecimal signs."""
        return self._made("workshop", op).hex()[:32] if op else secrets.token_hex(16)

    def board(self, workshop: str, boards: int = 0) -> str:
        """The key for boards; another one each time that they have been shut out."""
        again = [str(boards)] if boards else []
        return _text(self._made("board", workshop, *again)[:KEY_BYTES])

    def invite(self, workshop: str, invites: int = 0) -> str:
        """Opens a workshop to those who take part from elsewhere, or before the meeting, without a code."""
        again = [str(invites)] if invites else []
        return _text(self._made("invite", workshop, *again)[:KEY_BYTES])

    def results(self, workshop: str, links: int = 0) -> str:
        """Opens the results to whoever has the link; another one each time that a link was ended."""
        return _text(self._made("results", workshop, str(links))[:KEY_BYTES])

    def participant(self, workshop: str, role: str, op: str = "") -> str:
        """A person's id in one workshop; the same `op` finds the same person (rule H2)."""
        return self._made("person", workshop, role, op).hex()[:32] if op else secrets.token_hex(16)

    def form(self, workshop: str, actor: str, role: str) -> str:
        """The CSRF token of one person's pages."""
        return _text(self._made("form", workshop, actor, role)[:KEY_BYTES])

    def cookies(self) -> bytes:
        """What signs the short-lived cookies of forms."""
        return self._made("cookies")

    def _made(self, *words: str) -> bytes:
        return hmac.digest(self._secret, "\0".join(words).encode(), "sha256")


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
