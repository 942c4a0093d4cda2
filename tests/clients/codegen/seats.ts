// Who sits where, asked with types made from the contract: a wrong field, variable or word does not
// compile.

import { GraphQLClient } from "graphql-request";
import { graphql } from "./generated/gql.js";
import type { CreateOrganizationInput, RelationshipKind } from "./generated/graphql.js";

const Seats = graphql(`
  query Seats($slug: String!, $kinds: [RelationshipKind!]) {
    stakeholder(by: { slug: $slug }) {
      name
      relationships(first: 20, filter: { kinds: $kinds }) {
        nodes { kind validFrom source { name } target { name } }
      }
    }
  }
`);

const Record = graphql(`
  mutation Record($input: CreateOrganizationInput!) {
    createOrganization(input: $input) { organization { id name organizationType country } }
  }
`);

/** The names of those who have a seat. */
export async function seats(client: GraphQLClient, slug: string): Promise<string[]> {
  const kinds: RelationshipKind[] = ["SEAT_ON"];
  const { stakeholder } = await client.request(Seats, { slug, kinds });
  return (stakeholder?.relationships.nodes ?? []).flatMap(({ source }) => (source ? [source.name] : []));
}

/** Records an organization and answers its country. */
export async function record(client: GraphQLClient, input: CreateOrganizationInput): Promise<string | null> {
  const { createOrganization } = await client.request(Record, { input });
  return createOrganization.organization.country ?? null;
}
