//! The verbs and phrases themselves, English and French side by side. Words are folded: no capitals,
//! no accents; `|` parts alternatives, `-` is no word.

use super::Order::{self, SourceFirst, TargetFirst};
use super::Says::{self, Deployment, Joins};
use super::Tense::{self, Begins, Ends, Holds, Past};
use super::{EnglishVerb, FrenchVerb};
use crate::relationship::RelationshipKind::{
    ActiveIn, Advises, Contracts, ContributesTo, DependsOn, Deploys, Develops, EmployedBy, Funds,
    Governs, HostsInfra, Implements, InteroperatesWith, LocatedIn, MemberOf, Operates, OwnsData,
    PartOf, PeerOf, Recognises, Recommends, ReportsFeedbackTo, Represents, SeatOn, Stewards,
    Succeeds, Supports, Trains,
};
use crate::stakeholder::ImplementationStage::{Pilot, Rollout};

macro_rules! english {
    ($([$($says:expr),+] $base:literal $third:literal $gerund:literal $past:literal $particle:literal;)+) => {
        &[$(EnglishVerb { says: &[$($says),+], base: $base, third: $third, gerund: $gerund, past: $past, particle: $particle }),+]
    };
}

macro_rules! french {
    ($([$($says:expr),+] $infinitive:literal $present:literal $participle:literal $future:literal $particle:literal;)+) => {
        &[$(FrenchVerb { says: &[$($says),+], infinitive: $infinitive, present: $present, participle: $participle, future: $future, particle: $particle }),+]
    };
}

#[rustfmt::skip]
pub(super) const ENGLISH_VERBS: &[EnglishVerb] = english! {
    [Joins(Funds)] "co|- fund|finance|sponsor|cofund|cofinance" "co|- funds|finances|sponsors|cofunds|cofinances" "co|- funding|financing|sponsoring|cofunding|cofinancing" "co|- funded|financed|sponsored|cofunded|cofinanced" "";
    [Joins(Funds)] "financially support" "financially supports" "financially supporting" "financially supported" "";
    [Joins(Funds)] "pay" "pays" "paying" "paid" "for";
    [Joins(Funds)] "underwrite|subsidise|subsidize" "underwrites|subsidises|subsidizes" "underwriting|subsidising|subsidizing" "underwritten|underwrote|subsidised|subsidized" "";
    [Joins(SeatOn)] "co|- chair|cochair" "co|- chairs|cochairs" "co|- chairing|cochairing" "co|- chaired|cochaired" "";
    [Joins(Contracts)] "contract|subcontract" "contracts|subcontracts" "contracting|subcontracting" "contracted|subcontracted" "";
    [Joins(Operates)] "operate|run" "operates|runs" "operating|running" "operated|run" "";
    [Joins(Supports)] "support|assist" "supports|assists" "supporting|assisting" "supported|assisted" "";
    [Joins(Implements), Deployment(None)] "implement|deploy" "implements|deploys" "implementing|deploying" "implemented|deployed" "";
    [Joins(Implements), Deployment(Some(Pilot))] "pilot" "pilots" "piloting" "piloted" "";
    [Joins(Implements), Deployment(Some(Rollout))] "roll out" "rolls out" "rolling out" "rolled out" "";
    [Joins(ActiveIn), Deployment(Some(Pilot))] "pilot" "pilots" "piloting" "piloted" "in";
    [Joins(Develops)] "co|- develop|codevelop|build" "co|- develops|codevelops|builds" "co|- developing|codeveloping|building" "co|- developed|codeveloped|built" "";
    [Joins(ContributesTo)] "contribute" "contributes" "contributing" "contributed" "to";
    [Joins(ContributesTo)] "contribute code|modules|translations|documentation" "contributes code|modules|translations|documentation" "contributing code|modules|translations|documentation" "contributed code|modules|translations|documentation" "to";
    [Joins(HostsInfra)] "host" "hosts" "hosting" "hosted" "";
    [Joins(Stewards)] "steward" "stewards" "stewarding" "stewarded" "";
    [Joins(Advises)] "advise" "advises" "advising" "advised" "";
    [Joins(Governs)] "govern|oversee" "governs|oversees" "governing|overseeing" "governed|overseen" "";
    [Joins(Trains)] "train" "trains" "training" "trained" "";
    [Joins(Recognises)] "recognise|recognize" "recognises|recognizes" "recognising|recognizing" "recognised|recognized" "";
    [Joins(Recommends)] "recommend|endorse" "recommends|endorses" "recommending|endorsing" "recommended|endorsed" "";
    [Joins(Succeeds)] "succeed" "succeeds" "succeeding" "succeeded" "";
    [Joins(Represents)] "represent" "represents" "representing" "represented" "";
};

#[rustfmt::skip]
pub(super) const FRENCH_VERBS: &[FrenchVerb] = french! {
    [Joins(Funds)] "financer|cofinancer|subventionner" "finance|financent|cofinance|cofinancent|subventionne|subventionnent" "finance|financee|finances|financees|cofinance|cofinancee|cofinances|cofinancees|subventionne|subventionnee" "financera|financeront|cofinancera|cofinanceront" "";
    [Joins(Funds)] "soutenir" "soutient|soutiennent" "soutenu|soutenue|soutenus|soutenues" "soutiendra|soutiendront" "financierement";
    [Joins(Funds)] "payer" "paie|paient|paye|payent" "paye|payee|payes|payees" "paiera|paieront|payera" "";
    [Joins(Funds)] "prendre en charge" "prend|prennent en charge" "pris|prise|prises en charge" "prendra|prendront en charge" "";
    [Joins(SeatOn)] "presider|copresider" "preside|president|copreside|copresident" "preside|presidee|copreside" "presidera|presideront" "";
    [Joins(Contracts)] "sous traiter" "sous traite|traitent" "sous traite" "sous traitera|traiteront" "a|au|aux";
    [Joins(Operates)] "exploiter|operer|gerer" "exploite|exploitent|opere|operent|gere|gerent" "exploite|exploitee|opere|operee|gere|geree" "exploitera|operera|gerera" "";
    [Joins(Supports)] "soutenir|appuyer|accompagner" "soutient|soutiennent|appuie|appuient|accompagne|accompagnent" "soutenu|soutenue|soutenus|soutenues|appuye|appuyee|appuyes|appuyees|accompagne|accompagnee|accompagnes|accompagnees" "soutiendra|soutiendront|appuiera|appuieront|accompagnera|accompagneront" "";
    [Joins(Implements), Deployment(None)] "mettre en oeuvre" "met|mettent en oeuvre" "mis|mise|mises en oeuvre" "mettra|mettront en oeuvre" "";
    [Joins(Implements), Deployment(None)] "deployer|implementer" "deploie|deploient|implemente|implementent" "deploye|deployee|deployes|deployees|implemente|implementee" "deploiera|deploieront|implementera|implementeront" "";
    [Joins(Implements), Deployment(Some(Pilot))] "piloter" "pilote|pilotent" "pilote|pilotee|pilotes" "pilotera|piloteront" "";
    [Joins(ActiveIn), Deployment(Some(Pilot))] "piloter" "pilote|pilotent" "pilote" "pilotera|piloteront" "au|en|aux";
    [Joins(Develops)] "developper|codevelopper" "developpe|developpent|codeveloppe" "developpe|developpee|developpes|developpees" "developpera|developperont" "";
    [Joins(ContributesTo)] "contribuer" "contribue|contribuent" "contribue" "contribuera|contribueront" "a|au|aux";
    [Joins(HostsInfra)] "heberger" "heberge|hebergent" "heberge|hebergee|heberges|hebergees" "hebergera|hebergeront" "";
    [Joins(Advises)] "conseiller" "conseille|conseillent" "conseille|conseillee" "conseillera" "";
    [Joins(Governs)] "gouverner" "gouverne|gouvernent" "gouverne|gouvernee" "gouvernera" "";
    [Joins(Trains)] "former" "forme|forment" "forme|formee|formes|formees" "formera|formeront" "";
    [Joins(Recognises)] "reconnaitre" "reconnait|reconnaissent" "reconnu|reconnue" "reconnaitra" "";
    [Joins(Recommends)] "recommander" "recommande|recommandent" "recommande|recommandee|recommandes" "recommandera|recommanderont" "";
    [Joins(Succeeds)] "succeder" "succede|succedent" "succede" "succedera" "a|au";
    [Joins(Represents)] "representer" "represente|representent" "represente|representee" "representera" "";
    [Joins(SeatOn)] "sieger" "siege|siegent" "siege" "siegera|siegeront" "a|au|aux|dans|sur|en";
    [Joins(SeatOn)] "sieger" "siege|siegent" "siege" "siegera|siegeront" "au sein de|du|d'";
};

const FUNDS: &[Says] = &[Joins(Funds)];
const SUPPORTS: &[Says] = &[Joins(Supports)];
const SEAT: &[Says] = &[Joins(SeatOn)];
const MEMBER: &[Says] = &[Joins(MemberOf)];
const PART: &[Says] = &[Joins(PartOf), Joins(MemberOf)];
const ACTIVE: &[Says] = &[Joins(ActiveIn)];
const LOCATED: &[Says] = &[Joins(LocatedIn)];
const FEEDBACK: &[Says] = &[Joins(ReportsFeedbackTo)];
const STEWARDS: &[Says] = &[Joins(Stewards)];
const INTEROPERATES: &[Says] = &[Joins(InteroperatesWith)];
const RUNNING: &[Says] = &[Joins(Deploys), Deployment(None)];
const PILOTED: &[Says] = &[Deployment(Some(Pilot))];

/// What no single verb says.
#[rustfmt::skip]
pub(super) const SET_PHRASES: &[(&[Says], Order, Tense, &[&str])] = &[
    (FUNDS, SourceFirst, Holds, &[
        "is|are a|the|- main|principal|lead|largest|core|- funder|donor|funders|donors|sponsor of|for|to",
        "provides|provide|gives|give core|financial|- funding|funds|money|grants to|for", "gives|give a grant to", "pays|pay for",
        "is|are providing core|financial|- funding to|for", "has a grant agreement with",
        "covers|cover the|its|- running|operating|hosting|core|annual|recurrent|maintenance|- cost|costs|expenses|salaries of|for",
        "couvre|couvrent|paie|paient les|- frais|couts|depenses|salaires|charges de|d'|du|des",
        "est|sont un|une|le|la|l'|les|- principal|premier|- bailleur|bailleurs|financeur|donateur principal|- de|d'|du",
        "apporte|apportent|fournit|fournissent|accorde|accordent un|des|son|leur financement|fonds|financements|subvention|appui financier|- a|au|aux",
        "apporte|apportent|fournit|accorde|accordent une subvention|contribution financiere|- a|au|aux",
    ]),
    (FUNDS, SourceFirst, Begins, &[
        "will cover the|its|- running|operating|hosting|core|annual|recurrent|maintenance|- cost|costs|expenses|salaries of|for",
        "couvrira|couvriront|paiera les|- frais|couts|depenses|salaires|charges de|d'|du|des",
        "will provide|give core|financial|- funding|funds|money|grants to|for", "will pay for", "started|began paying for",
        "awarded|has|granted awarded|granted|- a|- grant|funding to", "signed a grant agreement with",
        "apportera|fournira|accordera un|des financement|fonds a|au|aux", "a accorde un financement a|au|aux", "a accorde une subvention a|au|aux",
    ]),
    (FUNDS, SourceFirst, Ends, &[
        "ended|ends|stopped|stops|withdrew|withdraws|cut its|their|all|the|- funding|funds|grant of|to|for|from", "will end|stop|withdraw its|their|- funding|grant of|to|for|from",
        "has|have ended|stopped|withdrawn its|their|- funding|grant of|to|for|from", "stopped|stops paying for", "has|have stopped paying for", "will stop paying for",
        "a|ont arrete|cesse|retire|suspendu son|leur|le|tout financement a|de|d'|du|au|pour", "met|mettent fin a|au son|leur|- financement de|d'|du|a",
        "a|ont mis fin a|au son|leur|- financement de|d'|du|a", "mettra|mettront fin a|au son|leur|- financement de|d'|du|a", "cesse son financement a|de|d'|du",
    ]),
    (FUNDS, TargetFirst, Holds, &[
        "receives|receive|gets|get core|financial|its|- funding|funds|money|grants|support from", "receives|receive|has|have a grant from",
        "recoit|recoivent un|des|son|leur financement|financements|fonds de|d'|du|de", "recoit une subvention de|d'|du",
        "beneficie|beneficient d' un financement de|d'|du", "beneficie|beneficient du financement de|d'|du", "est sur financement de|d'|du",
    ]),
    (FUNDS, TargetFirst, Begins, &["will receive core|- funding|money|funds|grants from", "will receive a grant from", "received|got a grant from", "recevra un financement de|d'|du"]),
    (FUNDS, TargetFirst, Ends, &["no longer receives|gets funding|money|support from", "ne recoit plus de|- financement|fonds de|d'|du"]),
    (&[Joins(Contracts)], SourceFirst, Begins, &["has hired|contracted", "signed a contract with", "a signe un contrat avec"]),
    (&[Joins(OwnsData)], SourceFirst, Holds, &["owns the data of", "possede les donnees de|d'|du", "est proprietaire des donnees de|d'|du"]),
    (SUPPORTS, SourceFirst, Holds, &[
        "provides|provide|gives|give|offers|offer technical|local|user|first|level|- support|assistance|backstopping to|for", "provides|provide technical assistance to|for",
        "is providing technical|- support|assistance to", "helps|help",
        "fournit|fournissent|apporte|apportent|assure|assurent un|une|son|leur|de|l'|- appui|soutien|assistance|support technique|- a|au|aux|de|du",
        "vient en appui a|au|aux",
    ]),
    (SUPPORTS, SourceFirst, Begins, &["will provide technical|local|user|- support|assistance to|for", "will help", "fournira|apportera un|une|son|- appui|soutien|assistance technique|- a|au|aux"]),
    (SUPPORTS, SourceFirst, Ends, &["ended|ends|stopped|withdrew its|their support to|for|of", "has ended|stopped its support to|for|of", "a arrete|cesse|retire son|leur appui|soutien a|au|aux"]),
    (SUPPORTS, TargetFirst, Holds, &[
        "receives|receive|gets technical|user|- support|assistance from", "has the support of", "beneficie|beneficient du soutien|appui de|d'|du",
        "beneficie de l' appui|assistance de|d'|du", "beneficie d' un appui technique|- de|d'|du", "recoit l' appui de|d'|du", "recoit un appui technique|- de|d'|du",
    ]),
    (STEWARDS, SourceFirst, Holds, &["is|are a|the|- steward|stewards|custodian of|for", "acts as steward of|for", "est|sont le|la|- garant|garante|garants|depositaire de|d'|du", "assure l' intendance de|d'|du"]),
    (STEWARDS, SourceFirst, Begins, &["will be the|- steward of", "becomes|became the|- steward of", "took over stewardship of", "takes over stewardship of", "deviendra|devient le|- garant de|d'|du", "est devenu le|- garant de|d'|du"]),
    (STEWARDS, SourceFirst, Ends, &["is|are no longer the|a|- steward of", "n' est plus le|- garant de|d'|du"]),
    (SEAT, SourceFirst, Holds, &[
        "sits|sit|serves|serve on|in", "is sitting on", "has|have|holds|hold|occupies a|its|one|the voting|permanent|donor|non|- voting|observer|- seat|place on|in|at", "is|are represented on|in",
        "has been sitting on", "has had a seat on", "a|ont|occupe|occupent|detient|detiennent un|son|leur siege|place au|a|dans|sur", "a|occupe|detient un siege au sein de|du|d'",
        "a|occupe une place au|dans", "est|sont represente|representee|representes au|dans", "est represente au sein de|du|d'",
    ]),
    (SEAT, SourceFirst, Begins, &["will sit|serve on|in", "will have|hold|take|get a|its seat|place on|in|at", "takes|took a|its|up seat on|in", "took up its|a seat on|in|at", "was given a seat on", "got a seat on", "aura|obtient|obtiendra|prend|prendra un|son siege au|a|dans|sur", "a obtenu|pris un|son siege au|a|dans|sur"]),
    (SEAT, SourceFirst, Past, &["sat|served on|in", "had a seat on"]),
    (SEAT, SourceFirst, Ends, &[
        "no longer sits|serves on|in", "no longer has|holds a|its seat on|in", "gave|gives|has|will up|given|give up|- its|their|the seat on|in", "lost its|their seat on|in", "stepped|steps down from", "withdrew|withdraws from", "has withdrawn from", "will withdraw from",
        "stopped sitting|serving on|in", "left its seat on", "vacated its seat on", "quitte|quittent son|leur siege au|a|dans",
        "ne siege|siegent plus a|au|aux|dans", "ne siegera plus a|au|aux|dans", "n' a plus de siege au|a|dans", "a quitte son siege au|a|dans", "a abandonne|cede|perdu son siege au|a|dans",
        "s' est retire|retiree de|d'|du", "se retire de|d'|du", "se sont retires de|d'|du", "se retirera de|d'|du",
    ]),
    (MEMBER, SourceFirst, Holds, &[
        "is|are a|an|- full|active|founding|associate|- member|members of|in", "has been a|- member of", "belongs|belong to", "est|sont un|une|- membre|membres actif|fondateur|- de|d'|du",
    ]),
    (MEMBER, SourceFirst, Begins, &[
        "joins|joined|join", "has|have joined", "will join", "became|becomes|become a|- member|members of", "has become a|- member of", "will become a|- member of", "will be a member of",
        "rejoint|rejoignent", "a|ont rejoint|integre", "rejoindra|rejoindront", "est|sont devenu|devenue|devenus membre|membres de|d'|du", "devient|deviendra|deviendront|deviennent membre|membres de|d'|du",
        "a|ont adhere a|au|aux", "adhere|adherera a|au|aux",
    ]),
    (MEMBER, SourceFirst, Past, &["was|were a|- member|members of", "etait|etaient membre|membres de|d'|du"]),
    (&[Joins(MemberOf), Joins(SeatOn)], SourceFirst, Ends, &[
        "left|leaves", "has|have left", "will leave", "is|are no longer a|- member|members|part of", "resigned|resigns from", "has resigned from", "ceased to be a member of",
        "a|ont quitte", "quitte|quittent", "quittera|quitteront", "n' est plus membre de|d'|du", "ne sont plus membres de|d'|du", "ne fait|font plus partie de|d'|du", "a demissionne de|d'|du",
    ]),
    (PART, SourceFirst, Holds, &[
        "is|are a|- part|unit|department|office|subgroup|branch|division of", "is a sub group of", "is housed in|within|under",
        "fait|font partie de|d'|du|des", "est|sont une|un|- partie|unite|departement|bureau|sous|service de|d'|du|groupe", "est un sous groupe de|d'|du", "est rattache|rattachee|rattaches a|au",
    ]),
    (PART, SourceFirst, Begins, &["became|becomes part of", "will be|become part of", "fera|feront partie de|d'|du", "sera rattache|rattachee a|au"]),
    (ACTIVE, SourceFirst, Holds, &[
        "works|work|operates|operate in", "is|are active|present|working|operating in", "has|have been active|working|present in", "has|have a|an|its|- country|regional|local|field|- team|teams|office|offices|staff|presence|programme|operations|project in",
        "intervient|interviennent|travaille|travaillent|opere|operent au|en|aux|a", "est|sont actif|active|actifs|actives|present|presente|presents|presentes au|en|aux|a",
        "a|ont un|une|des bureau|equipe|equipes|bureaux|antenne|programme|projet au|en|aux|a", "est|sont implante|implantee|implantes au|en|aux|a",
    ]),
    (ACTIVE, SourceFirst, Begins, &[
        "will work|start|launch|operate in", "will be active|present in", "will start working|operating|operations in", "started|began work|working|operations|operating in", "has started|begun working|operations|operating in",
        "opened|opens|has opened|- an|a office|country office|- in", "will open an|a country|- office in", "interviendra|travaillera|operera|demarrera au|en|aux|a", "sera actif|active|present|presente au|en|aux|a",
        "ouvre|ouvrira un bureau au|en|aux|a", "a ouvert un bureau au|en|aux|a", "a commence a travailler|intervenir au|en|aux|a",
    ]),
    (ACTIVE, SourceFirst, Ends, &[
        "no longer works|operates in", "is|are no longer active|present|working in", "left its office in", "closed its|their country|- office in", "stopped working|operating in", "ended its work|operations in", "pulled out of",
        "ne|n' travaille|intervient|interviennent|opere|operent plus au|en|aux|a", "n' est plus actif|active|present|presente au|en|aux|a", "ne sont plus actifs|presents au|en|aux|a", "a ferme son bureau au|en|aux|a",
    ]),
    (LOCATED, SourceFirst, Holds, &["is|are based|located|headquartered in", "has|have its|their headquarters in", "est|sont base|basee|bases|basees|situe|situee|etabli|etablie au|en|aux|a", "a|ont son|leur siege social|- au|en|aux|a"]),
    (FEEDBACK, SourceFirst, Holds, &[
        "reports|report|passes|pass|sends|send|gives|give|brings|bring|relays|relay user|users|its|their|the|field|- feedback|comments|observations|needs on|back|- to", "reports user feedback to",
        "transmet|transmettent|remonte|remontent|relaie|relaient les|ses|leurs retours|remarques|avis|commentaires|besoins|observations|demandes des|du|de|- utilisateurs|agents|terrain|usagers|- a|au|aux",
        "fait|font remonter les|ses|leurs retours|remarques|avis|commentaires|besoins|observations|demandes des|du|de|- utilisateurs|agents|terrain|usagers|- a|au|aux",
    ]),
    (FEEDBACK, SourceFirst, Begins, &[
        "will report|pass|send|give|relay user|its|the|- feedback|comments on|back|- to",
        "transmettra|remontera|relaiera les|ses retours|remarques|avis|commentaires|besoins des|du|- utilisateurs|agents|terrain|- a|au|aux",
    ]),
    (FEEDBACK, TargetFirst, Holds, &["receives|gets user|- feedback from", "recoit les retours|remarques|commentaires de|d'|du"]),
    (&[Joins(PeerOf)], SourceFirst, Holds, &["is a peer of", "est pair de|d'|du"]),
    (INTEROPERATES, SourceFirst, Holds, &[
        "interoperates|interoperate with", "is|are interoperable with", "is|are integrated|connected|linked with|to", "integrates|integrate|connects with|to", "exchanges|exchange|shares data with",
        "interopere|interoperent avec", "est|sont interoperable|interoperables avec", "est|sont integre|integree|connecte|connectee a|au|avec", "echange|echangent des donnees avec", "s' integre a|avec|au",
    ]),
    (INTEROPERATES, SourceFirst, Begins, &["will interoperate with", "will be interoperable with", "will be integrated|connected with|to", "will exchange data with", "sera|seront interoperable|interoperables avec", "sera connecte|integre a|avec", "echangera des donnees avec"]),
    (&[Joins(DependsOn)], SourceFirst, Holds, &["depends|depend|relies|rely on", "depend|dependent de|d'|du", "repose|reposent sur"]),
    (&[Joins(EmployedBy)], SourceFirst, Holds, &["works|work for", "is employed by", "works at|with", "travaille pour|chez", "est employe|employee par|de|d'|du"]),
    (&[Joins(EmployedBy)], SourceFirst, Begins, &["will work for", "started at|working at|for"]),
    (&[Joins(EmployedBy)], SourceFirst, Ends, &["no longer works for|at", "ne travaille plus pour|chez"]),
    (&[Joins(Succeeds)], SourceFirst, Holds, &["is the successor of|to", "est le successeur de|d'|du"]),
    (&[Joins(Recognises)], SourceFirst, Holds, &["officially recognises|recognizes", "reconnait officiellement"]),
    (RUNNING, SourceFirst, Holds, &["is|are deployed|live|used|implemented|running|installed in", "is|are in use|production in", "is|are used nationwide in", "est|sont deploye|deployee|deployes|utilise|utilisee|installe|installee au|en|aux|a", "est|sont mis en oeuvre au|en|aux", "tourne au|en|aux"]),
    (&[Deployment(Some(Rollout))], SourceFirst, Begins, &["will be deployed|implemented|installed in", "will be rolled out in", "is being rolled out in", "was rolled out in", "will go live in", "went|goes live in", "sera|seront deploye|deployee|deployes|installe au|en|aux|a"]),
    (PILOTED, SourceFirst, Begins, &["will be piloted in", "is|are being piloted in", "is|are piloted in", "was piloted in", "is in pilot in", "sera|seront pilote|pilotee|teste|testee en|au|aux|a", "est|sont pilote|pilotee au|en|aux|a", "est|sont en phase|- pilote au|en|aux|a", "est en phase de pilote au|en|aux", "sera teste|testee en pilote au|aux|en"]),
    (&[Joins(ActiveIn), Deployment(Some(Pilot))], SourceFirst, Begins, &[
        "starts|started|launches|launched|will start|launch|run|begin|conduct a|its|the pilot|- in", "starts|started|launches|launched|begins|began a|its|the pilot in", "will start|launch|run|begin|conduct a|its|the pilot in", "is starting|running|launching a|its pilot in",
        "va piloter au|en|aux|a", "lance|lancera|demarre|demarrera|conduira|menera un|son|le pilote|projet pilote|- au|en|aux|a", "a lance|demarre un|son pilote au|en|aux|a", "lance|lancera|demarre|demarrera|mene|menera un|son projet pilote au|en|aux|a",
    ]),
];
