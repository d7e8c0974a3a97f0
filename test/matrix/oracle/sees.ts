import { concerns, Matter, Standing } from "./relations";
import { TABLE } from "./section-5";

type Means = (viewer: Standing, matter: Matter) => boolean;

const never: Means = () => false;
const signedIn: Means = ({ personId }) => personId !== null;
const as =
  (relation: keyof Standing["to"]): Means =>
  ({ to }, matter) =>
    concerns(to[relation], matter);
const once =
  (flag: "released" | "shared", means: Means): Means =>
  (viewer, matter) =>
    matter[flag] === true && means(viewer, matter);

/** What is a reviewer's own: their reviews, and what is theirs by person, also when they are in no pair any more. */
const reviewersOwn: Means = (viewer, matter) =>
  (viewer.personId !== null && matter.ofReviewer === viewer.personId) || as("reviewersOwn")(viewer, matter);
/** Supervisors see whom they are assigned to; nobody is to a reviewer, whose sessions whoever held them sees. */
const supervisors: Means = (viewer, matter) =>
  (viewer.roles.has("SUPERVISOR") && matter.heldBy === viewer.personId) || as("supervisor")(viewer, matter);

/** What each word of section 5 means in its column. A word that is not here is a fault of the table's typing. */
const MEANS: Readonly<Record<string, Readonly<Record<string, Means>>>> = {
  public: { "✓": () => true },
  "signed in": { "✓": signedIn },
  applicant: { "✓": signedIn, own: as("applicant") },
  "trainee (self)": {
    "✓": as("self"),
    own: as("self"),
    "if shared": once("shared", as("self")),
    "once released": once("released", as("self")),
    "if the contributor agreed": once("shared", as("self")),
  },
  "pair partner": { "✓": as("partner"), own: as("self"), "items shared by both": as("self") },
  reviewer: {
    "✓": reviewersOwn,
    own: reviewersOwn,
    "of partner": as("reviewer"),
    "if shared": once("shared", reviewersOwn),
  },
  "assigned supervisor": { "✓": supervisors, own: as("self") },
  "assigned assessor": { "✓": as("assessor"), own: as("self") },
  "board partner (own board)": {
    "✓": as("board"),
    own: as("self"),
    "✓ (QA: passed or not)": as("board"),
    "of its pairs": as("boardOfPair"),
  },
  contributor: {
    "✓": signedIn,
    own: never,
    "own words": ({ personId }, { giver }) => personId !== null && giver === personId,
    "of the pair that asked": never, // who is asked has a page, and does not sign in
  },
  colleague: { "✓": as("colleague") },
  "programme lead": { "✓": ({ lead }) => lead },
};
const SAYS_NOTHING = new Set(["–", "←", "about what they may see", "all"]);

const means = new Map(
  [...TABLE].map(([row, { why: _, ...cells }]) => [
    row,
    Object.entries(cells)
      .filter(([, word]) => !SAYS_NOTHING.has(word))
      .map(([column, word]) => {
        const opens = MEANS[column]?.[word];
        if (!opens) throw new Error(`Section 5 has the word "${word}" for ${column} in "${row}": what does it mean?`);
        return { column, opens };
      }),
  ]),
);

/** What each column of a row opens. */
export const columnsOf = (row: string): readonly { readonly column: string; readonly opens: Means }[] => {
  const columns = means.get(row);
  if (!columns) throw new Error(`Section 5 has no row "${row}".`);
  return columns;
};

const JUDGED = "judgements, decision";

/**
 * Section 5: "Several roles: scope is their union, minus one's own unreleased judgements and those of one's pair
 * partner." Of a lead, whoever conducted the same review counts as one: E20.
 */
const withheld = ({ to, lead }: Standing, matter: Matter): boolean =>
  !matter.released &&
  [to.self, to.partner, to.reviewer, ...(lead ? [to.conductedWith] : [])].some(({ trainees }) =>
    matter.trainees?.some((id) => trainees.has(id)),
  );

/** The same of what contributors say of one's own pair, and of which of them did, unless they agreed. */
const keptFromThePair = ({ to }: Standing, matter: Matter): boolean =>
  !matter.shared && [to.self, to.partner, to.reviewer, to.reviewersOwn].some((own) => concerns(own, matter));

/** And of what was noted in one's own supervision, until it is shared. */
const notedOfThemself = ({ personId, to }: Standing, matter: Matter): boolean =>
  !matter.shared &&
  ((personId !== null && matter.ofReviewer === personId) ||
    matter.trainees?.some((id) => to.self.trainees.has(id)) === true);

/** Nobody learns how they themselves were selected, also not as a programme lead. */
const selectedThemself = ({ to }: Standing, matter: Matter): boolean => concerns(to.applicant, matter);

/** Of a reviewer's session who held it sees all there is, but it is nobody's attendance. */
const inRow = (row: string, { heldBy, ...matter }: Matter): Matter =>
  row === "course and group attendance" ? matter : { ...matter, heldBy };

/** Whether a viewer sees what falls under a row of section 5 in somebody's matter. */
export const sees = (viewer: Standing, row: string, matter: Matter): boolean =>
  columnsOf(row).some(({ opens }) => opens(viewer, inRow(row, matter))) &&
  !(row === JUDGED && withheld(viewer, matter)) &&
  !(row === "contributor's identity and words" && keptFromThePair(viewer, matter)) &&
  !(row === "supervision notes" && notedOfThemself(viewer, matter)) &&
  !(row === "selection" && selectedThemself(viewer, matter)) &&
  !(viewer.lead && matter.opened && withheld(viewer, matter.opened));
