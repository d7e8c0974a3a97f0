/**
 * Who may see what: the one place that says so. Each thing, each narrower field and each kind of entry names a row.
 *
 * ✓ the viewer sees it where it concerns somebody or something the viewer is related to in that way;
 * "released", "shared": only once that has happened;
 * "of trainees": where it is a trainee's, and not what is somebody's own as a reviewer, who may have been a trainee once;
 * – or absent: never, by that relation.
 *
 * "board" is who speaks for the board whose matter it is; "boardOfPair" who speaks for a board that a pair has proposed
 * a review to, while it has neither been declined nor abandoned: it sees who they are, and nothing that another board pays for.
 */
export const RELATIONS = [
  "public",
  "signedIn",
  "self",
  "partner",
  "reviewer",
  "supervisor",
  "assessor",
  "board",
  "boardOfPair",
  "colleague",
  "lead",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What must have happened to a thing before a relation opens it. */
export type Flag = "released" | "shared";

export type Cell = "✓" | "of trainees" | Flag;
type Cells = Partial<Record<Relation, Cell>>;

/** What must have happened before a cell opens anything, where something must. */
export const flagOf = (cell: Cell): Flag | null => (cell === "✓" || cell === "of trainees" ? null : cell);

const row = (cells: Cells, withheld?: Withheld) => ({ cells, withheld });

/** Rights that one's other roles would give, taken back: one's own case and one's pair partner's, until released. */
type Withheld = { from: readonly Relation[]; until: Flag };

const assigned = { supervisor: "✓", assessor: "✓", lead: "✓" } as const;
const assignedToTrainees = { supervisor: "of trainees", assessor: "of trainees", lead: "✓" } as const;

export const TABLE = {
  programme: row({ public: "✓" }),
  name: row({ self: "✓", partner: "✓", reviewer: "✓", boardOfPair: "✓", ...assigned }),
  /** Whom one works with is known by name; that they are a trainee or accredited falls under `name`. */
  person: row({ self: "✓", partner: "✓", reviewer: "✓", boardOfPair: "✓", colleague: "✓", ...assigned }),
  contact: row({ self: "✓", partner: "✓", boardOfPair: "✓", ...assigned }),
  attendance: row({ self: "✓", ...assigned }),
  groupDay: row({ signedIn: "✓" }),
  /** A meeting of the network is in everybody's calendar; who was there falls under `statusReview`. */
  networkMeeting: row({ signedIn: "✓" }),
  individualSupervision: row({ self: "✓", board: "✓", ...assignedToTrainees }),
  /** Nobody reads what was noted of them before it is shared with them, a lead who was supervised included. */
  supervisionNotes: row({ self: "shared", ...assignedToTrainees }, { from: ["self"], until: "shared" }),
  evidence: row({ self: "✓", ...assigned }),
  /** As a draft of an application, whoever it is about; and that an item came back to a writer whom it is not about. */
  evidenceDraft: row({ self: "✓" }),
  readiness: row({ self: "✓", ...assigned }),
  judgements: row(
    { self: "released", assessor: "✓", lead: "✓" },
    { from: ["self", "partner", "reviewer"], until: "released" },
  ),
  commission: row({ self: "✓", reviewer: "✓", board: "✓", ...assigned }),
  qualityNotes: row({ self: "✓", reviewer: "✓", ...assigned }),
  /** Whom a pair named to be asked for input: not what became of it. */
  contributors: row({ self: "✓", reviewer: "✓", ...assigned }),
  /** What a contributor wrote and that it was they who did: the trainee's to read if they agreed, a lead's of their own pair too. */
  contribution: row({ self: "shared", ...assigned }, { from: ["self", "partner", "reviewer"], until: "shared" }),
  charges: row({ board: "✓", lead: "✓" }),
  /** What a trainee is charged; what a place costs is the programme's to tell everybody. */
  fee: row({ self: "✓", lead: "✓" }),
  /** What a yearly review found, and the days by which it goes on: standing itself falls under `name`. */
  statusReview: row({ self: "✓", lead: "✓" }),
  /** The signed credential of an accreditation is its holder's to show: whoever is given it can check it. */
  credential: row({ self: "✓", lead: "✓" }),
  /** Where an accreditation stands, and nothing of whose it is: for whoever was given its number. */
  standingByNumber: row({ public: "✓" }),
  /** The public directory: who agreed to be in it, while their accreditation holds. */
  directory: row({ public: "✓" }),
  /** An entry of it that is not shown, because the accreditation holds no more; and who came into it and left it, when. */
  directoryRecord: row({ self: "✓", lead: "✓" }),
  board: row({ signedIn: "✓" }),
  roles: row({ self: "✓", lead: "✓" }),
  application: row({ self: "✓", lead: "✓" }),
  /** What is not submitted yet is its writer's alone. */
  applicationDraft: row({ self: "✓" }),
  /** How an application was scored: never to be seen by the applicant, a lead who applies included. */
  selection: row({ lead: "✓" }, { from: ["self"], until: "released" }),
  /** What the programme's office keeps to itself: imports, how many places are left. */
  office: row({ lead: "✓" }),
  /** Not the trainee: who opened one's assessment would tell that there is one. */
  access: row({ self: "✓", lead: "✓" }),
  /** Each document falls under the row of what it belongs to: an application, evidence or a draft of it, a commission. */
  document: row({}),
  /** Each entry of the Log falls under the row that its kind names. */
  entry: row({}),
} as const satisfies Record<string, { cells: Cells; withheld: Withheld | undefined }>;

export type RowName = keyof typeof TABLE;
export const ROWS = Object.keys(TABLE) as RowName[];

/** Whoever reads what falls under these rows is recorded: a field, or a kind of entry, says what is opened by it. */
export const RECORDED: ReadonlySet<RowName> = new Set(["judgements"]);
