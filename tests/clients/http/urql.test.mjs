// urql: GET for queries, POST for mutations.

import assert from "node:assert/strict";
import test from "node:test";
import { Client, fetchExchange } from "@urql/core";
import { CREATE, GOOD, HALF, ORGANIZATIONS, draft } from "../support/documents.mjs";
import { editor, freshName, recorder, url } from "../support/server.mjs";

const connect = (headers = {}) => {
  const { exchanges, fetch } = recorder();
  const client = new Client({ url, fetch, exchanges: [fetchExchange], fetchOptions: { headers } });
  return { client, exchanges };
};

test("urql: queries go by GET, with their variables in the address", async () => {
  const { client, exchanges } = connect();
  const { data, error } = await client.query(GOOD, { slug: "openimis" });
  assert.equal(error, undefined);
  assert.equal(data.globalGood.name, "openIMIS");
  assert.equal(exchanges[0].method, "GET");
  assert.ok(new URL(exchanges[0].address).searchParams.get("variables").includes("openimis"));
});

test("urql: pages follow each other without a gap", async () => {
  const { client, exchanges } = connect();
  const page = async (first, after) =>
    (await client.query(ORGANIZATIONS, { first, after })).data.organizations.edges.map(({ cursor }) => cursor);
  const whole = await page(20, null);
  const first = await page(10, null);
  const second = await page(10, first.at(-1));
  assert.deepEqual([...first, ...second], whole);
  assert.ok(exchanges.every(({ method }) => method === "GET"));
});

test("urql: half an answer comes with the error of the other half", async () => {
  const { data, error } = await connect().client.query(HALF);
  assert.equal(data.whole.name, "OpenLMIS");
  assert.equal(error.graphQLErrors[0].extensions.code, "BAD_USER_INPUT");
});

test("urql: a mutation with a token goes by POST and is stored", async () => {
  const { client, exchanges } = connect(editor);
  const name = freshName("urql");
  const { data, error } = await client.mutation(CREATE, draft(name));
  assert.equal(error, undefined);
  assert.equal(data.createOrganization.organization.name, name);
  assert.equal(exchanges[0].method, "POST");
  const again = await client.query("query Again($id: ID!) { node(id: $id) { id ... on Organization { name } } }", {
    id: data.createOrganization.organization.id,
  });
  assert.equal(again.data.node.name, name);
  assert.equal(exchanges[1].method, "GET");
});

test("urql: a refused mutation tells its code", async () => {
  const { error } = await connect().client.mutation(CREATE, draft(freshName("urql")));
  assert.equal(error.graphQLErrors[0].extensions.code, "UNAUTHENTICATED");
});
