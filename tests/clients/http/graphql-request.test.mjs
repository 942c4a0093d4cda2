// graphql-request: POST for everything.

import assert from "node:assert/strict";
import test from "node:test";
import { ClientError, GraphQLClient } from "graphql-request";
import { CREATE, GOOD, HALF, ORGANIZATIONS, RENAME, draft } from "../support/documents.mjs";
import { editor, freshName, recorder, url } from "../support/server.mjs";

const client = (options = {}) => new GraphQLClient(url, options);

const code = (error) => {
  assert.ok(error instanceof ClientError, error);
  return error.response.errors[0].extensions.code;
};

test("graphql-request: a query with variables is answered in the modern form", async () => {
  const { exchanges, fetch } = recorder();
  const data = await client({ fetch }).request(GOOD, { slug: "openlmis" });
  assert.equal(data.globalGood.name, "OpenLMIS");
  assert.match(exchanges[0].type, /^application\/graphql-response\+json/);
});

test("graphql-request: a list is paged through to its end, each row once", async () => {
  const found = new Set();
  let after = null;
  for (;;) {
    const { organizations } = await client().request(ORGANIZATIONS, { first: 30, after });
    organizations.edges.forEach(({ node }) => found.add(node.id));
    assert.equal(organizations.edges.at(-1).cursor, organizations.pageInfo.endCursor);
    if (!organizations.pageInfo.hasNextPage) {
      assert.equal(found.size, organizations.totalCount);
      break;
    }
    after = organizations.pageInfo.endCursor;
  }
  assert.ok(found.size > 30, `${found.size} are more than a page`);
});

test("graphql-request: half an answer comes with the error of the other half", async () => {
  const { data, errors } = await client({ errorPolicy: "all" }).rawRequest(HALF);
  assert.equal(data.whole.name, "OpenLMIS");
  assert.equal(data.broken, null);
  assert.deepEqual(errors[0].path, ["broken", "relationships"]);
  assert.equal(errors[0].extensions.code, "BAD_USER_INPUT");
});

test("graphql-request: refusals carry their code and what would help", async () => {
  await assert.rejects(client().request(ORGANIZATIONS, { first: 101 }), (error) => {
    assert.equal(code(error), "BAD_USER_INPUT");
    const [refusal] = error.response.errors[0].extensions.refusals;
    assert.deepEqual(refusal, { code: "OUT_OF_RANGE", field: "first", missing: ["1..100"] });
    return true;
  });
  await assert.rejects(client().request("{ nowhere }"), (error) => {
    assert.equal(code(error), "GRAPHQL_VALIDATION_FAILED");
    return error.response.status === 400;
  });
  await assert.rejects(
    client({ headers: { authorization: "Bearer stale" } }).request(GOOD, { slug: "openlmis" }),
    (error) => code(error) === "UNAUTHENTICATED" && error.response.status === 401,
  );
});

test("graphql-request: a mutation with a token is stored; a stale one is told from a fresh one", async () => {
  const name = freshName("graphql-request");
  await assert.rejects(client().request(CREATE, draft(name)), (error) => code(error) === "UNAUTHENTICATED");
  const signedIn = client({ headers: editor });
  const { organization } = (await signedIn.request(CREATE, draft(name))).createOrganization;
  assert.equal(organization.name, name);
  const rename = (nameEn, expectedVersion) =>
    signedIn.request(RENAME, { input: { id: organization.id, nameEn, expectedVersion } });
  const renamed = await rename(`${name}, renamed`, organization.version);
  assert.equal(renamed.updateOrganization.organization.name, `${name}, renamed`);
  await assert.rejects(rename(`${name}, lost`, organization.version), (error) => code(error) === "CONFLICT");
});
