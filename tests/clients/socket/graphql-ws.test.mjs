// graphql-ws: live queries over a WebSocket.

import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout } from "node:timers/promises";
import { GraphQLClient } from "graphql-request";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { CREATE, GOOD, draft } from "../support/documents.mjs";
import { editor, freshName, socket, url } from "../support/server.mjs";

const CHANGED = "subscription Changed { changed { changes { node { id ... on Organization { name } } } } }";

const wait = (milliseconds) => setTimeout(milliseconds, false);

const connect = (connectionParams) =>
  createClient({ url: socket, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });

test("graphql-ws: a query is answered over the socket", async () => {
  const client = connect();
  const answers = client.iterate({ query: GOOD, variables: { slug: "openlmis" } });
  assert.equal((await answers.next()).value.data.globalGood.name, "OpenLMIS");
  assert.equal((await answers.next()).done, true);
  await client.dispose();
});

test("graphql-ws: what somebody records arrives by itself, until one stops listening", async () => {
  const client = connect(editor);
  const events = client.iterate({ query: CHANGED });
  const arrived = events.next();
  // Nothing tells when listening has begun, so records are made until one arrives.
  const records = [];
  const recorder = new GraphQLClient(url, { headers: editor });
  for (let heard = false; !heard; heard = await Promise.race([arrived.then(() => true), wait(500)])) {
    const { createOrganization } = await recorder.request(CREATE, draft(freshName("graphql-ws")));
    records.push(createOrganization.organization);
  }
  const { node } = (await arrived).value.data.changed.changes[0];
  assert.equal(records.find(({ id }) => id === node.id)?.name, node.name);
  await events.return();
  await client.dispose();
});

test("graphql-ws: a document that does not fit is refused with its code", async () => {
  const client = connect();
  await assert.rejects(client.iterate({ query: "subscription { nowhere }" }).next(), ([error]) => {
    assert.equal(error.extensions.code, "GRAPHQL_VALIDATION_FAILED");
    return true;
  });
  await client.dispose();
});

test("graphql-ws: a token that does not hold closes the socket", async () => {
  const client = connect({ authorization: "Bearer stale" });
  await assert.rejects(client.iterate({ query: CHANGED }).next(), (closed) => closed.code === 4403);
  await client.dispose();
});
