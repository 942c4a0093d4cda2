// Relay: compiled from the contract alone, then run: pages join in its store, and a record is asked
// for again by its id.

import assert from "node:assert/strict";
import test from "node:test";
import {
  Environment,
  Network,
  RecordSource,
  Store,
  createOperationDescriptor,
  fetchQuery,
  getSelector,
} from "relay-runtime";
import { url } from "../support/server.mjs";
import directory from "./__generated__/directoryQuery.graphql.js";
import page from "./__generated__/directoryPageQuery.graphql.js";
import list from "./__generated__/directory_list.graphql.js";
import profile from "./__generated__/directoryProfileQuery.graphql.js";
import profilePage from "./__generated__/directoryProfilePageQuery.graphql.js";
import relationships from "./__generated__/directory_profile.graphql.js";

const ask = async ({ text }, variables) => {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query: text, variables }) });
  return response.json();
};

const environment = () => new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });

// What a fragment reads of the store below an operation.
function read(relay, request, variables, fragment, find = (data) => data) {
  const { data } = relay.lookup(createOperationDescriptor(request, variables).fragment);
  return relay.lookup(getSelector(fragment, find(data))).data;
}

test("Relay: @connection joins the pages of a list in the store", async () => {
  const relay = environment();
  const variables = { first: 10, after: null };
  await fetchQuery(relay, directory, variables).toPromise();
  const first = read(relay, directory, variables, list).organizations;
  assert.equal(first.edges.length, 10);
  assert.equal(first.pageInfo.hasNextPage, true);
  await fetchQuery(relay, page, { first: 10, after: first.pageInfo.endCursor }).toPromise();
  const both = read(relay, page, { first: 10, after: first.pageInfo.endCursor }, list).organizations;
  assert.equal(both.edges.length, 20);
  assert.equal(new Set(both.edges.map(({ node }) => node.id)).size, 20);
});

test("Relay: @refetchable asks for a record again through node(id)", async () => {
  const relay = environment();
  const good = await ask({ text: `{ globalGood(by: { slug: "openlmis" }) { id } }` });
  const { id } = good.data.globalGood;
  await fetchQuery(relay, profile, { id }).toPromise();
  const seen = read(relay, profile, { id }, relationships, (data) => data.node.profile);
  assert.equal(seen.name, "OpenLMIS");
  assert.equal(seen.relationships.edges.length, 5);
  const variables = { id, first: 5, after: seen.relationships.pageInfo.endCursor };
  await fetchQuery(relay, profilePage, variables).toPromise();
  const more = read(relay, profilePage, variables, relationships, (data) => data.node);
  assert.equal(more.relationships.edges.length, 10);
});
