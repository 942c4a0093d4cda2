// Mercurius with its JIT and its loaders, as its documentation advises: node mercurius.mjs PORT PROCESSES
import cluster from "node:cluster";
import Fastify from "fastify";
import mercurius from "mercurius";
import pg from "pg";

const [port, processes] = process.argv.slice(2).map(Number);

const schema = `
  type Stakeholder {
    id: ID!
    name: String!
    kind: String!
    country: String
    engagements(first: Int!): [Engagement!]!
    relationships(first: Int!): [Relationship!]!
  }
  type Engagement { id: ID! objective: String! stage: String! }
  type Relationship { id: ID! kind: String! strength: Int target: Stakeholder! }
  type Query {
    organizations(type: String!, first: Int!, offset: Int!): [Stakeholder!]!
    stakeholder(id: ID!): Stakeholder
  }
`;

const pool = new pg.Pool({ max: 10 });
const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const organizations = (_, { type, first, offset }) =>
  rows("organizations",
    "select id, name, kind, country from plain.stakeholder where type = $1 order by name, id limit $2 offset $3",
    [type, first, offset]);

const stakeholder = async (_, { id }) =>
  (await rows("stakeholder", "select id, name, kind, country from plain.stakeholder where id = $1", [id]))[0];

// The first rows of each of several owners, in one statement.
const listOf = (name, table, owner, columns) => async (ids, first) => {
  const found = await rows(name,
    `select r.* from unnest($1::uuid[]) o(id) cross join lateral
       (select ${owner} as owner, ${columns} from plain.${table} where ${owner} = o.id order by id limit $2) r`,
    [[...new Set(ids)], first]);
  const byOwner = new Map();
  for (const row of found) {
    if (!byOwner.has(row.owner)) byOwner.set(row.owner, []);
    byOwner.get(row.owner).push(row);
  }
  return ids.map((id) => byOwner.get(id) ?? []);
};

const engagementsOf = listOf("engagements", "engagement", "party_id", "id, objective, stage");
const relationshipsOf = listOf("relationships", "relationship", "source_id", "id, kind, strength, target_id");

const targetsOf = async (queries) => {
  const ids = queries.map(({ obj }) => obj.target_id);
  const found = await rows("targets",
    "select id, name, kind, country from plain.stakeholder where id = any($1::uuid[])", [[...new Set(ids)]]);
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
};

// A loader is given all fields of one level at once; those that ask for as many rows go together.
const together = (list) => async (queries) => {
  const answers = new Array(queries.length);
  const groups = new Map();
  queries.forEach(({ params }, place) => {
    if (!groups.has(params.first)) groups.set(params.first, []);
    groups.get(params.first).push(place);
  });
  await Promise.all([...groups].map(async ([first, places]) => {
    const lists = await list(places.map((place) => queries[place].obj.id), first);
    places.forEach((place, at) => { answers[place] = lists[at]; });
  }));
  return answers;
};

if (cluster.isPrimary && processes > 1) {
  for (let started = 0; started < processes; started += 1) cluster.fork();
} else {
  const app = Fastify();
  app.register(mercurius, {
    schema,
    jit: 1,
    resolvers: { Query: { organizations, stakeholder } },
    loaders: {
      Stakeholder: { engagements: together(engagementsOf), relationships: together(relationshipsOf) },
      Relationship: { target: targetsOf },
    },
  });
  await app.listen({ port, host: "127.0.0.1" });
}
