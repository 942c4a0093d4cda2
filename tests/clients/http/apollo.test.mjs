// Apollo Client, with its cache, and with documents sent by their hash.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { CREATE, GOOD, HALF, ORGANIZATIONS, RENAME, draft } from "../support/documents.mjs";
import { editor, freshName, recorder, url } from "../support/server.mjs";

const connect = (headers = {}, ...before) => {
  const { exchanges, fetch } = recorder();
  const cache = new InMemoryCache({
    typePolicies: { Query: { fields: { organizations: relayStylePagination() } } },
  });
  const link = ApolloLink.from([...before, new HttpLink({ uri: url, fetch, headers })]);
  return { client: new ApolloClient({ link, cache }), exchanges };
};

test("Apollo: what was asked once comes from the cache the second time", async () => {
  const { client, exchanges } = connect();
  const ask = () => client.query({ query: gql(GOOD), variables: { slug: "openlmis" } });
  assert.equal((await ask()).data.globalGood.name, "OpenLMIS");
  assert.equal((await ask()).data.globalGood.name, "OpenLMIS");
  assert.equal(exchanges.length, 1);
  assert.ok(exchanges[0].asked.extensions.clientLibrary, "and what it says of itself is no hindrance");
});

test("Apollo: fetchMore joins pages into one list", async () => {
  const { client } = connect();
  const options = { query: gql(ORGANIZATIONS), variables: { first: 20 } };
  const { data } = await client.query(options);
  const watched = client.watchQuery(options);
  const subscription = watched.subscribe(() => {});
  await watched.fetchMore({ variables: { after: data.organizations.pageInfo.endCursor } });
  subscription.unsubscribe();
  const { organizations } = client.readQuery(options);
  assert.equal(organizations.edges.length, 40);
  assert.equal(new Set(organizations.edges.map(({ node }) => node.id)).size, 40);
});

test("Apollo: half an answer comes with the error of the other half", async () => {
  const { client } = connect();
  const { data, error } = await client.query({ query: gql(HALF), errorPolicy: "all" });
  assert.equal(data.whole.name, "OpenLMIS");
  assert.ok(CombinedGraphQLErrors.is(error));
  assert.equal(error.errors[0].extensions.code, "BAD_USER_INPUT");
});

test("Apollo: a mutation's answer is what the cache shows from then on", async () => {
  const { client } = connect(editor);
  const name = freshName("Apollo");
  const created = await client.mutate({ mutation: gql(CREATE), variables: draft(name) });
  const { organization } = created.data.createOrganization;
  const input = { id: organization.id, nameEn: `${name}, renamed`, expectedVersion: organization.version };
  await client.mutate({ mutation: gql(RENAME), variables: { input } });
  const kept = client.readFragment({
    id: client.cache.identify(organization),
    fragment: gql("fragment Kept on Organization { name version }"),
  });
  assert.equal(kept.name, `${name}, renamed`);
  assert.ok(kept.version > organization.version);
  await assert.rejects(client.mutate({ mutation: gql(RENAME), variables: { input } }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    return error.errors[0].extensions.code === "CONFLICT";
  });
});
