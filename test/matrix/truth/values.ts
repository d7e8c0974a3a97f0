import { completeness, QUESTIONS } from "./applying";
import { dayIn, moment, pounds, today } from "./forms";
import { changed } from "./history";
import { laterReviews } from "./later";
import { agreedRates, breakEvenDays, statement } from "./money";
import { statusReview } from "./reviewing";
import { placesTaken, scored, totalScore } from "./selecting";
import { arrivedSince, selfRating } from "./snapshot";
import { Row, Truth } from "./truth";

const vat = ({ feeMinor, vatPercent }: Row): number => Math.round((Number(feeMinor) * Number(vatPercent)) / 100);

/** A programme's fee as a cohort's columns hold it. */
const pinned = (row: Row): Row => ({ ...row, feeMinor: row.amountMinor ?? null });

const FINISHED = ["BOARD_RESPONSE", "PUBLISHED", "CLOSED", "DECLINED", "ABANDONED"];
const SOURCES = ["DOCUMENT", "OTHERS", "TRAINEE"];

/** Of few fields the value is another for another viewer. */
type Value = (row: Row, truth: Truth, personId: string | null) => unknown;

const awaited = ({ state, uploadUntil }: Row): boolean =>
  state === "AWAITED" && moment(uploadUntil) > new Date().toISOString();

/** The true value of each field that no column holds. */
const WORKED_OUT: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  Accreditation: {
    statusReview,
    standing: ({ withdrawnOn, lapsesOn, reviewDueOn, conditionsUntil }) => {
      const past = (day: Row[string] | undefined) => day != null && String(day) <= today();
      if (past(withdrawnOn)) return "WITHDRAWN";
      if (past(lapsesOn)) return "LAPSED";
      if (String(reviewDueOn) < today()) return "REVIEW_DUE";
      return conditionsUntil === null ? "ACTIVE" : "CONDITIONAL";
    },
    laterReviews: (row, truth) => laterReviews(truth, row),
    lapsedOn: ({ lapsesOn, withdrawnOn }) => {
      const withdrawnBefore = withdrawnOn !== null && String(withdrawnOn) < String(lapsesOn);
      return String(lapsesOn) <= today() && !withdrawnBefore ? (lapsesOn ?? null) : null;
    },
    meetingsThisYear: ({ id, yearFrom, reviewDueOn }, truth) => {
      const attended = truth
        .where("NetworkAttendance", "accreditationId", id)
        .filter((row) => Number(row.attended) === 1);
      const held = attended.map(({ meetingId }) => truth.row(meetingId)).filter((row) => row.cancelledAt === null);
      const days = held.map(({ date }) => String(date));
      return new Set(days.filter((day) => String(yearFrom) <= day && day < String(reviewDueOn))).size;
    },
  },
  Application: {
    scored: (row, truth) => scored(truth, row),
    totalScore: (row, truth) => totalScore(truth, row),
    completeness: (row, truth) => {
      const cv = truth.where("Document", "applicationId", row.id).some(({ state }) => state === "STORED");
      return completeness(row, truth.where("ApplicationAnswer", "applicationId", row.id), cv);
    },
  },
  Assessment: {
    arrivedSince: (row, truth) => arrivedSince(truth, row),
    // Noon is on the same day in London, whatever the season.
    appealBy: ({ outcome, releasedAt }) =>
      releasedAt === null || outcome === "ACCREDIT"
        ? null
        : dayIn(new Date(Date.parse(`${dayIn(new Date(moment(releasedAt)))}T12:00:00Z`) + 28 * 86_400_000)),
  },
  Charge: {
    amount: ({ amountMinor }) => pounds(amountMinor),
    vat: ({ vatMinor }) => pounds(vatMinor),
    withVat: ({ amountMinor, vatMinor }) => pounds(Number(amountMinor) + Number(vatMinor)),
  },
  Cohort: {
    placesTaken: ({ id }, truth) => placesTaken(truth, id),
    placesLeft: ({ id, capacity }, truth) => Math.max(0, Number(capacity) - placesTaken(truth, id)),
    open: ({ opensOn, applyBy }) => String(opensOn) <= today() && today() <= String(applyBy),
    fee: ({ feeMinor }) => pounds(feeMinor),
    vat: (row) => pounds(vat(row)),
    breakEvenDays: ({ feeMinor }) => Math.ceil(Number(feeMinor) / 50_000), // at £500 a day, where nothing else is said
    feeWithVat: (row) => pounds(Number(row.feeMinor) + vat(row)),
  },
  Commission: {
    statement: (row, truth) => ({ ...statement(row, truth, "commissionId"), rates: agreedRates(row, truth) }),
    late: ({ targetOn, pausedOn, stage }) =>
      targetOn !== null && String(targetOn) < String(pausedOn ?? today()) && !FINISHED.includes(stage as string),
    // No field, but what a list is found by.
    paused: ({ pausedOn }) => pausedOn !== null,
  },
  Contributor: {
    state: ({ until, linkIssuedAt, revokedAt, givenAt, forgottenAt }) => {
      if (forgottenAt !== null) return "FORGOTTEN";
      if (givenAt !== null) return "GIVEN";
      if (revokedAt !== null) return "REVOKED";
      if (String(until) < today()) return "EXPIRED";
      return linkIssuedAt === null ? "NAMED" : "INVITED";
    },
  },
  DirectoryEntry: {
    sectors: ({ sectorList }) => String(sectorList).split(",").filter(Boolean),
    nations: ({ nationList }) => String(nationList).split(",").filter(Boolean),
  },
  Document: {
    // Where to send it is told to whoever announced it, and to nobody else who sees the document.
    upload: (row, _, personId) => (awaited(row) && row.uploadedById === personId ? `upload of ${row.id}` : null),
    download: ({ id, state }) => (state === "STORED" ? `download of ${id}` : null),
  },
  Entry: { changed },
  Fee: {
    amount: ({ amountMinor }) => pounds(amountMinor),
    vat: (row) => pounds(vat(pinned(row))),
    withVat: (row) => pounds(Number(row.amountMinor) + vat(pinned(row))),
    covers: () => ["COURSE", "GROUP_SUPERVISION", "ASSESSMENT"],
  },
  // No field, but what a list is found by.
  FidelityConcern: { open: ({ closedAt }) => closedAt === null },
  InformationRequest: { overdue: ({ state, dueOn }) => state === "OPEN" && String(dueOn) < today() },
  Judgement: { selfRating: (row, truth) => selfRating(truth, row) },
  Person: {
    roles: ({ id }, truth) =>
      truth
        .where("person_role", "personId", id)
        .map(({ role }) => role)
        .sort(),
  },
  Programme: {
    questions: () => QUESTIONS.map((text, index) => ({ number: index + 1, text, asksForReview: index === 5 })),
    unpaidDays: ({ id }, truth) =>
      truth
        .where("ProgrammeItem", "programmeId", id)
        .filter(({ section, retiredOn }) => section === "UNPAID_TIME" && retiredOn === null)
        .reduce((sum, { days }) => sum + Number(days), 0),
  },
  RateOffer: { rate: ({ amountMinor }) => pounds(amountMinor) },
  SupervisionSession: {
    charge: ({ chargeMinor }) => (chargeMinor === null ? null : pounds(chargeMinor)),
    placesLeft: ({ id, capacity }, truth) =>
      capacity === null
        ? null
        : Number(capacity) - truth.where("Booking", "sessionId", id).filter(({ state }) => state === "PLACE").length,
  },
  Trainee: {
    statement: (row, truth) => ({ ...statement(row, truth, "traineeId"), rates: [] }),
    breakEvenDays,
    evidenceMatrix: ({ id, cohortId }, truth) => {
      const areas = truth.where("CompetencyArea", "standardId", truth.row(cohortId).standardId);
      const items = truth.where("evidence_about", "traineeId", id).map(({ evidenceId }) => truth.row(evidenceId));
      const tagged = (item: Row, areaId: unknown) =>
        truth.where("evidence_area", "evidenceId", item.id).some((tag) => tag.areaId === areaId);
      return areas
        .toSorted((a, b) => (String(a.code) < String(b.code) ? -1 : 1))
        .flatMap(({ id: areaId, code }) =>
          SOURCES.map((source) => ({
            area: { id: areaId },
            code,
            count: items.filter((item) => item.state === "SUBMITTED" && item.source === source && tagged(item, areaId))
              .length,
            source,
          })),
        );
    },
  },
};

/** The true value of a field that is no edge: its column's in the form of its GraphQL type, or worked out. */
export const trueValue = (
  truth: Truth,
  type: string,
  field: string,
  graphqlType: string,
  row: Row,
  personId: string | null,
): unknown => {
  const workedOut = WORKED_OUT[type]?.[field];
  if (workedOut) return workedOut(row, truth, personId);
  const value = row[field];
  if (value === undefined)
    throw new Error(`What is the true value of ${type}.${field}? It has no column: see values.ts.`);
  if (value === null) return null;
  if (graphqlType === "Boolean") return Boolean(Number(value));
  if (graphqlType === "Int") return Number(value);
  if (graphqlType === "DateTime") return moment(value);
  if (graphqlType === "JSON") return JSON.parse(String(value));
  return value;
};
