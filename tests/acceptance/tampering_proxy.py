"""A proxy on the loopback between a verifier and a real server, which may lie about any answer; with
a certificate of its own where it is to speak TLS."""

import datetime
import http.client
import http.server
import ipaddress
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Proxy:
    """`lie(path, status, body)` answers the status and body that are handed on; the paths that were
    asked for are in `asked`."""

    def __init__(self, port, lie=None, tls=None):
        self.asked = []
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                proxy.asked.append(self.path)
                upstream = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                token = self.headers.get("Authorization")
                upstream.request("GET", proxy.rewritten(self.path), headers={
                    "Authorization": token} if token else {})
                answer = upstream.getresponse()
                status, body = answer.status, answer.read()
                upstream.close()
                if proxy.lie:
                    status, body = proxy.lie(self.path, status, body)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                for name, value in proxy.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.lie = lie
        self.rewritten = lambda path: path
        self.headers = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # a client that hangs up is no finding
        self.scheme = "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True,
                                                     do_handshake_on_connect=False)
            self.scheme = "https"
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def port(self):
        return self.server.server_address[1]

    def url(self, host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def flip(body, at, bit=0):
    changed = bytearray(body)
    changed[at] ^= 1 << bit
    return bytes(changed)


def make_certificate(file, names=(), addresses=()):
    """A certificate that vouches for itself, with its key, in one file: its own authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Phường thử")])
    now = datetime.datetime.now(datetime.timezone.utc)
    alternatives = [x509.DNSName(each) for each in names]
    alternatives += [x509.IPAddress(ipaddress.ip_address(each)) for each in addresses]
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name)
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(hours=1))
            .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256()))
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption()))
    return file
