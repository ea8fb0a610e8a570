"""A ward's server as a place to read its log from, and the head that is kept between two checks."""

import http.client
import ipaddress
import os
import pathlib
import urllib.error
import urllib.parse
import urllib.request

import tlog
from tlog import Checkpoint, Refused
from trust import check_signatures, read_bytes

_BYTES_MAX = 256 * (2 + 65_535)  # the longest bundle of records
_SECONDS_MAX = 30


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token is for the host that was named and no other."""

    def redirect_request(self, *_):
        return None


def _stays_private(url):
    """May a token go there: through TLS, or without leaving this machine?"""
    host = url.hostname or ""
    try:
        return url.scheme == "https" or host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Source:
    def __init__(self, url, ward, token_file):
        self._base = f"{url.rstrip('/')}/api/v1/wards/{urllib.parse.quote(ward, safe='')}/tlog/"
        self._headers = {"User-Agent": "langnghe_verify"}
        if token_file:
            if not _stays_private(urllib.parse.urlsplit(url)):
                raise Refused("a token is not sent in the clear: use https://")
            token = read_bytes(pathlib.Path(token_file)).decode("ascii", "replace").strip()
            self._headers["Authorization"] = f"Bearer {token}"
        self._opener = urllib.request.build_opener(_NoRedirects)

    def read(self, name):
        try:
            request = urllib.request.Request(self._base + name, headers=self._headers)
            with self._opener.open(request, timeout=_SECONDS_MAX) as answer:
                content = answer.read(_BYTES_MAX + 1)
        except urllib.error.HTTPError as error:
            hint = (" (records need --token-file, or leave them out with --hashes-only)"
                    if error.code in (401, 403) else "")
            raise Refused(f"{name}: the server answers {error.code}{hint}") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused(f"{name}: the server cannot be asked: {error}") from error
        if len(content) > _BYTES_MAX:
            raise Refused(f"{name} is longer than it may be")
        return content


def remember(file, note, checkpoint, leaves, trust):
    """The log must continue the head that is kept, which then gives way to the new one in one step;
    answers what to tell."""
    said = []
    if file.exists():
        old = Checkpoint.parse(read_bytes(file))
        check_signatures(old, trust.of_log_only())
        if old.size > checkpoint.size or tlog.root_of(leaves[:old.size]) != old.root:
            raise Refused(f"the log of {checkpoint.size} entries does not continue the {old.size} of "
                          f"the head in {file}: it was cut or written anew. Keep both")
        said = [f"it continues the {old.size} entries of the check before"]
    new = file.with_name(file.name + ".new")
    try:
        new.write_bytes(note)
        os.replace(new, file)
    except OSError as error:
        raise Refused(f"{file} cannot be written: {error.strerror}") from error
    return said
