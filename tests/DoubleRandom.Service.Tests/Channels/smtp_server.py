"""A real mail server on 127.0.0.1 for the tests: prints its port, then one JSON line per accepted message; ends with its standard input.

usage: smtp_server.py (plain|starttls|implicit) [certificate key]
Accounts: notice / 口令-1. Recipients starting with "busy" get 451, with "gone" 550; a subject "later"/"never" fails after DATA.
"""
import asyncio
import json
import ssl
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult


class Letterbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("busy"):
            return "451 4.7.1 greylisted, come back later"
        if address.startswith("gone"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=policy.default)
        if mail["subject"] == "later":
            return "452 4.3.1 disk full"
        if mail["subject"] == "never":
            return "554 5.7.1 looks like spam"
        print(json.dumps({
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None, "user": bool(session.authenticated),
            "headers": {name.lower(): str(value) for name, value in mail.items()},
            "body": mail.get_content(), "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
            "defects": [str(d) for d in mail.defects] + [str(d) for v in mail.values() for d in getattr(v, "defects", [])],
        }), flush=True)
        return "250 OK queued"


def sign_in(server, session, envelope, mechanism, data):
    good = data.login == b"notice" and data.password == "口令-1".encode()
    return AuthResult(success=good, handled=good)


async def main(mode, certificate=None, key=None):
    tls = None
    if certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate, key)
    starttls = mode == "starttls"

    def session():
        return SMTP(Letterbox(), hostname="mail.test", tls_context=tls if starttls else None, require_starttls=starttls,
                    authenticator=sign_in, auth_required=starttls, auth_require_tls=starttls,
                    auth_exclude_mechanism=["PLAIN"] if mode == "implicit" else [])

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0, ssl=tls if mode == "implicit" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main(*sys.argv[1:]))
