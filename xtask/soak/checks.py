"""How generated documents are sent, how their answers are judged, and what is kept of each.

A refusal is an answer like another: whoever asks for what is not there, not theirs or too much is told
so by a code of the closed list in the contract. What must never be: a failure of the server itself, an
error without a code of that list, an answer that is no JSON, and an answer that takes too long.
"""

import json
import os
import re
import threading
import time
import urllib.error
import urllib.request
import zlib

import schemathesis
from hypothesis import strategies
from schemathesis.graphql import nodes

# What a client did wrong, or cannot have. The others of `ErrorCode` say that the server failed.
REFUSALS = {
    "BAD_USER_INPUT",
    "CONFLICT",
    "FORBIDDEN",
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "NOT_FOUND",
    "PERSISTED_QUERY_NOT_FOUND",
    "RATE_LIMITED",
    "TOO_COSTLY",
    "UNAUTHENTICATED",
}
ORIGIN = os.environ["SOAK_ORIGIN"]
SLOWEST = float(os.environ["SOAK_SLOWEST_SECONDS"])
KEPT = open(os.environ["SOAK_KEPT"], "a", encoding="utf-8")
TURN = threading.Lock()

# Ids of records that there are, so that documents come past their arguments.
with open(os.environ["SOAK_IDS"], encoding="utf-8") as lines:
    IDS = lines.read().split()
PAGE = re.compile(r"\bfirst: -?\d+")
ID = re.compile(r"\b(id|[a-z]+Id|engagement|stakeholder|community|subject|source|target|relationship|node): \"(?:[^\"\\]|\\.)*\"")


# A date of each precision, and now and then something that is none.
DATES = strategies.dates().flatmap(
    lambda day: strategies.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}", f"{day:%d.%m.%Y}"])
)
schemathesis.graphql.scalar("PartialDate", DATES.map(nodes.String))


class Session:
    """Somebody signed in by a link of the demo, for as long as the run takes."""

    LASTS = 240

    def __init__(self, link):
        self.access, self.cookie = self.ask("link", {"token": link}, None)
        self.since = time.monotonic()

    def authorization(self):
        with TURN:
            if time.monotonic() - self.since > self.LASTS:
                self.access, self.cookie = self.ask("refresh", {}, self.cookie)
                self.since = time.monotonic()
            return f"Bearer {self.access}"

    @staticmethod
    def ask(route, body, cookie):
        headers = {"content-type": "application/json", "x-banyan": "1"}
        if cookie:
            headers["cookie"] = cookie
        request = urllib.request.Request(f"{ORIGIN}/auth/{route}", json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            cookie = answer.headers["set-cookie"].split(";")[0]
            return json.load(answer)["accessToken"], cookie


SESSION = Session(os.environ["SOAK_LINK"]) if os.environ.get("SOAK_LINK") else None


@schemathesis.hook
def before_call(context, case, kwargs):
    """Signs the request, and gives three of four documents pages of a size that there is, and ids of
    something that there is."""
    if SESSION:
        case.headers["Authorization"] = SESSION.authorization()
    drawn = zlib.crc32(case.body.encode("utf-8", "replace"))
    if drawn % 4:
        ids = iter(range(drawn, drawn + 7919 * 1000, 7919))
        document = PAGE.sub(f"first: {1 + drawn % 20}", case.body)
        case.body = ID.sub(lambda found: f'{found[1]}: "{IDS[next(ids) % len(IDS)]}"', document)


@schemathesis.check
def answers_as_promised(context, response, case):
    seconds = response.elapsed if isinstance(response.elapsed, float) else response.elapsed.total_seconds()
    fault, codes = judge(response)
    if fault is None and seconds > SLOWEST:
        # Once more, so that a machine that was busy for a moment is not taken for a slow answer.
        again = send_again(case)
        seconds = min(seconds, again)
        if again > SLOWEST:
            fault = f"took {seconds:.2f} s, twice"
    kept = {"codes": codes, "seconds": seconds, "operation": case.operation.label, "fault": fault}
    if fault is not None:
        kept["document"] = case.body
    with TURN:
        KEPT.write(json.dumps(kept, default=str) + "\n")
        KEPT.flush()
    assert fault is None, fault


def send_again(case):
    """How long the same document takes now."""
    headers = {"content-type": "application/json", **({"authorization": SESSION.authorization()} if SESSION else {})}
    request = urllib.request.Request(f"{ORIGIN}/graphql", json.dumps({"query": case.body}).encode(), headers)
    started = time.monotonic()
    try:
        urllib.request.urlopen(request, timeout=30).read()
    except urllib.error.HTTPError as refused:
        refused.read()
    return time.monotonic() - started


def judge(response):
    """What is wrong with an answer, if anything, and the codes of its errors."""
    if response.status_code >= 500:
        return f"status {response.status_code}", [str(response.status_code)]
    try:
        answer = json.loads(response.content)
    except ValueError:
        return "the answer is no JSON", ["no JSON"]
    errors = answer.get("errors") or []
    codes = [(error.get("extensions") or {}).get("code") or "none" for error in errors]
    foreign = [code for code in codes if code not in REFUSALS]
    if foreign:
        return f"failed with {foreign[0]}: {errors[codes.index(foreign[0])].get('message')}", codes
    if not errors and not isinstance(answer.get("data"), dict):
        return "neither data nor errors", ["empty"]
    return None, codes
