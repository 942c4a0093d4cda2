"""How answers to generated documents are judged, and what is kept of each for the soak's table.

A refusal is an answer like another: whoever asks for what is not there, not theirs or too much is told
so by a code of the closed list in the contract. What must never be: a failure of the server itself, an
error without a code of that list, an answer that is no JSON, and an answer that takes too long.
"""

import json
import os
import re
import threading
import zlib

import schemathesis

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
SLOWEST = float(os.environ["SOAK_SLOWEST_SECONDS"])
KEPT = open(os.environ["SOAK_KEPT"], "a", encoding="utf-8")
TURN = threading.Lock()


# Ids of records that there are, a line each, so that documents come past their arguments.
with open(os.environ["SOAK_IDS"], encoding="utf-8") as lines:
    IDS = [line.strip() for line in lines if line.strip()]
PAGE = re.compile(r"\bfirst: -?\d+")
ID = re.compile(r"\b(id|engagement|stakeholder|community|subject|source|target|relationship|node): \"[^\"]*\"")


@schemathesis.hook
def before_call(context, case, kwargs):
    """Three of four documents get pages of a size that there is, and ids of something that there is."""
    document = case.body
    drawn = zlib.crc32(document.encode("utf-8", "replace"))
    if drawn % 4 == 0:
        return
    document = PAGE.sub(f"first: {1 + drawn % 20}", document)
    for turn in range(len(ID.findall(document))):
        chosen = IDS[(drawn + turn * 7919) % len(IDS)]
        document = replace_nth(document, turn, chosen)
    case.body = document


def replace_nth(document, turn, chosen):
    found = list(ID.finditer(document))[turn]
    return f'{document[: found.start()]}{found[1]}: "{chosen}"{document[found.end() :]}'


@schemathesis.check
def answers_as_promised(context, response, case):
    seconds = response.elapsed if isinstance(response.elapsed, float) else response.elapsed.total_seconds()
    fault, codes = judge(response)
    if fault is None and seconds > SLOWEST:
        fault = f"took {seconds:.2f} s"
    kept = {"codes": codes, "seconds": seconds, "operation": case.operation.label, "fault": fault}
    if fault is not None:
        kept["document"] = case.body
    with TURN:
        KEPT.write(json.dumps(kept, default=str) + "\n")
        KEPT.flush()
    assert fault is None, fault


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
