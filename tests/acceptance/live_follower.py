"""One reader of the live stream."""

import http.client
import json
import socket

from ward import BASE

PATIENCE = 60


class Follower:
    """One connection to the stream, as a browser's EventSource reads it."""

    def __init__(self, port, token, last=None, query=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        headers = {"Authorization": f"Bearer {token}"}
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        self.connection.request("GET", f"{BASE}live{query}", headers=headers)
        self.response = self.connection.getresponse()
        self.status = self.response.status

    def events(self):
        """(id, name, data) of each event, until the server ends the stream; heartbeats are named `:`."""
        last, name, data = None, None, None
        while line := self.response.readline():
            text = line.decode().rstrip("\n")
            if text.startswith(":"):
                yield last, ":", None
            elif text.startswith("id: "):
                last = int(text[4:])
            elif text.startswith("event: "):
                name = text[7:]
            elif text.startswith("data: "):
                data = json.loads(text[6:])
            elif text == "" and name is not None:
                yield last, name, data
                name, data = None, None

    def cut(self):
        self.connection.sock and self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.response.close()
        self.connection.close()


def follow(port, token, seen, last, is_over):
    """Adds the positions after `last` to `seen` on one connection, which is cut once `is_over`; answers the last that came."""
    follower = Follower(port, token, last)
    assert follower.status == 200, follower.status
    for position, name, data in follower.events():
        if name == "record":
            assert position == data["position"], (position, data)
            seen.append(position)
            last = position
        if is_over():
            break
    follower.cut()
    return last
