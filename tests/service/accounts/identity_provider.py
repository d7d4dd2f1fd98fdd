"""An honest identity provider on a port of its own: codes once, PKCE and client checked."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote_plus, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

CLIENT, SECRET = "lontar", "rahasia klien: 100% & unik"
RSA, EC = RSAKey.generate_key(2048, {"kid": "r1"}), ECKey.generate_key("P-256", {"kid": "e1"})
OTHER_RSA = RSAKey.generate_key(2048, {"kid": "r1"})
"""Made once; keys take time."""


@dataclass
class IdentityProvider:
    """What it knows, and what a test makes it say."""

    issuer: str = ""
    keys: list[Any] = field(default_factory=lambda: [RSA, EC])
    signs_with: Any = field(default_factory=lambda: RSA)
    algorithm: str = "RS256"
    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "sub-1"})
    """Of the person who signs in; None takes a claim away."""
    token: Callable[[dict[str, Any]], str] | None = None
    """Makes the token instead, from the claims."""
    described: dict[str, Any] = field(default_factory=dict)
    """Changes of what it says of itself."""
    asked: list[str] = field(default_factory=list)
    browsers_find_us_at: str = ""
    """Where a real browser reaches the server of a test, whatever address that gives out."""
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def person_signs_in(self, address: str) -> dict[str, str]:
        """A browser comes with this address, its person signs in; what it brings back."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert address.startswith(f"{self.issuer}/authorize?")
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        assert asked["code_challenge_method"] == "S256"
        assert len(asked["state"]) >= 43
        assert len(asked["nonce"]) >= 43
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        return {"code": code, "state": asked["state"], "iss": self.issuer}

    def description(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/logout",
            "authorization_response_iss_parameter_supported": True,
        } | self.described

    def answer(self, path: str, sent: dict[str, str], client: str) -> tuple[int, Any]:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return 200, self.description()
        if path == "/keys":
            return 200, KeySet(self.keys).as_dict(private=False)
        if path != "/token" or client != f"{CLIENT}:{SECRET}":
            return 401, {"error": "invalid_client"}
        asked = self._codes.pop(sent.get("code", ""), None)
        verifier = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        if (
            asked is None
            or challenge != asked["code_challenge"]
            or sent["redirect_uri"] != asked["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": asked["nonce"],
        } | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        return 200, {"access_token": "x", "id_token": (self.token or self.signed)(claims)}

    def signed(self, claims: dict[str, Any]) -> str:
        header = {"alg": self.algorithm, "kid": self.signs_with.kid}
        return jwt.encode(header, claims, self.signs_with, algorithms=[self.algorithm])


@contextmanager
def identity_provider() -> Iterator[IdentityProvider]:
    told = IdentityProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/authorize?"):
                brought = urlencode(told.person_signs_in(told.issuer + self.path))
                self.send_response(303)
                self.send_header("location", f"{told.browsers_find_us_at}/masuk/kembali?{brought}")
                self.send_header("content-length", "0")
                self.end_headers()
            else:
                self._answer({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            self._answer({name: values[0] for name, values in parse_qs(body).items()})

        def _answer(self, sent: dict[str, str]) -> None:
            kind, _, pair = self.headers.get("authorization", "").partition(" ")
            client = unquote_plus(base64.b64decode(pair).decode()) if kind == "Basic" else ""
            status, content = told.answer(self.path, sent, client)
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.issuer = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
