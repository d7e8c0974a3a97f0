import { KINDS } from "../oracle/kinds";
import { dayIn, moment } from "./forms";
import { Row } from "./truth";

/** The moment of which snapshots are asked: when the world was made, so that what is done later has not happened yet. */
let madeAt = new Date().toISOString();
export const theWorldIsMade = (): void => {
  madeAt = new Date().toISOString();
};
export const asOf = (): string => madeAt;

type Facts = Readonly<Record<string, unknown>>;
type Tells = (facts: Facts, kind: string) => unknown;

const factsOf = ({ facts }: Row): Facts | null => JSON.parse(String(facts)) as Facts | null;
const after = (said: unknown): unknown =>
  said !== null && typeof said === "object" && "to" in said ? (said as { to: unknown }).to : said;

/** The entries up to that moment, of some kinds, the oldest first. */
const upTo = (entries: readonly Row[], kinds: readonly string[]): Row[] =>
  entries
    .filter(({ at, kind }) => moment(at) <= asOf() && kinds.includes(kind as string))
    .toSorted((one, other) => Number(one.position) - Number(other.position));

/** What was told last, by whichever of some kinds tells of it; null where nothing was, or what was is erased. */
const last = (entries: readonly Row[], kinds: string, tells: Tells): unknown => {
  for (const entry of upTo(entries, kinds.split(" ")).reverse()) {
    const facts = factsOf(entry);
    const told = facts === null ? null : after(tells(facts, entry.kind as string));
    if (told !== undefined) return told;
  }
  return null;
};
const called =
  (name: string): Tells =>
  (facts) =>
    facts[name];

const RULES = "E4 E6 E7 E8 E9 E11 E12".split(" ");

const lives = "TraineeEnrolled TraineeDeferred TraineeWithdrawn TraineeReturned";
const OF_TRAINEE = `${lives} AccreditationReleased PairFormed PairDissolved ReadinessChanged`;

/** How a trainee stood; `ready` is whether the viewer is told of their readiness, and so of how their place changed. */
const trainee = (entries: readonly Row[], ready: boolean) => {
  const is = (rule: string) => upTo(entries, ["ReadinessChanged"]).findLast((entry) => factsOf(entry)?.rule === rule);
  const met = (rule: string) => Boolean(factsOf(is(rule) ?? { facts: "{}" })?.to);
  const formed = last(entries, "PairFormed", called("reference"));
  const ended = upTo(entries, ["PairDissolved"]).some((entry) => factsOf(entry)?.reference === formed);
  const stands: Tells = (facts, kind) => (kind === "TraineeEnrolled" ? "ENROLLED" : facts.standing);
  return {
    at: asOf(),
    standing: ready ? last(entries, `${lives} AccreditationReleased`, stands) : null,
    cohort: ready ? last(entries, lives, called("cohort")) : null,
    enrolledOn: last(entries, "TraineeEnrolled", called("enrolledOn")),
    pair: ended ? null : formed,
    ready: ready ? met("READINESS") : null,
    rules: ready ? RULES.map((rule) => ({ rule, met: met(rule) })) : null,
  };
};

const MOVES =
  "CommissionGranted CommissionDeclined CommissionAdvanced CommissionAbandoned QualityAssured QualityCorrected PublicationDecided";
const RESTS = "CommissionPaused CommissionResumed CommissionAbandoned";
const OF_COMMISSION = `CommissionProposed CommissionReassigned TargetDayAgreed BoardResponseCorrected PublicationCorrected ${MOVES} ${RESTS}`;
const BEGUN = "CommissionProposed";
const TOLD_ONCE = ["board", "reviewKind", "format", "sector", "practice"];
const OVER = ["BOARD_RESPONSE", "PUBLISHED", "CLOSED", "DECLINED", "ABANDONED"];

const commission = (entries: readonly Row[]) => {
  const of = (kinds: string, name: string) => last(entries, kinds, called(name));
  const stage = last(entries, `${BEGUN} ${MOVES}`, ({ to }, kind) => (kind === BEGUN ? "NEGOTIATING" : to));
  const targetOn = of(`${BEGUN} CommissionGranted TargetDayAgreed CommissionResumed`, "targetOn");
  const pausedOn = of(RESTS, "pausedOn");
  return {
    at: asOf(),
    stage,
    ...Object.fromEntries(TOLD_ONCE.map((name) => [name, of(BEGUN, name)])),
    pair: of(`${BEGUN} CommissionReassigned`, "pair"),
    commissionedOn: of("CommissionGranted", "commissionedOn"),
    startedOn: of("CommissionAdvanced", "startedOn"),
    targetOn,
    late:
      targetOn !== null &&
      String(targetOn) < String(pausedOn ?? dayIn(new Date(asOf()))) &&
      !OVER.includes(stage as string),
    pausedOn,
    pausedUntil: of(RESTS, "pausedUntil"),
    qualityPassed: of("QualityAssured QualityCorrected", "qualityPassed"),
    qualityRecordedOn: of("QualityAssured", "qualityRecordedOn"),
    boardResponse: of("CommissionAdvanced BoardResponseCorrected", "boardResponse"),
    publication: of("PublicationDecided PublicationCorrected", "publication"),
    publicationAddress: of("PublicationDecided PublicationCorrected", "publicationAddress"),
  };
};

const DAYS = ["accreditedOn", "yearFrom", "reviewDueOn", "lapsesOn", "conditionsUntil", "withdrawnOn", "restoredOn"];
/** Every kind that may tell one of them, by its name. */
const OF_ACCREDITATION = Object.entries(KINDS)
  .filter(([, { facts }]) => facts.split(" ").some((fact) => DAYS.includes(fact)))
  .map(([kind]) => kind)
  .join(" ");

const accreditation = (entries: readonly Row[]) => {
  const days = Object.fromEntries(DAYS.map((day) => [day, last(entries, OF_ACCREDITATION, called(day))]));
  const on = dayIn(new Date(asOf()));
  const past = (day: unknown) => day !== null && String(day) <= on;
  const lapsed = past(days.lapsesOn);
  const withdrawnBefore = days.withdrawnOn !== null && String(days.withdrawnOn) < String(days.lapsesOn);
  const held = String(days.reviewDueOn) < on ? "REVIEW_DUE" : days.conditionsUntil ? "CONDITIONAL" : "ACTIVE";
  return {
    at: asOf(),
    ...days,
    lapsedOn: lapsed && !withdrawnBefore ? days.lapsesOn : null,
    standing: past(days.withdrawnOn) ? "WITHDRAWN" : lapsed ? "LAPSED" : held,
  };
};

/** How a thing stood at that moment, by the entries about it that a viewer sees; null before it was there for them. */
export const stoodThen = (type: string, entries: readonly Row[], ready: boolean): object | null => {
  const kinds = { Trainee: OF_TRAINEE, Commission: OF_COMMISSION, Accreditation: OF_ACCREDITATION }[type] ?? "";
  const told = upTo(entries, kinds.split(" "));
  const begun = { Trainee: ["TraineeEnrolled"], Commission: [BEGUN] }[type];
  if (!told.some(({ kind }) => !begun || begun.includes(kind as string))) return null;
  const erased = told.some((entry) => factsOf(entry) === null);
  const stood =
    type === "Trainee" ? trainee(entries, ready) : type === "Commission" ? commission(entries) : accreditation(entries);
  return { ...stood, erased };
};

const STAGE = "stage";
/** What a kind of entry changed by `from` and `to` of its own, where it is no state. */
const OWN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(MOVES.split(" ").map((kind) => [kind, STAGE])),
  PersonLinked: "identity",
  CriterionScored: "score",
  CallArranged: "callAt",
  ItemsPublished: "items",
  CourseAttendanceRecorded: "attended",
  GroupSupervisionAttended: "attended",
  NetworkMeetingAttended: "attended",
  BookedDayMoved: "date",
  AttendedMeetingMoved: "date",
  FidelityConcernAnswered: "answer",
  AppealAssigned: "assessorId",
  ReadinessChanged: "met",
};

/** What an entry changed: its own `from` and `to`, and each fact that has both. */
export const changed = (entry: Row): object[] | null => {
  const facts = factsOf(entry);
  if (facts === null) return null;
  const own = "from" in facts && "to" in facts ? { [OWN[entry.kind as string] ?? "state"]: facts } : {};
  return [...Object.entries(own), ...Object.entries(facts)].flatMap(([name, said]) => {
    if (said === null || typeof said !== "object" || !("from" in said) || !("to" in said)) return [];
    if (said !== facts && Object.keys(said).length !== 2) return [];
    const { from, to } = said as { from: unknown; to: unknown };
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ name, before: from, after: to }];
  });
};
