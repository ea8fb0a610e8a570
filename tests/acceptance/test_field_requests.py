"""Requests as browsers, phones, proxies and scanners really send them, byte for byte."""

import socket
import unittest

from ward import ROOT, Client, World, fresh_key

CASES = ROOT / "tests/data/field_cases/http"
NINE = 9
OF_ONE_ADDRESS = 64  # failed sign-ins within the window


def exchange(port, head):
    """Sends the bytes; answers (status, head, body) of what came until the end."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(head)
        received = b""
        while piece := connection.recv(65536):
            received += piece
    top, _, body = received.partition(b"\r\n\r\n")
    return int(top.split()[1]), top.decode(), body


class FieldRequests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.officer = cls.world.as_user("cchc_officer")

    def send(self, name, **values):
        text = (CASES / name).read_bytes().decode()
        for key, value in {"token": self.officer.token, "key": fresh_key(), **values}.items():
            text = text.replace("{" + key + "}", value)
        data = text.encode()
        if b"Connection: close" not in data:
            data = data.replace(b"Host: localhost\r\n", b"Host: localhost\r\nConnection: close\r\n")
        return exchange(self.world.server.port, data)

    def recorded(self):
        issue = fresh_key()
        done = self.officer.post(f"issues/{issue}/record", {
            "channel": "letter", "khom": "tan-my", "received": "2021-12-20",
            "subject": "Đèn đường hư", "field": "LIGHTING"})
        self.assertEqual(201, done.status, done.bytes)
        return issue

    def test_a_tag_that_a_proxy_weakened(self):
        status, _, body = self.send("if-match-weak.http", issue=self.recorded())
        self.assertEqual(200, status, body)

    def test_a_refused_language(self):
        status, head, body = self.send("accept-language-vi-refused.http")
        self.assertEqual(404, status)
        self.assertIn("content-language: en", head.lower())
        self.assertIn(b"Nothing is at this address", body)

    def test_an_empty_line_before_the_request(self):
        self.assertEqual(200, self.send("empty-line-before-the-request.http")[0])

    def test_options_of_the_server(self):
        self.assertEqual(204, self.send("options-asterisk.http")[0])

    def test_a_part_of_a_recording(self):
        content = b"ID3\x04" + bytes(range(256)) * 40
        stored = self.officer.request("POST", "attachments", content,
                                      {"Content-Type": "audio/mpeg"})
        self.assertEqual(201, stored.status, stored.bytes)
        status, head, body = self.send("audio-range.http", hash=stored.json["attachment"])
        self.assertEqual((206, content[:2]), (status, body))
        self.assertIn(f"content-range: bytes 0-1/{len(content)}", head.lower())
        self.assertIn("accept-ranges: bytes", head.lower())

    def test_a_scan_with_a_byte_order_mark(self):
        content = (CASES / "scan-with-byte-order-mark.pdf").read_bytes()
        stored = self.officer.request("POST", "attachments", content,
                                      {"Content-Type": "application/pdf"})
        self.assertEqual(201, stored.status, stored.bytes)
        back = self.officer.get(f"attachments/{stored.json['attachment']}")
        self.assertEqual((content, "application/pdf"), (back.bytes, back.headers["content-type"]))

    def test_a_form_of_a_browser(self):
        issue = self.recorded()
        self.assertEqual(200, self.officer.get(
            f"issues/{issue}?purpose=Giao+th%C3%B4ng+b%C3%A1o").status)
        self.assertEqual(200, self.officer.get(
            "issues?as_of=2021-06-01T08:00:00+07:00").status)


def sign_in(world, user, password, address):
    return Client(world.server.port).request(
        "POST", "session", {"user": user, "password": password},
        {"X-Forwarded-For": address}).status


class TrustedProxy(unittest.TestCase):
    """Behind a proxy that is named, slips of some do not lock the others out."""

    @classmethod
    def setUpClass(cls):
        cls.world = World("--trusted-proxy", "127.0.0.1")
        cls.addClassCleanup(cls.world.close)

    def test_slips_of_nine_people_do_not_lock_out_a_tenth(self):
        for slip in range(NINE):
            self.assertEqual(401, sign_in(self.world, f"nobody-{slip}", "sai hoàn toàn",
                                          f"198.51.100.{slip + 1}"))
        lines = (self.world.data / "demonstration-sign-ins.txt").read_text().splitlines()
        password = next(word for line in lines if "clerk" in line.split()
                        for word in [line.split()[-1]])
        self.assertEqual(200, sign_in(self.world, "clerk", password, "203.0.113.9"))

    def test_an_address_that_guesses_is_stopped_and_another_is_not(self):
        tried = [sign_in(self.world, f"ghost-{n}", "sai hoàn toàn", "192.0.2.1")
                 for n in range(OF_ONE_ADDRESS + 2)]
        self.assertEqual(429, tried[-1])
        self.assertEqual(401, sign_in(self.world, "ghost-x", "sai hoàn toàn", "192.0.2.2"))


class Stranger(unittest.TestCase):
    """Without such a setting an address that is only claimed changes nothing."""

    def test_forged_addresses_do_not_pass_the_limit(self):
        world = World()
        self.addCleanup(world.close)
        tried = [sign_in(world, f"ghost-{n}", "sai hoàn toàn", f"192.0.2.{n + 1}") for n in range(OF_ONE_ADDRESS + 2)]
        self.assertEqual(429, tried[-1])


if __name__ == "__main__":
    unittest.main()
