"""gql, Python's client: with the schema that it asks the server for, by both of its transports."""

import asyncio
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.requests import RequestsHTTPTransport
from graphql import build_schema, lexicographic_sort_schema, print_type
from graphql.error import GraphQLError

URL = os.environ["BANYAN_URL"] + "/graphql"
EDITOR = {"Authorization": "Bearer " + os.environ["BANYAN_TOKEN"]}
CONTRACT = Path(__file__).parents[3] / "schema.graphql"

DOWNLOAD = ["input_value_deprecation:false", "input_object_one_of:true"]

ORGANIZATIONS = gql(
    """query Organizations($first: Int!, $after: String) {
      organizations(first: $first, after: $after) {
        totalCount nodes { id name } pageInfo { hasNextPage endCursor }
      }
    }"""
)
CREATE = gql(
    """mutation Create($input: CreateOrganizationInput!) {
      createOrganization(input: $input) { organization { id name } }
    }"""
)


def connect(headers=None, **options):
    return Client(transport=RequestsHTTPTransport(url=URL, headers=headers), **options)


# Types of `extensions`, which the contract tells and no field leads to.
BESIDE = {"Costliest", "ErrorCode", "ErrorExtensions", "Refusal", "RefusalCode"}


def definitions(text):
    """What a schema defines, by name, whatever its order."""
    schema = lexicographic_sort_schema(build_schema(text))
    # What an interface implements is not told by introspection, only by the contract.
    printed = {name: print_type(kind).replace("interface Stakeholder implements Node", "interface Stakeholder")
               for name, kind in schema.type_map.items()}
    return {name: definition for name, definition in printed.items() if name not in BESIDE}


class PythonGql(unittest.TestCase):
    def test_documents_are_checked_by_the_schema_that_the_server_tells(self):
        client = connect(fetch_schema_from_transport=True)
        good = gql('{ globalGood(by: { slug: "openlmis" }) { name } }')
        self.assertEqual(client.execute(good), {"globalGood": {"name": "OpenLMIS"}})
        with self.assertRaises(GraphQLError):
            client.execute(gql("{ nowhere }"))

    def test_the_printed_schema_is_the_contract(self):
        tool = Path(sys.executable).with_name("gql-cli")
        printed = subprocess.run(
            [tool, URL, "--print-schema", "--schema-download", *DOWNLOAD],
            capture_output=True, text=True, check=True, timeout=60,
        )
        told, committed = definitions(printed.stdout), definitions(CONTRACT.read_text())
        self.assertEqual(told.keys(), committed.keys())
        for name, definition in committed.items():
            self.assertEqual(told[name], definition)

    def test_a_list_is_paged_through_to_its_end(self):
        client, found, after = connect(), set(), None
        while True:
            ORGANIZATIONS.variable_values = {"first": 40, "after": after}
            page = client.execute(ORGANIZATIONS)["organizations"]
            found.update(node["id"] for node in page["nodes"])
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
        self.assertEqual(len(found), page["totalCount"])
        self.assertGreater(len(found), 40)

    def test_errors_carry_their_code(self):
        ORGANIZATIONS.variable_values = {"first": 0}
        with self.assertRaises(TransportQueryError) as caught:
            connect().execute(ORGANIZATIONS)
        extensions = caught.exception.errors[0]["extensions"]
        self.assertEqual(extensions["code"], "BAD_USER_INPUT")
        self.assertEqual(extensions["refusals"][0]["field"], "first")

    def test_a_mutation_with_a_token_is_stored(self):
        name = f"gql {os.getpid()} {time.time_ns()}"
        CREATE.variable_values = {"input": {"nameEn": name, "organizationType": "ASSOCIATION"}}
        with self.assertRaises(TransportQueryError) as caught:
            connect().execute(CREATE)
        self.assertEqual(caught.exception.errors[0]["extensions"]["code"], "UNAUTHENTICATED")
        created = connect(EDITOR).execute(CREATE)["createOrganization"]["organization"]
        self.assertEqual(created["name"], name)

    def test_the_asynchronous_transport_is_answered_as_well(self):
        async def ask():
            async with Client(transport=AIOHTTPTransport(url=URL, headers=EDITOR)) as session:
                return await session.execute(gql("{ me { memberships { role } } }"))

        roles = [held["role"] for held in asyncio.run(ask())["me"]["memberships"]]
        self.assertIn("EDITOR", roles)


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(PythonGql)
    outcome = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(outcome.failures) + len(outcome.errors)
    word = "ok" if outcome.wasSuccessful() and outcome.testsRun else "FAILED"
    print(f"test result: {word}. {outcome.testsRun - failed} passed; {failed} failed")
    sys.exit(0 if word == "ok" else 1)
