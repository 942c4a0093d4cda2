// The words around the editor, in both languages.

export const TEXTS = {
  en: {
    title: "Query page",
    lead: "Ask the API anything that it answers to you: what is public needs no account.",
    contract: "Contract",
    home: "Banyan",
    other: "Français",
    otherCode: "fr",
    examples: "Examples",
    anonymous: "Not signed in: public rows",
    signedIn: (name) => `Signed in as ${name}`,
  },
  fr: {
    title: "Page de requêtes",
    lead: "Demandez à l’API tout ce qu’elle vous répond\u00a0: ce qui est public ne demande aucun compte.",
    contract: "Contrat",
    home: "Banyan",
    other: "English",
    otherCode: "en",
    examples: "Exemples",
    anonymous: "Non connecté\u00a0: fiches publiques",
    signedIn: (name) => `Connecté\u00a0: ${name}`,
  },
};
