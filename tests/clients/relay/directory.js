// A page of the directory and a profile, as Relay's users write them.

import { graphql } from "relay-runtime";

export const Directory = graphql`
  query directoryQuery($first: Int!, $after: String) {
    ...directory_list @arguments(first: $first, after: $after)
  }
`;

export const List = graphql`
  fragment directory_list on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" })
  @refetchable(queryName: "directoryPageQuery") {
    organizations(first: $first, after: $after) @connection(key: "directory_organizations") {
      edges { node { id name } }
    }
  }
`;

export const Profile = graphql`
  query directoryProfileQuery($id: ID!) {
    node(id: $id) { ...directory_profile @alias(as: "profile") }
  }
`;

export const Relationships = graphql`
  fragment directory_profile on GlobalGood
  @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" })
  @refetchable(queryName: "directoryProfilePageQuery") {
    name
    relationships(first: $first, after: $after) @connection(key: "profile_relationships") {
      edges { node { id kind } }
    }
  }
`;
