import { Row, Truth } from "../truth/truth";
import { KINDS } from "./kinds";
import { concerns, Standing } from "./relations";
import { TABLE } from "./section-5";

/** What a subscription tells of, and of whom it may be asked. */
export interface Feed {
  /** The kinds of entry it carries; all when left out. */
  readonly kinds?: readonly string[];
  /** Arguments that name a thing: out of scope it is NOT_FOUND, as one that never was. */
  readonly about: readonly string[];
  /** Arguments that only choose among what the viewer sees. Boards are known to everybody who signs in. */
  readonly filters: readonly string[];
  /** Whether an entry that the viewer sees is one of those asked for. */
  readonly matches: (entry: Row, args: Record<string, unknown>, viewer: Standing) => boolean;
}

const facts = (entry: Row): Record<string, unknown> => JSON.parse(String(entry.facts));
const asked = (given: unknown, value: unknown): boolean => given === undefined || given === value;

export const FEEDS: Readonly<Record<string, Feed>> = {
  feed: {
    about: ["about"],
    filters: ["kinds"],
    matches: (entry, { kinds, about }) =>
      (kinds === undefined || (kinds as string[]).includes(entry.kind as string)) &&
      (about === undefined ||
        [entry.subjectId, entry.traineeId, entry.pairId, entry.commissionId, entry.boardId, entry.personId].includes(
          about as string,
        )),
  },
  commissionChanged: {
    kinds: Object.keys(KINDS).filter((kind) =>
      /^Commission|^Rate|^TargetDay|^Quality(Assured|Corrected)|^BoardResponse|^Publication|^Information/.test(kind),
    ),
    about: ["commissionId"],
    filters: ["boardId"],
    matches: (entry, args) => asked(args.commissionId, entry.commissionId) && asked(args.boardId, entry.boardId),
  },
  supervisionLogged: {
    kinds: Object.keys(KINDS).filter((kind) => /^GroupSupervisionAttended|^IndividualSupervision/.test(kind)),
    about: ["traineeId"],
    filters: [],
    matches: (entry, args) => asked(args.traineeId, entry.traineeId),
  },
  evidenceSubmitted: {
    kinds: ["EvidenceSubmitted"],
    about: ["traineeId", "commissionId"],
    filters: [],
    matches: (entry, args) =>
      asked(args.traineeId, entry.traineeId) && asked(args.commissionId, facts(entry).commissionId),
  },
  assessmentDecided: {
    kinds: ["AssessmentDecided", "AssessmentReleased"],
    about: ["traineeId"],
    filters: [],
    // The contract: the decision to those who may see decisions, the release to those it was kept from.
    matches: (entry, args, { to }) =>
      asked(args.traineeId, entry.traineeId) &&
      (entry.kind === "AssessmentDecided" ||
        [to.self, to.partner, to.reviewer].some((own) => concerns(own, { trainees: [entry.traineeId] }))),
  },
  readinessChanged: {
    kinds: ["ReadinessChanged"],
    about: ["traineeId"],
    filters: [],
    matches: (entry, args) => asked(args.traineeId, entry.traineeId),
  },
};

/** Whether somebody is of a column's kind at all, whether or not there is anything to see yet. */
const OF_KIND: Readonly<Record<string, (viewer: Standing) => boolean>> = {
  public: () => true,
  "signed in": ({ personId }) => personId !== null,
  applicant: ({ to }) => to.applicant.persons.size > 0,
  "trainee (self)": ({ to }) => to.self.trainees.size > 0,
  "pair partner": ({ to }) => to.partner.persons.size > 0,
  reviewer: ({ to }) => to.reviewer.persons.size > 0,
  "assigned supervisor": ({ roles }) => roles.has("SUPERVISOR"),
  "assigned assessor": ({ roles }) => roles.has("ASSESSOR"),
  "board partner (own board)": ({ to }) => to.board.boards.size > 0,
  contributor: () => false,
  colleague: () => false,
  "programme lead": ({ lead }) => lead,
};

/** Cells that give nothing as such: what both share is each one's own. */
const nothing = (word: string): boolean => word === "–" || word === "items shared by both";

/** Whether a subscription is somebody's to follow at all: else FORBIDDEN. */
export const mayFollow = ({ kinds }: Feed, viewer: Standing): boolean =>
  kinds === undefined ||
  kinds.some((kind) => {
    const row = KINDS[kind]?.row ?? "?";
    const cells = Object.entries(TABLE.get(row) ?? {});
    return cells.some(([column, word]) => !nothing(word) && OF_KIND[column]?.(viewer));
  });

/** The kinds' rows, for the question whether the feed could ever tell this viewer something of a thing. */
export const rowsOf = ({ kinds }: Feed): readonly string[] => [
  ...new Set((kinds ?? []).map((kind) => KINDS[kind]?.row ?? "?")),
];

/** The entries of a feed, in the order they happened. */
export const entriesOf = (truth: Truth, { kinds }: Feed): Row[] =>
  truth
    .all("Entry")
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind as string))
    .toSorted((a, b) => Number(a.position) - Number(b.position));
