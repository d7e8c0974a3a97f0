// What the programme's document and its rules (E1–E20) say of a review, in a few plain facts. It shares no line with the
// server: where the two do not agree, one of them is wrong.

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly lead?: boolean;
  readonly supervisor?: boolean;
  readonly assessor?: boolean;
  /** The boards they speak for. */
  readonly boards: Board[];
}

export interface Board {
  readonly id: string;
  readonly name: string;
  readonly safeguards: boolean;
}

export interface Trainee {
  readonly id: string;
  readonly person: Person;
  readonly supervisor: Person;
  readonly assessors: readonly Person[];
  pair: Pair;
  /** Course days by number, and group days by id: whether they were there. */
  readonly course: Map<number, boolean>;
  readonly group: Map<string, boolean>;
  readonly rounds: Round[];
  /** Who supervised them one to one. */
  readonly supervisedBy: Set<Person>;
  accredited: boolean;
}

export interface Pair {
  readonly id: string;
  readonly trainees: readonly Trainee[];
}

export interface Offer {
  readonly id: string;
  readonly commission: Commission;
  readonly person: Person;
  readonly by: "MEMBER" | "BOARD";
  readonly amountMinor: number;
  accepted: boolean;
  withdrawn: boolean;
  version: number;
}

export interface Commission {
  readonly id: string;
  readonly pair: Pair;
  readonly board: Board;
  readonly practice: boolean;
  readonly offers: Offer[];
  stage: string;
  commissionedOn: string | null;
  targetOn: string | null;
  /** Since when it rests, and until when it is expected to. */
  pausedOn: string | null;
  pausedUntil: string | null;
  passed: boolean | null;
  version: number;
}

/** What one side of a commission asks the other for. */
export interface Information {
  readonly id: string;
  readonly commission: Commission;
  readonly askedBy: Offer["by"];
  state: "OPEN" | "ANSWERED" | "REFUSED" | "WITHDRAWN";
  version: number;
}

/** What an item of evidence says of itself. */
export interface Meant {
  readonly commission: Commission;
  readonly source: string;
  readonly about: readonly Trainee[];
  readonly area: string;
  readonly title: string;
  readonly replaces: Item | null;
}

export interface Item extends Meant {
  readonly id: string;
  readonly by: Person;
  state: "SUBMITTED" | "RETURNED" | "WITHDRAWN";
  version: number;
}

/** An item as its writer has it before it is submitted. */
export interface Draft extends Meant {
  readonly id: string;
  readonly by: Person;
  open: boolean;
  version: number;
}

export interface GroupDay {
  readonly id: string;
  date: string;
  readonly supervisor: Person;
  /** How many it has room for; null for as many as come. */
  capacity: number | null;
  /** Each once, in the order in which they last booked. */
  readonly bookings: Booking[];
  cancelled: boolean;
  version: number;
}

export interface Booking {
  readonly id: string;
  readonly trainee: Trainee;
  state: "PLACE" | "WAITING" | "CANCELLED";
  version: number;
}

/** Supervision one to one. */
export interface Session {
  readonly id: string;
  readonly trainee: Trainee;
  date: string;
  minutes: number;
  amountMinor: number;
  /** What the board was charged last. */
  charge: Charge;
  struckOut: boolean;
  version: number;
}

export interface CourseDay {
  readonly id: string;
  readonly number: number;
  version: number;
}

export interface Round {
  readonly id: string;
  readonly number: number;
  readonly trainee: Trainee;
  readonly assessor: Person;
  readonly openedOn: string;
  readonly ratings: Map<string, string>;
  /** The evidence there was when it was opened. */
  readonly judgedOn: readonly Item[];
  outcome: string | null;
  released: boolean;
  version: number;
}

/** A charge of the ledger: to the board of a commission, or to a trainee. Pence, without VAT. */
export interface Charge {
  readonly id: string;
  readonly kind: string;
  readonly to: Commission | Trainee;
  readonly amountMinor: number;
  /** What was taken back of it, by credit notes, each in pence. */
  readonly credited: number[];
}

export interface Model {
  readonly people: readonly Person[];
  readonly boards: readonly Board[];
  readonly pairs: readonly Pair[];
  readonly courseDays: readonly CourseDay[];
  readonly commissions: Commission[];
  readonly groupDays: GroupDay[];
  readonly information: Information[];
  readonly items: Item[];
  readonly drafts: Draft[];
  readonly sessions: Session[];
  readonly ledger: Charge[];
  /** The day it is. */
  today: string;
}

/** The stages of a review, one after the other. */
export const STAGES = [
  ...["NEGOTIATING", "COMMISSIONED", "SCOPING", "DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"],
  ...["QUALITY_ASSURANCE", "BOARD_RESPONSE", "PUBLISHED", "CLOSED"],
];
/** Declined or abandoned: there is no such review any more. */
export const isNothing = ({ stage }: Commission): boolean => !STAGES.includes(stage);
export const hasReached = ({ stage }: Commission, wanted: string): boolean =>
  STAGES.indexOf(stage) >= STAGES.indexOf(wanted);
/** Between two sides still, and not decided yet what becomes of it. */
export const isUnderWay = (commission: Commission, from: string): boolean =>
  hasReached(commission, from) && !hasReached(commission, "PUBLISHED");
export const AREAS = ["C1", "C2", "C3", "C4", "C5", "C6"];
const COURSE_DAYS = 4;
const GROUP_DAYS = 4;
const SOURCES = 3;

export const traineesOf = ({ pairs }: Model): Trainee[] => pairs.flatMap(({ trainees }) => trainees);
export const isOf = ({ trainees }: Pair, person: Person): boolean => trainees.some((one) => one.person === person);
export const isMember = ({ pairs }: Model, person: Person): boolean => pairs.some((pair) => isOf(pair, person));
export const isStaffOf = (pair: Pair, person: Person): boolean =>
  pair.trainees.some(({ supervisor, assessors }) => supervisor === person || assessors.includes(person));

/** Design, section 5: a pair, its trainees and their names. */
export const seesPair = ({ commissions }: Model, pair: Pair, person: Person): boolean =>
  Boolean(person.lead) ||
  isOf(pair, person) ||
  isStaffOf(pair, person) ||
  commissions.some((one) => one.pair === pair && !isNothing(one) && person.boards.includes(one.board));

export const isStaff = ({ supervisor, assessors }: Trainee, person: Person): boolean =>
  supervisor === person || assessors.includes(person);

export const seesCommission = ({ pair, board }: Commission, person: Person): boolean =>
  Boolean(person.lead) || isOf(pair, person) || isStaffOf(pair, person) || person.boards.includes(board);

/** A judgement is between assessor and lead until it is released to the trainee; nobody reads their own before. */
export const seesRound = ({ trainee, released }: Round, person: Person): boolean =>
  (released && trainee.person === person) ||
  (!isOf(trainee.pair, person) && (Boolean(person.lead) || trainee.assessors.includes(person)));

/** Nobody sits on both sides: a member with a seat on the board is heard as the member. */
export const sideOf = ({ pair, board }: Pick<Commission, "pair" | "board">, person: Person): Offer["by"] | null => {
  if (isOf(pair, person)) return "MEMBER";
  return person.boards.includes(board) ? "BOARD" : null;
};

/** E8: a rate for each of the pair, agreed by both sides. */
export const ratesAgreed = ({ pair, offers }: Commission): boolean =>
  pair.trainees.every(({ person }) => offers.some((offer) => offer.person === person && offer.accepted));

/** E4: all days of the course. */
export const courseDone = ({ course }: Trainee): boolean => [...course.values()].filter(Boolean).length >= COURSE_DAYS;

/** The practice review a trainee is judged on: the latest that was not declined. */
export const reviewOf = ({ commissions }: Model, { pair }: Trainee): Commission | undefined =>
  commissions.findLast((one) => one.pair === pair && one.practice && !isNothing(one));

/** E9: different full days from the commission on, until the assessment that ended the matter. */
const groupDaysDone = (model: Model, trainee: Trainee): boolean => {
  const from = reviewOf(model, trainee)?.commissionedOn;
  if (!from) return false;
  const last = trainee.rounds.findLast(({ outcome, released }) => released && outcome !== "FURTHER_EVIDENCE_NEEDED");
  const until = last?.openedOn ?? model.today;
  const days = model.groupDays.filter(({ id, date }) => trainee.group.get(id) && from <= date && date <= until);
  return new Set(days.map(({ date }) => date)).size >= GROUP_DAYS;
};

/** E12: from where there is evidence that counts. What was returned or taken back does not. */
const sourcesOf = ({ items }: Model, trainee: Trainee): Set<string> =>
  new Set(
    items.filter(({ about, state }) => about.includes(trainee) && state === "SUBMITTED").map((one) => one.source),
  );

/** VAT at 20 %, to the nearest penny, half a penny up. */
export const vatOn = (amountMinor: number): number => Math.floor((amountMinor * 20 + 50) / 100);
const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
export const leftOf = ({ amountMinor, credited }: Charge): number => amountMinor - sum(credited);

/** Each rule of readiness, and the whole. */
export const readinessOf = (model: Model, trainee: Trainee): Record<string, boolean> => {
  const review = reviewOf(model, trainee);
  const rules = {
    E4: courseDone(trainee),
    E6: true, // each of them is one of a pair of two, from beginning to end
    E7: review?.board.safeguards === true,
    E8: review !== undefined && ratesAgreed(review),
    E9: groupDaysDone(model, trainee),
    E11: review?.passed === true && hasReached(review, "DRAFT_REPORT"),
    E12: sourcesOf(model, trainee).size >= SOURCES,
  };
  return { READINESS: Object.values(rules).every(Boolean), ...rules };
};
