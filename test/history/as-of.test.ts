import { toIso } from "../../src/graph/scalars";
import { assessing } from "../support/assessing";
import { done } from "../support/change";
import { onADay } from "../support/on-a-day";
import { openCohort } from "../support/places";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const TRAINEE = "standing cohort enrolledOn pair ready rules { rule met } erased";
const ACCREDITATION = "standing accreditedOn yearFrom reviewDueOn lapsesOn lapsedOn erased";
const ASK = `query AsOf($id: ID!, $at: DateTime!) { node(id: $id) {
  ... on Trainee { trainee: asOf(at: $at) { ${TRAINEE} } }
  ... on Accreditation { accreditation: asOf(at: $at) { ${ACCREDITATION} } }
  ... on Commission { commission: asOf(at: $at) { stage } } } }`;

const asked = (by: string | null, id: string, at: string) => tandem.as(by).ask(ASK, { id, at });
const stood = async (by: string | null, id: string, at: string) => {
  const { data, errors } = await asked(by, id, at);
  expect(errors).toBeUndefined();
  return data.node && Object.values(data.node)[0];
};

/** When the last entry of a kind was written. */
const when = async (kind: string): Promise<string> => {
  const rows = await tandem.db.rows("SELECT at FROM entry WHERE kind = ? ORDER BY position DESC LIMIT 1", [kind]);
  return toIso(rows[0]?.at);
};
const later = (moment: string, by: number): string => new Date(Date.parse(moment) + by).toISOString();
/** Until the next change has a moment of its own. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5));
const now = () => new Date().toISOString();

test("a time before the Log begins, and one that is yet to come, are refused by name", async () => {
  const rows = await tandem.db.rows("SELECT at FROM entry ORDER BY position LIMIT 1");
  const begins = toIso(rows[0]?.at);
  const refused = async (at: string) => (await asked(told.lead.id, told.ada.id, at)).errors?.[0];
  expect(await refused(later(begins, -1))).toMatchObject({
    message: `\`at\` is before the Log begins, at ${begins}.`,
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect(await refused(later(now(), 60_000))).toMatchObject({
    message: expect.stringMatching(/^`at` is yet to come: it is 2\d{3}-/),
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect(await stood(told.lead.id, told.ada.id, begins)).toBeNull();
});

test("what happened at the very moment has happened, and before it nothing was there", async () => {
  await aMoment();
  const cara = await told.trainee("Cara");
  const enrolled = await when("TraineeEnrolled");
  expect(await stood(told.lead.id, cara.id, later(enrolled, -1))).toBeNull();
  expect(await stood(told.lead.id, cara.id, enrolled)).toMatchObject({ standing: "ENROLLED", cohort: "LT-2017" });
});

describe("of a decision", () => {
  let accreditation: string;
  let decided: string;
  let released: string;
  beforeEach(async () => {
    const act = assessing(tandem, told);
    await told.readyForAssessment(told.ada);
    const assessment = await act.decide(await act.judgeAreas(await act.open()));
    const [row] = await tandem.db.rows("SELECT id FROM accreditation");
    accreditation = row?.id as string;
    decided = await when("AccreditationGranted");
    await aMoment();
    await act.release(assessment);
    released = await when("AccreditationReleased");
  });

  test("R41: who could not be told before the release is not told later that it had been made before", async () => {
    for (const by of [told.ada.personId, told.supervisor.id, told.ben.personId]) {
      expect(await stood(by, accreditation, decided)).toBeNull();
      expect(await stood(by, accreditation, later(released, -1))).toBeNull();
      expect(await stood(by, accreditation, released)).toMatchObject({ standing: "ACTIVE", lapsedOn: null });
    }
    for (const by of [told.lead.id, told.assessor.id]) {
      expect(await stood(by, accreditation, later(decided, -1))).toBeNull();
      expect(await stood(by, accreditation, decided)).toMatchObject({ standing: "ACTIVE", erased: false });
    }
    expect(await stood(null, accreditation, released)).toBeNull();
  });

  test("R46: what was withdrawn does not lapse later, today as in its history", async () => {
    const input = { accreditationId: accreditation, reason: "A complaint.", expectedVersion: 1 };
    await done(tandem, told.lead.id, "withdrawAccreditation", input);
    const days = onADay(tandem.db, tandem.log);
    days.on("2099-06-01");
    const QUERY = `query ($id: ID!) { accreditation(id: $id) {
      standing lapsedOn later: asOf(at: "2099-05-01T12:00:00.000Z") { standing lapsedOn } } }`;
    const { data } = await days.askAs(told.lead.id)(QUERY, { id: accreditation });
    const gone = { standing: "WITHDRAWN", lapsedOn: null };
    expect(data.accreditation).toEqual({ ...gone, later: gone });
  });

  test("R41: a trainee stands as accredited from the release on, and not before", async () => {
    for (const by of [told.ada.personId, told.lead.id]) {
      expect(await stood(by, told.ada.id, later(released, -1))).toMatchObject({ standing: "ENROLLED" });
      expect(await stood(by, told.ada.id, released)).toMatchObject({ standing: "ACCREDITED" });
    }
  });
});

test("R9: each move of a trainee is told to their staff; a partner, who reads of none, is told of none that was not so", async () => {
  const cara = await told.trainee("Cara");
  const { reference: cohortId } = await openCohort(tandem, told, "LT-2018", 30);
  const act = async (mutation: string, expectedVersion: number, more: object = {}) => {
    await aMoment();
    const input = { traineeId: cara.id, reason: "Was ill.", expectedVersion, ...more };
    await done(tandem, told.lead.id, mutation, input);
    return now();
  };
  await aMoment();
  const moments = [
    now(),
    await act("deferTrainee", 1, { cohortId }),
    await act("withdrawTrainee", 2),
    await act("returnTrainee", 3, { cohortId }),
  ];
  const places = [
    { standing: "ENROLLED", cohort: "LT-2017" },
    { standing: "ENROLLED", cohort: "LT-2018" },
    { standing: "WITHDRAWN", cohort: "LT-2018" },
    { standing: "ENROLLED", cohort: "LT-2018" },
  ];
  const dev = await told.trainee("Dev");
  await done(tandem, told.lead.id, "formPair", { personIds: [cara.personId, dev.personId] });
  for (const [index, at] of moments.entries()) {
    for (const by of [told.lead.id, cara.personId]) {
      expect(await stood(by, cara.id, at)).toMatchObject({ ...places[index], pair: null, ready: false });
    }
    expect(await stood(dev.personId, cara.id, at)).toMatchObject({
      ...{ standing: null, cohort: null, ready: null, rules: null },
      enrolledOn: cara.enrolledOn,
    });
    expect(await stood(told.seat.id, cara.id, at)).toBeNull();
  }
  expect(await stood(dev.personId, cara.id, now())).toMatchObject({ pair: expect.stringMatching(/^P-/) });
});

test("what was erased is not known any more, and it is said; that somebody left by it is", async () => {
  const before = now();
  await aMoment();
  const input = { personId: told.ben.personId, reason: "REQUESTED", expectedVersion: 1 };
  const pair = { pairId: told.adaAndBen.id, expectedVersion: 1, reason: "They live too far apart." };
  await done(tandem, told.lead.id, "dissolvePair", pair);
  await done(tandem, told.ben.personId, "requestErasure", {});
  const [row] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [told.ben.personId]);
  await done(tandem, told.lead.id, "erasePerson", { ...input, expectedVersion: row?.version });

  const of = { enrolledOn: null, pair: null, erased: true };
  expect(await stood(told.lead.id, told.ben.id, before)).toMatchObject({ ...of, standing: null, cohort: null });
  const left = { standing: "WITHDRAWN", cohort: "LT-2017" };
  expect(await stood(told.lead.id, told.ben.id, now())).toMatchObject({ ...of, ...left });
  expect(await stood(told.lead.id, told.ada.id, before)).toMatchObject({ erased: false, standing: "ENROLLED" });
});

const met = (rules: { rule: string; met: boolean }[]) => rules.flatMap((rule) => (rule.met ? [rule.rule] : []));

test("R19: a board that turns out to safeguard nobody takes the rule E7 with it, and history tells since when", async () => {
  const review = { reviewKind: "SERIOUS_CASE_REVIEW", format: "FULL", sector: "CHILDREN" };
  const proposed = { pairId: told.adaAndBen.id, boardId: told.board.id, ...review };
  await done(tandem, told.ada.personId, "proposeCommission", proposed);
  await aMoment();
  const asProposed = now();
  const correction = { boardId: told.board.id, expectedVersion: 1, reason: "It is none." };
  await aMoment();
  await done(tandem, told.lead.id, "changeBoard", { ...correction, kind: "COMMUNITY_SAFETY_PARTNERSHIP" });
  for (const { id } of [told.ada, told.ben]) {
    const rules = async (at: string) => met(((await stood(told.lead.id, id, at)) as never as { rules: never[] }).rules);
    expect(await rules(asProposed)).toContain("E7");
    expect(await rules(now())).not.toContain("E7");
  }
});

test("where the Standard asks for no group day, a trainee has met that from the first, and history tells it", async () => {
  await tandem.db.source.query("UPDATE standard SET groupDays = 0");
  const { person } = await done(
    tandem,
    told.lead.id,
    "invitePerson",
    { name: "Eli", email: "eli@example.org" },
    "person { id }",
  );
  const { reference: cohortId } = await openCohort(tandem, told, "LT-2018", 30);
  const input = { personId: person.id, cohortId };
  const { trainee } = await done(tandem, told.lead.id, "enrolTrainee", input, "trainee { id }");
  const { rules } = (await stood(told.lead.id, trainee.id, now())) as { rules: { rule: string; met: boolean }[] };
  const { data } = await tandem
    .as(told.lead.id)
    .ask("query ($id: ID!) { trainee(id: $id) { readiness { parts { rule met } } } }", { id: trainee.id });
  expect(rules).toEqual(data.trainee.readiness.parts);
});
