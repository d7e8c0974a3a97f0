import { daysAgo } from "../../support/story.beginning";
import { Made, Stage } from "./stage";

/** Two people, the board that commissions them, and who works on it. */
export interface Party {
  readonly pairId: string;
  /** Both of the pair; the first is a trainee. */
  readonly members: readonly [string, string];
  readonly boardId: string;
  readonly seat: string;
  readonly lead: string;
}

let count = 0;
/** A text that is like no other: whoever is shown another's sees that it is not theirs. */
export const words = (about: string): string => {
  count += 1;
  return `${about}, no. ${count}`;
};

/** The pair asks a board. */
export const propose = ({ act }: Stage, party: Party, more: Record<string, unknown> = {}): Promise<Made> =>
  act(party.members[0], "proposeCommission", {
    ...{ boardId: party.boardId, pairId: party.pairId, reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL" },
    ...{ sector: "CHILDREN", targetOn: daysAgo(-200), ...more },
  });

/** Both sides agree on both rates, one offered by the member and one by the board. */
export const agree = async ({ act, version }: Stage, { members, seat }: Party, commissionId: string): Promise<void> => {
  const offer = async (by: string, other: string, personId: string, amountMinor: number) => {
    const expectedVersion = await version("commission", commissionId);
    const { id } = await act(by, "offerRate", { commissionId, personId, amountMinor, expectedVersion });
    await act(other, "acceptRate", { rateOfferId: id, expectedVersion: 1 });
  };
  count += 1;
  await offer(members[0], seat, members[0], 50_000 + count);
  await offer(seat, members[1], members[1], 60_000 + count);
};

/** A review from the proposal to the board's response. */
export const review = async (stage: Stage, party: Party, ago: number): Promise<string> => {
  const { act, version, on } = stage;
  const { members, seat, lead } = party;
  on(ago);
  const { id: commissionId } = await propose(stage, party);
  await agree(stage, party, commissionId);
  const next = async (by: string, mutation: string, input: Record<string, unknown>) =>
    act(by, mutation, { commissionId, expectedVersion: await version("commission", commissionId), ...input });
  on(ago - 1);
  await next(seat, "grantCommission", { targetOn: daysAgo(-100 - ago) });
  for (const [index, to] of ["SCOPING", "DATA_COLLECTION", "ANALYSIS", "FINDINGS", "DRAFT_REPORT"].entries()) {
    on(ago - 2 - index);
    await next(members[index % 2] as string, "advanceCommission", { to });
  }
  on(ago - 10);
  await next(lead, "recordQualityAssurance", { passed: false, notes: words("Quality notes of another draft") });
  const noted = { passed: true, notes: words("Quality notes"), reason: words("Why they were amiss") };
  await next(lead, "correctQualityAssurance", noted);
  await next(seat, "recordBoardResponse", { text: words("A board's first response") });
  const response = { text: words("A board's response"), reason: words("Why it is another") };
  await next(seat, "correctBoardResponse", response);
  return commissionId;
};

/** What is made of a finished review: published, and closed. */
export const published = async ({ act, version }: Stage, { seat, lead }: Party, commissionId: string) => {
  const expectedVersion = await version("commission", commissionId);
  count += 1;
  const address = `https://example.org/reports/${count}`;
  const summary = { publication: "SUMMARY_ONLY", address: `${address}-summary`, reason: words("Why a summary") };
  await act(seat, "recordPublication", { commissionId, expectedVersion, ...summary });
  const said = { publication: "FULL", address };
  const later = { ...said, reason: words("Why it is published"), expectedVersion: expectedVersion + 1 };
  await act(seat, "correctPublication", { commissionId, ...later });
  await act(lead, "closeCommission", { commissionId, expectedVersion: expectedVersion + 2 });
};

/** The board lets a review rest, and go on again. */
export const interrupted = async ({ act, on, version }: Stage, { seat }: Party, commissionId: string, ago: number) => {
  const next = async (mutation: string, input: Record<string, unknown> = {}) =>
    act(seat, mutation, { commissionId, expectedVersion: await version("commission", commissionId), ...input });
  on(ago);
  await next("agreeTargetDay", { targetOn: daysAgo(-ago - 60), reason: words("Another day") });
  await next("pauseCommission", { until: daysAgo(-ago - 70), reason: words("Why it rests") });
  on(ago - 3);
  await next("resumeCommission");
  return next("pauseCommission", { until: daysAgo(-ago - 80), reason: words("Why it rests again") });
};

/** Each side asks the other; what becomes of it is said in the order in which they ask. */
export const inWriting = async (
  { act, on }: Stage,
  { members, seat }: Party,
  commissionId: string,
  ago: number,
): Promise<void> => {
  const [one, other] = members;
  const ask = async (by: string, due: number) => {
    const said = { request: words("What is asked for"), dueOn: daysAgo(due) };
    const { id, version } = await act(by, "requestInformation", { commissionId, ...said });
    return { informationRequestId: id, expectedVersion: version };
  };
  on(ago);
  await ask(one, ago - 1);
  await ask(seat, ago - 2);
  const answered = await ask(one, ago - 3);
  const refused = await ask(seat, ago - 4);
  const withdrawn = await ask(other, ago - 5);
  await act(seat, "answerInformationRequest", { ...answered, response: words("What is answered") });
  await act(other, "answerInformationRequest", { ...refused, given: false, response: words("Why not") });
  await act(one, "withdrawInformationRequest", { ...withdrawn, reason: words("Why it is withdrawn") });
};

/** An individual session, with a trainee or a reviewer, with notes that are shared with them or not. */
export const superviseAlone = (
  { act }: Stage,
  by: string,
  whom: { readonly traineeId: string } | { readonly reviewerId: string; readonly supervisorId: string },
  commissionId: string,
  shareNotes: boolean,
  ago: number,
) => {
  count += 1;
  return act(by, "logIndividualSupervision", {
    ...{ ...whom, commissionId, date: daysAgo(ago), minutes: 30 + (count % 500), chargeMinor: 10_000 + count },
    ...{ notes: words(shareNotes ? "Shared notes" : "Silent notes"), shareNotes },
  });
};

/** An item of evidence. */
export const give = (
  { act }: Stage,
  by: string,
  commissionId: string,
  source: string,
  traineeIds: readonly string[],
  areaIds: readonly string[],
): Promise<Made> =>
  act(by, "submitEvidence", {
    ...{ commissionId, source, traineeIds, areaIds, title: words("Evidence"), text: words("What it says") },
  });

/** A round of assessment: so many of the areas are judged; with an outcome it is decided. */
export const assess = async (
  { act, version, db }: Stage,
  by: string,
  traineeId: string,
  areas: readonly string[],
  outcome: string | null,
): Promise<string> => {
  const { id: assessmentId } = await act(by, "openAssessment", { traineeId });
  const now = () => version("assessment", assessmentId);
  for (const areaId of areas) {
    const said = { strengths: words("Strengths"), areasToWorkOn: words("To work on") };
    const judged = { assessmentId, areaId, rating: outcome === "ACCREDIT" ? "MET" : "DEVELOPING", ...said };
    const [rests] = await db.rows("SELECT MAX(evidenceId) AS id FROM assessment_evidence WHERE assessmentId = ?", [
      assessmentId,
    ]);
    await act(by, "recordJudgement", { ...judged, evidenceIds: [rests?.id], expectedVersion: await now() });
  }
  if (outcome) {
    const said = { outcome, summary: words("Summary") };
    await act(by, "decideAssessment", { assessmentId, expectedVersion: await now(), ...said });
  }
  return assessmentId;
};
