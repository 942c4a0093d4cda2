// graphql-codegen: types from the contract alone; the program that they are checked with runs.

import assert from "node:assert/strict";
import test from "node:test";
import { GraphQLClient } from "graphql-request";
import { editor, freshName, url } from "../support/server.mjs";
import { record, seats } from "./built/seats.js";

test("graphql-codegen: a typed query is answered", async () => {
  assert.deepEqual(await seats(new GraphQLClient(url), "dhis2-donor-advisory-council"), [
    "United States Agency for International Development",
    "CDC",
  ]);
});

test("graphql-codegen: a typed mutation is stored", async () => {
  const client = new GraphQLClient(url, { headers: editor });
  const input = { nameEn: freshName("codegen"), organizationType: "ACADEMIA", country: "Norway" };
  assert.equal(await record(client, input), "NO");
});
