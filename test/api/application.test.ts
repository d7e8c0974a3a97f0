import { ANSWERS, COMPLETE, EXAMPLE, takeApplications } from "../support/applying";
import { done, refused, rejected } from "../support/change";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await takeApplications(tandem.db, told.cohort);
  kim = (await told.person("Kim Newcomer")).id;
});
afterEach(() => tandem.close());

const COHORT = { cohortId: "LT-2017" };
const WHOLE = `application { id version state reference cvReference statement commitsTime submittedAt
  answers { question text reviewKind issue effect } completeness { met actual needed next } }`;
const begin = async (more: object = {}, by = kim) =>
  (await done(tandem, by, "beginApplication", { ...COHORT, ...more }, WHOLE)).application;
const change = ({ id: applicationId, version: expectedVersion }: { id: string; version: number }, more: object) => ({
  ...{ applicationId, expectedVersion },
  ...more,
});
const paths = (errors: { code: string; path: string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join(".")}`);

test("R57, R58, R59, R60, R61, R62: everybody may read what applicants are asked", async () => {
  const { data } = await tandem.as(null).ask("{ programmes { nodes { questions { number text asksForReview } } } }");
  const { questions } = data.programmes.nodes[0];
  expect(questions).toHaveLength(6);
  expect(questions.map(({ text }: { text: string }) => text)).toEqual([
    expect.stringMatching(/plans for your work/),
    expect.stringMatching(/enjoy .* network/),
    expect.stringMatching(/bring to the community/),
    expect.stringMatching(/hardest .* model/),
    expect.stringMatching(/good reviewer/),
    expect.stringMatching(
      /cultural or organisational .* helps or hinders.*serious case .* safeguarding adult .* learning .* domestic homicide/,
    ),
  ]);
});

test("R55: everybody may read where to write with a query", async () => {
  const { data } = await tandem.as(null).ask("{ programmes { nodes { contactEmail } } }");
  expect(data.programmes.nodes).toEqual([{ contactEmail: "programme@example.org" }]);
});

test("R53, R56: a draft is begun with nothing, and written until nothing is missing", async () => {
  const empty = await begin();
  expect(empty).toMatchObject({
    ...{ version: 1, state: "DRAFT", cvReference: null, statement: null, commitsTime: false, submittedAt: null },
    ...{ answers: [], completeness: { met: false, actual: 0, needed: 12 } },
  });
  const { statement, commitsTime, answers } = COMPLETE;
  const first = change(empty, { statement, commitsTime, answers: answers.slice(0, 3) });
  const { application: begun } = await done(tandem, kim, "changeApplication", first, WHOLE);
  expect(begun).toMatchObject({ version: 2, statement, cvReference: null, completeness: { met: false, actual: 5 } });

  const second = change(begun, {
    cvReference: "cv.pdf",
    answers: [...answers.slice(3), { question: 1, text: "Anew." }],
  });
  const { application: written } = await done(tandem, kim, "changeApplication", second, WHOLE);
  expect(written).toMatchObject({
    version: 3,
    statement,
    cvReference: "cv.pdf",
    completeness: { met: true, next: null },
  });
  expect(written.answers).toEqual([
    { question: 1, text: "Anew.", reviewKind: null, issue: null, effect: null },
    ...[2, 3, 4, 5].map((question) =>
      expect.objectContaining({ question, text: `The answer to question ${question}.` }),
    ),
    { ...EXAMPLE },
  ]);
});

test("an answer takes the place of the one before, its parts too", async () => {
  const application = await begin(COMPLETE);
  const anew = change(application, { answers: [{ question: 6, text: "Another one." }] });
  const { application: now } = await done(tandem, kim, "changeApplication", anew, WHOLE);
  expect(now.answers[5]).toEqual({ question: 6, text: "Another one.", reviewKind: null, issue: null, effect: null });
  expect(now.completeness).toMatchObject({ met: false, actual: 9 });
});

test("a second application of one person for one cohort is refused, also at the same moment", async () => {
  const both = await Promise.all([0, 1].map(() => tandem.as(kim).ask(BEGIN, { input: COHORT })));
  expect(both.map(({ errors }) => errors)).toEqual([undefined, undefined]);
  const errors = both.flatMap(({ data }) => data.beginApplication.errors);
  expect(paths(errors)).toEqual(["INVALID_INPUT cohortId"]);
  expect(paths(await refused(tandem, kim, "beginApplication", COHORT))).toEqual(["INVALID_INPUT cohortId"]);
});
const BEGIN = `mutation ($input: BeginApplicationInput!) { beginApplication(input: $input) { errors { code path } } }`;

test("every value that cannot be is told at once", async () => {
  const long = (length: number) => "x".repeat(length);
  const input = {
    ...{ ...COHORT, cvReference: " ", statement: long(5_001) },
    answers: [
      { question: 0, text: "None." },
      { question: 7, text: long(4_001) },
      { question: 1, text: " \n" },
    ],
  };
  expect(paths(await refused(tandem, kim, "beginApplication", input))).toEqual([
    ...["cvReference", "statement", "answers.0.question", "answers.1.question", "answers.1.text"].map(
      (path) => `INVALID_INPUT ${path}`,
    ),
    "INVALID_INPUT answers.2.text",
  ]);
  expect(paths(await refused(tandem, kim, "beginApplication", { ...COHORT, cvReference: long(301) }))).toEqual([
    "INVALID_INPUT cvReference",
  ]);
  expect(await rejected(tandem, kim, "beginApplication", { ...COHORT, statement: 6 })).toBe("BAD_USER_INPUT");
  expect(await rejected(tandem, kim, "beginApplication", {})).toBe("BAD_USER_INPUT");
});

test("R56: a seventh answer, and a second to one question, are refused and named", async () => {
  const seven = { ...COHORT, answers: [...ANSWERS, { question: 7, text: "And also." }] };
  expect(await refused(tandem, kim, "beginApplication", seven)).toMatchObject([
    { path: ["answers"], message: "answers may be at most 6: one to each question." },
    { path: ["answers", "6", "question"], message: "question may be at most 6." },
  ]);
  const twice = { ...COHORT, answers: [ANSWERS[0], ANSWERS[1], ANSWERS[0]] };
  expect(await refused(tandem, kim, "beginApplication", twice)).toMatchObject([
    { path: ["answers", "2", "question"], message: "answers.2.question is answered twice: question 1." },
  ]);
});

test("R62: kind of review, issue and effect belong to the sixth question, and the kind is one of its four", async () => {
  const { reviewKind, issue, effect } = EXAMPLE;
  const fifth = { question: 5, text: "Why.", reviewKind, issue, effect };
  const sixth = { ...EXAMPLE, reviewKind: "SIGNIFICANT_CASE_REVIEW" };
  expect(await refused(tandem, kim, "beginApplication", { ...COHORT, answers: [fifth, sixth] })).toMatchObject([
    ...["reviewKind", "issue", "effect"].map((field) => ({ code: "INVALID_INPUT", path: ["answers", "0", field] })),
    { path: ["answers", "1", "reviewKind"], message: expect.stringMatching(/DOMESTIC_HOMICIDE_REVIEW\.$/) },
  ]);
  const unknown = { ...COHORT, answers: [{ ...EXAMPLE, reviewKind: "AUDIT" }] };
  expect(await rejected(tandem, kim, "beginApplication", unknown)).toBe("BAD_USER_INPUT");
});

test("R62, R64: the example may be from a review of any of the four kinds, of children's or of adults' matters", async () => {
  for (const kind of [
    "SERIOUS_CASE_REVIEW",
    "SAFEGUARDING_ADULT_REVIEW",
    "LEARNING_REVIEW",
    "DOMESTIC_HOMICIDE_REVIEW",
  ]) {
    const { id: by } = await told.person(`Writer of ${kind}`);
    const { answers } = await begin({ answers: [{ ...EXAMPLE, reviewKind: kind }] }, by);
    expect(answers).toEqual([{ ...EXAMPLE, reviewKind: kind }]);
  }
});

test("R3: a cohort takes an application from its first day to its last, and a draft is written no later", async () => {
  for (const [opensOn, applyBy, next] of [
    [daysAgo(-1), daysAgo(-20), /^Wait until/],
    [daysAgo(20), daysAgo(1), /^Choose a later cohort/],
  ] as const) {
    await takeApplications(tandem.db, told.cohort, opensOn, applyBy);
    const [error] = await refused(tandem, kim, "beginApplication", COHORT);
    expect(error).toMatchObject({ code: "RULE_NOT_MET", rule: { rule: "E2" }, message: expect.stringMatching(next) });
  }
  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(0));
  const application = await begin();
  await takeApplications(tandem.db, told.cohort, daysAgo(20), daysAgo(1));
  const late = change(application, { cvReference: "cv.pdf" });
  expect(await refused(tandem, kim, "changeApplication", late)).toMatchObject([{ rule: { rule: "E2" } }]);
});

test("a cohort is named by id or reference, and one that is not there is not found", async () => {
  for (const cohortId of ["LT-1999", "coh_x", told.programme.id, ""]) {
    expect(paths(await refused(tandem, kim, "beginApplication", { cohortId }))).toEqual(["NOT_FOUND cohortId"]);
  }
  expect(await rejected(tandem, null, "beginApplication", COHORT)).toBe("UNAUTHENTICATED");
});

test("a draft is changed by the version that was seen, and only to something else", async () => {
  const application = await begin(COMPLETE);
  const stale = { ...change(application, { cvReference: "cv-2.pdf" }), expectedVersion: 7 };
  expect(await refused(tandem, kim, "changeApplication", stale)).toMatchObject([
    { code: "CONFLICT", currentVersion: 1 },
  ]);
  for (const same of [{}, COMPLETE, { answers: [ANSWERS[2]] }, { statement: null, answers: null }]) {
    expect(paths(await refused(tandem, kim, "changeApplication", change(application, same)))).toEqual([
      "INVALID_INPUT ",
    ]);
  }
});

test("nobody changes another's: whoever does not see it is not told that there is one", async () => {
  const application = await begin(COMPLETE);
  const anew = change(application, { cvReference: "theirs.pdf" });
  const nobody = change({ id: "app_01h455vb4pex5vsknk084sn02q", version: 1 }, { cvReference: "theirs.pdf" });
  for (const by of [told.lead.id, told.ada.personId, told.supervisor.id]) {
    const errors = await refused(tandem, by, "changeApplication", anew);
    expect(errors).toEqual(await refused(tandem, by, "changeApplication", nobody));
    expect(paths(errors)).toEqual(["NOT_FOUND applicationId"]);
    const byReference = { ...anew, applicationId: application.reference };
    expect(await refused(tandem, by, "changeApplication", byReference)).toEqual(errors);
  }
  expect(await rejected(tandem, null, "changeApplication", anew)).toBe("UNAUTHENTICATED");
});
