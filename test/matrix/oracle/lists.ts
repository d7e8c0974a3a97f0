import { Row } from "../truth/truth";

/** By what a list is ordered: a column, and whether the greatest comes first. Everybody who sees the thing sees it. */
export interface Order {
  readonly by: string;
  readonly descending?: true;
  /** The field that shows it, where its name is another. */
  readonly shownAs?: string;
}

/** The orders of each type's lists, the usual one first. A new order is a line here; until then the matrix is red. */
export const ORDERS: Readonly<Record<string, Readonly<Record<string, Order>>>> = {
  Access: { NEWEST_FIRST: { by: "at", descending: true }, OLDEST_FIRST: { by: "at" } },
  Accreditation: { NEWEST_FIRST: { by: "accreditedOn", descending: true }, REFERENCE: { by: "reference" } },
  Application: { NEWEST_FIRST: { by: "startedAt", descending: true }, REFERENCE: { by: "reference" } },
  Assessment: { NEWEST_FIRST: { by: "openedAt", descending: true } },
  Board: { NAME: { by: "sortName", shownAs: "name" } },
  Charge: { NEWEST_FIRST: { by: "raisedAt", descending: true }, OLDEST_FIRST: { by: "raisedAt" } },
  Cohort: { NEWEST_FIRST: { by: "applyBy", descending: true }, REFERENCE: { by: "reference" } },
  Commission: { NEWEST_FIRST: { by: "proposedAt", descending: true }, REFERENCE: { by: "reference" } },
  DirectoryEntry: { NAME: { by: "sortName", shownAs: "name" }, REFERENCE: { by: "reference" } },
  Enquiry: { NEWEST_FIRST: { by: "askedAt", descending: true }, OLDEST_FIRST: { by: "askedAt" } },
  // The order in which things happened: of what one sees, `at` tells it too.
  Entry: {
    NEWEST_FIRST: { by: "position", descending: true, shownAs: "at" },
    OLDEST_FIRST: { by: "position", shownAs: "at" },
  },
  Evidence: { NEWEST_FIRST: { by: "submittedAt", descending: true }, OLDEST_FIRST: { by: "submittedAt" } },
  EvidenceDraft: { NEWEST_FIRST: { by: "begunAt", descending: true } },
  FidelityConcern: { NEWEST_FIRST: { by: "raisedAt", descending: true }, OLDEST_FIRST: { by: "raisedAt" } },
  InformationRequest: {
    NEWEST_FIRST: { by: "askedAt", descending: true },
    DUE_FIRST: { by: "dueOn" },
  },
  Import: { NEWEST_FIRST: { by: "importedAt", descending: true } },
  NetworkAttendance: { RECORDED: { by: "id" } },
  NetworkMeeting: { NEWEST_FIRST: { by: "date", descending: true }, OLDEST_FIRST: { by: "date" } },
  Pair: { REFERENCE: { by: "reference" }, NEWEST_FIRST: { by: "formedOn", descending: true } },
  Person: { NAME: { by: "sortName", shownAs: "name" } },
  Programme: { NAME: { by: "name" } },
  SupervisionSession: { NEWEST_FIRST: { by: "date", descending: true }, OLDEST_FIRST: { by: "date" } },
  // A trainee's name is their person's, whom everybody sees who sees the trainee.
  Trainee: {
    NAME: { by: "sortName", shownAs: "person" },
    REFERENCE: { by: "reference" },
    NEWEST_FIRST: { by: "enrolledOn", descending: true },
  },
};

/** What a filter compares: a column; of an edge, only what leads to a thing that the viewer sees is found. */
export interface Filter {
  readonly by: string;
  readonly edge?: true;
  readonly shownAs?: string;
}

const column = (by: string, shownAs = by): Filter => ({ by, shownAs });
const edge = (by: string): Filter => ({ by, edge: true, shownAs: by.replace(/Id$/, "") });

/** The filters of each type's lists. */
export const FILTERS: Readonly<Record<string, Readonly<Record<string, Filter>>>> = {
  Access: {
    at: column("at"),
    personId: edge("personId"),
    assessmentId: { by: "subjectId", edge: true, shownAs: "subject" },
  },
  Accreditation: { programmeId: edge("programmeId") },
  Application: { state: column("state"), cohortId: edge("cohortId") },
  Assessment: {
    outcome: column("outcome"),
    openedAt: column("openedAt"),
    traineeId: edge("traineeId"),
    assessorId: edge("assessorId"),
  },
  Board: { name: column("sortName", "name"), kind: column("kind"), sector: column("sector") },
  Charge: {
    raisedAt: column("raisedAt"),
    kind: column("kind"),
    payer: column("payer"),
    creditsId: edge("creditsId"),
  },
  Cohort: { applyBy: column("applyBy"), programmeId: edge("programmeId") },
  Commission: {
    stage: column("stage"),
    sector: column("sector"),
    practice: column("practice"),
    targetOn: column("targetOn"),
    late: column("late"),
    paused: column("paused", "pausedOn"),
    boardId: edge("boardId"),
    pairId: edge("pairId"),
  },
  DirectoryEntry: {
    name: column("sortName", "name"),
    area: column("areaKey", "area"),
    sectors: column("sectorList", "sectors"),
    nations: column("nationList", "nations"),
  },
  Enquiry: { askedAt: column("askedAt"), callAt: column("callAt"), programmeId: edge("programmeId") },
  Evidence: {
    state: column("state"),
    source: column("source"),
    submittedAt: column("submittedAt"),
    commissionId: edge("commissionId"),
  },
  EvidenceDraft: { state: column("state"), commissionId: edge("commissionId") },
  FidelityConcern: {
    open: column("open", "closedAt"),
    outcome: column("outcome"),
    raisedAt: column("raisedAt"),
    accreditationId: edge("accreditationId"),
    commissionId: edge("commissionId"),
    personId: edge("personId"),
  },
  InformationRequest: { state: column("state"), dueOn: column("dueOn") },
  NetworkAttendance: { attended: column("attended") },
  NetworkMeeting: { date: column("date"), programmeId: edge("programmeId") },
  Person: { name: column("sortName", "name") },
  SupervisionSession: { kind: column("kind"), date: column("date") },
  Trainee: {
    name: column("sortName", "person"),
    standing: column("standing"),
    cohortId: edge("cohortId"),
    pairId: edge("pairId"),
  },
};

type Value = Row[string];
const text = (value: unknown): string => String(value);

/** What each comparator says of a column's value: null is like nothing, and is not like anything. */
export const COMPARATORS: Readonly<Record<string, (value: Value, given: never) => boolean>> = {
  eq: (value, given: Value) => value !== null && text(value) === text(given),
  in: (value, given: readonly Value[]) => value !== null && given.map(text).includes(text(value)),
  not: (value, given: Value) => value === null || text(value) !== text(given),
  before: (value, given: Value) => value !== null && text(value) < text(given),
  after: (value, given: Value) => value !== null && text(value) > text(given),
  include: (value, given: Value) => text(value).split(",").includes(text(given)),
  contains: (value, given: Value) => value !== null && text(value).toLowerCase().includes(text(given).toLowerCase()),
};

const rank = (value: Value): string | number => value ?? "";

/** Rows in an order; ties by id, in its direction. Nulls do not occur in what lists are ordered by. */
export const inOrder = (rows: readonly Row[], { by, descending }: Order): Row[] => {
  const sign = descending ? -1 : 1;
  const compared = (a: Value, b: Value) => (rank(a) < rank(b) ? -sign : rank(a) > rank(b) ? sign : 0);
  return [...rows].sort((a, b) => compared(number(a[by]), number(b[by])) || compared(a.id ?? null, b.id ?? null));
};

/** Positions are numbers that some drivers answer as texts. */
const number = (value: Value | undefined): Value => (/^\d+$/.test(text(value)) ? Number(value) : (value ?? null));
