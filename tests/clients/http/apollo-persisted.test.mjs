// Apollo Client with automatic persisted queries: documents go by their hash.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { freshName, recorder, url } from "../support/server.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

const connect = (options = {}) => {
  const { exchanges, fetch } = recorder();
  const link = ApolloLink.from([new PersistedQueryLink({ sha256, ...options }), new HttpLink({ uri: url, fetch })]);
  return { client: new ApolloClient({ link, cache: new InMemoryCache() }), exchanges };
};

// A document that nobody has sent before: its name is part of its text.
const fresh = () =>
  gql(`query ${freshName("Persisted").replaceAll(" ", "_")} { globalGood(by: { slug: "openlmis" }) { id name } }`);

test("Apollo, persisted: the text is asked for once, and then never again", async () => {
  const query = fresh();
  const first = connect();
  assert.equal((await first.client.query({ query })).data.globalGood.name, "OpenLMIS");
  const [unknown, told] = first.exchanges;
  assert.equal(unknown.asked.query, undefined);
  assert.equal(unknown.answer.errors[0].message, "PersistedQueryNotFound");
  assert.equal(unknown.answer.errors[0].extensions.code, "PERSISTED_QUERY_NOT_FOUND");
  assert.ok(told.asked.query.includes("globalGood"));
  const second = connect();
  assert.equal((await second.client.query({ query })).data.globalGood.name, "OpenLMIS");
  assert.equal(second.exchanges.length, 1);
  assert.equal(second.exchanges[0].asked.query, undefined);
});

test("Apollo, persisted: hashes go by GET, so that they are short addresses", async () => {
  const query = fresh();
  const { client, exchanges } = connect({ useGETForHashedQueries: true });
  const ask = () => client.query({ query, fetchPolicy: "no-cache" });
  assert.equal((await ask()).data.globalGood.name, "OpenLMIS");
  assert.equal((await ask()).data.globalGood.name, "OpenLMIS");
  const last = exchanges.at(-1);
  assert.equal(last.method, "GET");
  assert.equal(new URL(last.address).searchParams.has("query"), false);
});
