// What every client asks: the same questions, so that each is shown to get the same answers.

export const GOOD = `query Good($slug: String!) {
  globalGood(by: { slug: $slug }) { __typename id name kind }
}`;

export const ORGANIZATIONS = `query Organizations($first: Int!, $after: String) {
  organizations(first: $first, after: $after) {
    totalCount
    edges { cursor node { __typename id name } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

// One part of the answer fails, the other does not.
export const HALF = `query Half {
  broken: stakeholder(by: { slug: "openimis" }) { relationships(first: 1, after: "nonsense") { totalCount } }
  whole: stakeholder(by: { slug: "openlmis" }) { __typename id name }
}`;

export const CREATE = `mutation Create($input: CreateOrganizationInput!) {
  createOrganization(input: $input) { organization { __typename id name version } }
}`;

export const RENAME = `mutation Rename($input: UpdateOrganizationInput!) {
  updateOrganization(input: $input) { organization { __typename id name version } }
}`;

export const draft = (name) => ({ input: { nameEn: name, organizationType: "ASSOCIATION" } });
