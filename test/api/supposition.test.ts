import { CommissionStage } from "../../src/commission/commission-stage";
import { Trainee } from "../../src/trainee/trainee.entity";
import { done } from "../support/change";
import { counts } from "../support/counts";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

type Supposition = Record<string, unknown>;
const RULE = "rule met needed actual next because { id text }";
const QUERY = `query ($id: ID!, $suppose: ReadinessSupposition) {
  trainee(id: $id) { readiness(suppose: $suppose) { ${RULE} parts { ${RULE} } } } }`;
const asked = (suppose: Supposition | null, by: string | null, { id }: Pick<Trainee, "id">) =>
  tandem.as(by).ask(QUERY, { id, suppose });
const supposing = async (suppose: Supposition | null, by = told.lead.id, trainee: Pick<Trainee, "id"> = told.ada) => {
  const { data, errors } = await asked(suppose, by, trainee);
  expect(errors).toBeUndefined();
  return data.trainee.readiness;
};
const partOf = (readiness: { parts: { rule: string }[] }, rule: string) =>
  readiness.parts.find((part) => part.rule === rule);
/** What contradicts, as one text. */
const refused = async (suppose: Supposition, by = told.lead.id, trainee: Pick<Trainee, "id"> = told.ada) => {
  const { data, errors } = await asked(suppose, by, trainee);
  expect(data?.trainee.readiness ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors?.[0].extensions.code).toBe("BAD_USER_INPUT");
  return errors?.[0].message as string;
};
const courseDates = () => told.courseDays.map(({ date }) => date);

/** All that Ada is still in want of, before anything was done but proposing the review. */
const everything = () => ({
  ...{ courseDays: courseDates(), groupDays: [1, 2, 3, 4].map((day) => daysAgo(-day)), ratesAgreed: true },
  ...{ stage: "QUALITY_ASSURANCE", qualityPassed: true, evidenceFrom: ["DOCUMENT", "OTHERS", "TRAINEE"] },
});

test("R12, R21, R24, R33: what a trainee still needs can be supposed, all of it at once, and the same rules answer", async () => {
  await told.commissioned(told.adaAndBen, told.board);
  expect(await supposing(null)).toMatchObject({ met: false });
  const readiness = await supposing(everything(), told.ada.personId);
  expect(readiness).toMatchObject({ met: true, actual: 7, next: null });
  expect(partOf(readiness, "E4")).toMatchObject({ actual: 4 });
  expect(partOf(readiness, "E8")).toMatchObject({ actual: 2 });
  expect(partOf(readiness, "E9")).toMatchObject({
    actual: 4,
    because: Array(4).fill({ id: null, text: expect.any(String) }),
  });
  expect(partOf(readiness, "E12")).toMatchObject({ actual: 3 });
});

test("R12: one thing alone is supposed, on top of what is", async () => {
  await told.readyForAssessment(told.ada);
  await told.attendCourse(told.ben, 2);
  const [real, supposed] = [await supposing(null), await supposing({})];
  expect(real).toMatchObject({ met: true });
  expect(supposed).toEqual(real);
  const more = await supposing({ courseDays: courseDates().slice(2, 3) }, told.lead.id, told.ben);
  expect(partOf(more, "E4")).toMatchObject({ actual: 3, met: false });
});

test("nothing of it is stored, and nothing is told of it", async () => {
  await told.commissioned(told.adaAndBen, told.board);
  const [before, real] = [await counts(tandem.db), await supposing(null)];
  await supposing(everything());
  expect(await counts(tandem.db)).toEqual(before);
  expect(await supposing(null)).toEqual(real);
});

test("all that contradicts itself, or what is, is named at once", async () => {
  await told.attendCourse(told.ada, 1);
  const [first, second] = courseDates() as [string, string];
  const day = { date: daysAgo(-5), venue: "York" };
  const { supervisor } = told;
  const scheduled = await done(
    tandem,
    supervisor.id,
    "scheduleGroupSupervision",
    day,
    "supervisionSession { id version }",
  );
  const { id: sessionId, version: expectedVersion } = scheduled.supervisionSession;
  await done(tandem, supervisor.id, "cancelGroupSupervision", { sessionId, expectedVersion, reason: "No room." });
  const without = { stage: "SCOPING", ratesAgreed: true, qualityPassed: true, evidenceFrom: ["TRAINEE", "TRAINEE"] };
  const days = { courseDays: [first, second, second, daysAgo(3)], groupDays: [daysAgo(-5), daysAgo(-6), daysAgo(-6)] };
  const said = await refused({ ...days, ...without });
  for (const fault of [
    ...[/courseDays names [^.]+ twice\./, /courseDays names [^.]+, which they attended already\./],
    ...[/courseDays names [^.]+, which is no course day of their cohort\./, /groupDays names [^.]+ twice\./],
    ...[/groupDays names [^.]+, which is cancelled\./, /evidenceFrom names TRAINEE twice\./],
    ...[/stage is of a practice review, and there is none\./, /ratesAgreed is of a practice review/],
    /qualityPassed is of a practice review/,
  ]) {
    expect(said).toMatch(fault);
  }
  expect(said.split(". ")).toHaveLength(9);
});

test.each([
  [{ stage: "COMMISSIONED" }, /^stage is behind scoping, where the review stands\.$/],
  [{ stage: "ABANDONED" }, /^stage is abandoned: such a review comes to nothing\.$/],
  [{ qualityPassed: true }, /^qualityPassed comes with quality assurance, and the review stands at scoping\.$/],
  [{ stage: "DRAFT_REPORT", qualityPassed: true }, /^qualityPassed comes with quality assurance/],
  [{ stage: "CLOSED", qualityPassed: false }, /^qualityPassed is false, and a review reaches closed only when/],
  [{ stage: "QUALITY_ASSURANCE", qualityPassed: false }, /^qualityPassed is false, and a review reaches quality/],
])("R13: of a review at scoping %j is refused", async (suppose, fault) => {
  await told.commissioned(told.adaAndBen, told.board, CommissionStage.SCOPING);
  expect(await refused(suppose)).toMatch(fault);
});

test("R21: of a review that is negotiated for it is refused to suppose it commissioned without rates agreed", async () => {
  await told.commissioned(told.adaAndBen, told.board, CommissionStage.NEGOTIATING);
  for (const stage of ["COMMISSIONED", "BOARD_RESPONSE"]) {
    expect(await refused({ stage, ratesAgreed: false })).toMatch(
      /^ratesAgreed is false, and a review reaches [a-z ]+ only when they are agreed\.$/,
    );
  }
  expect(partOf(await supposing({ ratesAgreed: false }), "E8")).toMatchObject({ met: false });
});

const days = (count: number) => Array.from({ length: count }, (_, day) => daysAgo(-day));

test.each([
  [{ groupDays: days(21) }, "groupDays may name at most 20."],
  [{ courseDays: days(21) }, "courseDays may name at most 20."],
  [{ evidenceFrom: Array(4).fill("OTHERS") }, "evidenceFrom may name at most 3."],
  [{ partnerId: "x".repeat(65) }, "partnerId must be shorter than or equal to 64 characters"],
  [{ groupDays: ["0217-01-01"] }, "groupDays must be in the years 1900 to 2199."],
  [{ courseDays: ["2200-01-01"] }, "courseDays must be in the years 1900 to 2199."],
])("what nobody could mean is refused before anything is read, alike for all: %#", async (suppose, sentence) => {
  for (const by of [told.lead.id, told.seat.id, null]) {
    const { status, data, errors } = await asked(suppose, by, told.ada);
    expect([status, data?.trainee ?? null, errors]).toMatchObject([
      400,
      null,
      [{ message: sentence, extensions: { code: "BAD_USER_INPUT" } }],
    ]);
  }
});

test("twenty days and sources are supposed, and each counts; a flood of them is refused at once", async () => {
  const costOf = async (suppose: Supposition | null) =>
    Number((await asked(suppose, told.lead.id, told.ada)).extensions?.cost?.requested);
  const plain = await costOf(null);
  expect(await costOf({ groupDays: days(20), evidenceFrom: ["TRAINEE"] })).toBe(plain + 21);

  const aliases = Array.from(
    { length: 45 },
    (_, place) => `a${place}: readiness(suppose: { groupDays: $days }) { met }`,
  );
  const began = performance.now();
  const { status, errors } = await tandem
    .as(told.lead.id)
    .ask(`query ($id: ID!, $days: [Date!]) { trainee(id: $id) { ${aliases.join(" ")} } }`, {
      ...{ id: told.ada.id, days: days(16_000).map(() => "2027-01-04") },
    });
  expect([status, errors]).toMatchObject([400, [{ message: "groupDays may name at most 20." }]]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("R22: a partner is supposed whose standing the viewer sees, and anybody else is as nobody", async () => {
  const { id } = (await accreditedOne(tandem, told, "Rae")) as { id: string };
  const alone = await told.trainee("Zed");
  const { lead } = told;
  const pair = partOf(await supposing({ partnerId: id }, lead.id, alone), "E6");
  expect(pair).toMatchObject({ met: true, actual: 2 });
  const unfit = partOf(await supposing({ partnerId: told.seat.id }, lead.id, alone), "E6");
  expect(unfit).toMatchObject({ met: false, next: expect.stringMatching(/neither a trainee nor accredited/) });
  const never = await refused({ partnerId: "per_01m879m1bqfzw8jwzfrth0h85d" }, alone.personId, alone);
  for (const partnerId of [id, told.lead.id, told.ben.personId, "LT-Rae", ""]) {
    expect(await refused({ partnerId }, alone.personId, alone)).toBe(never);
  }
  expect(await refused({ partnerId: id })).toMatch(/they work in a pair already/);
  expect(await refused({ partnerId: alone.personId }, lead.id, alone)).toMatch(/names the trainee/);
});

test("who does not see readiness is answered alike whatever they suppose", async () => {
  for (const by of [null, told.seat.id, told.ben.personId]) {
    const { data, errors } = await asked({ courseDays: [daysAgo(3), daysAgo(3)] }, by, told.ada);
    expect([errors, data.trainee?.readiness ?? null]).toEqual([undefined, null]);
  }
});

test("of several trainees each is answered by itself, compiled or not", async () => {
  await told.attendCourse(told.ada, 1);
  const query = `query ($days: [Date!]) { trainees(orderBy: REFERENCE) {
    nodes { id readiness(suppose: { courseDays: $days }) { parts { rule actual } } } } }`;
  const [first] = courseDates();
  for (let times = 0; times < 3; times += 1) {
    const { data, errors } = await tandem.as(told.lead.id).ask(query, { days: [first] });
    const found = new Map(
      data.trainees.nodes.map((node: { id: string; readiness: unknown }) => [node.id, node.readiness]),
    );
    expect(found.get(told.ada.id)).toBeNull();
    expect(found.get(told.ben.id)).toMatchObject({ parts: expect.arrayContaining([{ rule: "E4", actual: 1 }]) });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  }
});
