"""How an address is asked for: redirects, proxies, certificates, and addresses that cannot be."""

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.cli.test_addresses import ODD, Answers, Site, served
from typer.testing import Result

Agenda = Callable[..., Result]


class Proxy(Answers):
    """A server that is asked for what lies at others, too."""

    def do_CONNECT(self) -> None:  # noqa: N802 (as the library calls it)
        self.server.asked.append((f"CONNECT {self.path}", dict(self.headers)))
        self.send_error(407)


@pytest.fixture
def site() -> Iterator[Site]:
    with served(Proxy) as server:
        yield server


@pytest.fixture
def address(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Where the server is; what is kept of it is kept for this test."""
    monkeypatch.setenv("AGENDA_CACHE", str(tmp_path / "kept"))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return f"http://127.0.0.1:{site.server_port}"


def title(agenda: Agenda, address: str) -> str:
    found = agenda("list", "-e", address, "--fields", "title")
    return found.stdout.strip() or found.stderr.partition(f"agenda: {address}: ")[2].strip()


@pytest.fixture
def redirects(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def lead(name: str, code: int, location: str) -> None:
        monkeypatch.setitem(ODD, name, lambda it: it.say(code, Location=location))

    return lead


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirect_is_followed_from_any_server_to_a_place_beside(
    code: int, agenda: Agenda, site: Site, address: str, redirects: Callable[..., None]
) -> None:
    redirects("old", code, "new/tides.yaml?word=a b#top")
    url = address.replace("//", "//ann:word@") + "/old.yaml"
    assert agenda("list", "-e", url, "--fields", "title").stdout == "Tides\n"
    assert [path for path, _ in site.asked] == ["/old.yaml", "/new/tides.yaml"]
    assert ["Authorization" in headers for _, headers in site.asked] == [True, False]


def test_redirects_end_after_a_few(agenda: Agenda, site: Site, address: str, redirects: Callable[..., None]) -> None:
    for number in range(9):
        redirects(f"step-{number}", 302, f"/step-{number + 1}")
    assert title(agenda, f"{address}/step-4") == "Tides"
    assert title(agenda, f"{address}/step-3") == ("the server answers 302, and leads in circles or away from the web")
    assert [path for path, _ in site.asked][-2:] == ["/step-7", "/step-8"]


def test_redirect_that_leads_nowhere_is_told(agenda: Agenda, address: str, redirects: Callable[..., None]) -> None:
    redirects("choose", 300, "/tides.yaml")
    assert title(agenda, f"{address}/choose") == "the server answers 300, and leads in circles or away from the web"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("http://[::1/x", "what comes from there is no HTTP"),
        ("http:///x", "no host given"),
        ("http://127.0.0.1:word/x", "what comes from there is no HTTP"),
    ],
)
def test_address_that_cannot_be_asked_is_told(asked: str, told: str, agenda: Agenda, address: str) -> None:
    assert title(agenda, asked) == told
    assert address


def test_proxy_is_asked_for_what_lies_elsewhere(
    agenda: Agenda, site: Site, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", address.replace("//", "//ann:pass%20word@"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert title(agenda, "http://programme.invalid:81/tides.yaml?day=1") == "Tides"
    assert title(agenda, f"{address}/tides.yaml") == "Tides"
    (far, headers), (near, others) = site.asked
    assert (far, headers["Host"]) == ("http://programme.invalid:81/tides.yaml", "programme.invalid:81")
    assert headers["Proxy-Authorization"] == "Basic YW5uOnBhc3Mgd29yZA=="
    assert (near, "Proxy-Authorization" in others) == ("/tides.yaml", False)


def test_proxy_is_asked_for_a_way_to_a_server_whose_words_it_may_not_read(
    agenda: Agenda, site: Site, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", address.replace("http://", ""))
    found = agenda("list", "-e", "https://ann:word@programme.invalid/tides.yaml")
    assert found.stderr.endswith(" 407 proxy authentication required\n")
    ((way, headers),) = site.asked
    assert (way, "Authorization" in headers) == ("CONNECT programme.invalid:443", False)


def test_proxy_of_another_kind_is_not_used(agenda: Agenda, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
    assert title(agenda, f"{address}/tides.yaml") == "the proxy is one of `socks5`; only those of `http` are used"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1 that nobody else has signed, with its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tides")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file = tmp_path_factory.mktemp("certificate") / "own.pem"
    file.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return file


def test_certificate_has_to_be_trusted(
    agenda: Agenda, site: Site, address: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secured = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secured.load_cert_chain(certificate)
    site.socket = secured.wrap_socket(site.socket, server_side=True)
    url = f"{address.replace('http', 'https')}/tides.yaml"
    assert title(agenda, url) == "the certificate of the server is not trusted: self-signed certificate"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert title(agenda, url) == "Tides"
