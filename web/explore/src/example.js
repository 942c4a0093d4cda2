// The questions that the page opens with; everybody may ask them.
import funders from "./example/funders.graphql";
import page from "./example/page.graphql";
import seats from "./example/seats.graphql";

export const EXAMPLES = [
  { name: { en: "Who funds OpenLMIS?", fr: "Qui finance OpenLMIS\u00a0?" }, query: funders },
  { name: { en: "Who sits where?", fr: "Qui siège où\u00a0?" }, query: seats },
  { name: { en: "The directory, page by page", fr: "Le répertoire, page par page" }, query: page },
];
