// What the programme's document and its rules (E1–E20) say of a review, in a few plain facts. It shares no line with the
// server: where the two do not agree, one of them is wrong.

import { dayAfter } from "./day";

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
  /** Nobody's before they come to a pair, and after they left it. */
  pair: Pair | null;
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
  /** When somebody came in another's place. */
  readonly joinedOn: ReadonlyMap<Trainee, string>;
  ended: boolean;
  version: number;
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
  /** Who conducts it, and all who ever did. */
  pair: Pair;
  readonly pairs: Pair[];
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
  /** The day on which its trainee read the decision. */
  releasedOn: string | null;
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
  readonly trainees: readonly Trainee[];
  /** Those that have not ended, and all that ever were. */
  pairs: readonly Pair[];
  readonly everyPair: Pair[];
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

export const isOf = ({ trainees }: Pair, person: Person): boolean => trainees.some((one) => one.person === person);
export const isMember = ({ pairs }: Model, person: Person): boolean => pairs.some((pair) => isOf(pair, person));
const isStaffOf = (pair: Pair, person: Person): boolean => pair.trainees.some((trainee) => isStaff(trainee, person));
/** Rights go by pairs: whoever leaves one loses them by that alone. */
const worksOn = (pair: Pair, person: Person): boolean => !pair.ended && (isOf(pair, person) || isStaffOf(pair, person));

/** Design, section 5: a trainee; staff see whom they are assigned to. */
export const seesTrainee = ({ commissions }: Model, trainee: Trainee, person: Person): boolean =>
  Boolean(person.lead) ||
  trainee.person === person ||
  isStaff(trainee, person) ||
  (trainee.pair !== null && isOf(trainee.pair, person)) ||
  commissions.some((one) => one.pair === trainee.pair && !isNothing(one) && person.boards.includes(one.board));

/** Design, section 5: a pair and the names of the two. */
export const seesPair = ({ commissions }: Model, pair: Pair, person: Person): boolean =>
  Boolean(person.lead) ||
  worksOn(pair, person) ||
  commissions.some((one) => one.pair === pair && !isNothing(one) && person.boards.includes(one.board));

export const isStaff = ({ supervisor, assessors }: Trainee, person: Person): boolean =>
  supervisor === person || assessors.includes(person);

export const seesCommission = ({ pair, board }: Commission, person: Person): boolean =>
  Boolean(person.lead) || worksOn(pair, person) || person.boards.includes(board);

/** Their own case, or their pair partner's. */
export const isTheirOwn = ({ person: self, pair }: Trainee, person: Person): boolean =>
  self === person || (pair !== null && isOf(pair, person));

/** E20: whoever was of a pair with a trainee, or conducted part of the same review, before them or after. */
export const workedWith = ({ everyPair, commissions }: Model, trainee: Trainee, person: Person): boolean => {
  const theirs = everyPair.filter(({ trainees }) => trainees.includes(trainee));
  const shared = commissions.filter(({ pairs }) => pairs.some((pair) => theirs.includes(pair)));
  return [...theirs, ...shared.flatMap(({ pairs }) => pairs)].some((pair) => isOf(pair, person));
};

/** A judgement is between assessor and lead until it is released to the trainee; nobody reads their own before. */
export const seesRound = ({ trainee, released }: Round, person: Person): boolean =>
  (released && trainee.person === person) ||
  (!isTheirOwn(trainee, person) && (Boolean(person.lead) || trainee.assessors.includes(person)));

type Sides = Pick<Commission, "pair" | "board"> & Partial<Pick<Commission, "pairs">>;

/** Nobody sits on both sides: a member with a seat on the board is heard as the member, and once they left not at all. */
export const sideOf = ({ pair, board, pairs = [] }: Sides, person: Person): Offer["by"] | null => {
  if (isOf(pair, person)) return "MEMBER";
  return person.boards.includes(board) && !pairs.some((one) => isOf(one, person)) ? "BOARD" : null;
};

export const isAgreed = ({ offers }: Commission, person: Person): boolean =>
  offers.some((offer) => offer.person === person && offer.accepted);

/** E8: a rate for each of the pair, agreed by both sides. One does not wait for who came later to theirs. */
export const ratesAgreed = (commission: Commission, of?: Trainee): boolean =>
  commission.pair.trainees.every((one) => {
    const awaited = of && one !== of && commission.pair.joinedOn.has(one) && commission.commissionedOn !== null;
    return awaited || isAgreed(commission, one.person);
  });

/** E4: all days of the course. */
export const courseDone = ({ course }: Trainee): boolean => [...course.values()].filter(Boolean).length >= COURSE_DAYS;

/** The practice review a trainee is judged on: the latest that was not declined. */
export const reviewOf = ({ commissions }: Model, { pair }: Trainee): Commission | undefined =>
  commissions.findLast((one) => one.pair === pair && one.practice && !isNothing(one));

/** E9: different full days from the commission on, or since they came to it, until the assessment that ended the matter. */
const groupDaysDone = (model: Model, trainee: Trainee): boolean => {
  const commissionedOn = reviewOf(model, trainee)?.commissionedOn;
  if (!commissionedOn) return false;
  const joinedOn = trainee.pair?.joinedOn.get(trainee) ?? commissionedOn;
  const from = [commissionedOn, joinedOn].sort()[1] as string;
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

/** R39: whether a trainee may appeal against the last decision they read. Nobody does so here. */
export const mayAppeal = ({ rounds }: Trainee, today: string): boolean => {
  const last = rounds.findLast(({ released }) => released);
  return Boolean(last?.releasedOn) && last?.outcome !== "ACCREDIT" && today <= dayAfter(last?.releasedOn as string, 28);
};

/** Each rule of readiness, and the whole. */
export const readinessOf = (model: Model, trainee: Trainee): Record<string, boolean> => {
  const review = reviewOf(model, trainee);
  const rules = {
    E4: courseDone(trainee),
    E6: trainee.pair !== null,
    E7: review?.board.safeguards === true,
    E8: review !== undefined && ratesAgreed(review, trainee),
    E9: groupDaysDone(model, trainee),
    E11: review?.passed === true && hasReached(review, "DRAFT_REPORT"),
    E12: sourcesOf(model, trainee).size >= SOURCES,
  };
  return { READINESS: Object.values(rules).every(Boolean), ...rules };
};
