import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { TraineeStanding } from "../../src/trainee/trainee-standing";
import { assessing } from "../support/assessing";
import { ask, done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let cara: Trainee;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  cara = await told.trainee("Cara");
  for (const [person, role] of [
    [told.supervisor, Role.SUPERVISOR],
    [told.assessor, Role.ASSESSOR],
  ] as const) {
    await told.assign(cara, person, role);
  }
});
afterEach(() => tandem.close());

const leaving = (more: Record<string, unknown> = {}) => ({
  ...{ traineeId: cara.reference, reason: "Moves abroad.", expectedVersion: 1 },
  ...more,
});
const withdraw = (more?: Record<string, unknown>) =>
  done(
    ...([tandem, told.lead.id, "withdrawTrainee", leaving(more)] as const),
    "trainee { id standing version staff { role endedOn } }",
  );
const refuse = (more?: Record<string, unknown>) => refused(tandem, told.lead.id, "withdrawTrainee", leaving(more));
const pick = async (personId: string, query: string, id = cara.id) =>
  (await tandem.as(personId).ask(`query ($id: ID!) { ${query} }`, { id })).data;

test("a trainee leaves: nobody is assigned to them any more, and the history says by whom and why", async () => {
  const { trainee } = await withdraw();
  expect(trainee).toMatchObject({ id: cara.id, standing: "WITHDRAWN", version: 2 });
  const endedOn = expect.stringMatching(/^\d{4}-/);
  expect(trainee.staff).toEqual([
    { role: "ASSESSOR", endedOn },
    { role: "SUPERVISOR", endedOn },
  ]);
  const [withdrawn, ...unassigned] = await history(tandem, told, 3);
  expect(withdrawn).toEqual({
    kind: "TraineeWithdrawn",
    facts: { reference: cara.reference, cohort: "LT-2017", standing: { from: "ENROLLED", to: "WITHDRAWN" } },
    reason: "Moves abroad.",
    actor: { id: told.lead.id },
    subject: { id: cara.id },
  });
  for (const [index, role] of ["ASSESSOR", "SUPERVISOR"].entries()) {
    expect(unassigned[index]).toMatchObject({ kind: "StaffUnassigned", reason: "Moves abroad.", facts: { role } });
  }
});

test("their staff see no more of them, not even why; they themselves do", async () => {
  const query = "trainee(id: $id) { standing } entries(first: 100) { nodes { kind reason } }";
  for (const { id } of [told.supervisor, told.assessor]) expect((await pick(id, query)).trainee).not.toBeNull();
  await withdraw();
  for (const { id } of [told.supervisor, told.assessor]) {
    const { trainee, entries } = await pick(id, query);
    expect(trainee).toBeNull();
    expect(JSON.stringify(entries)).not.toContain("Moves abroad.");
  }
  const own = await pick(cara.personId, query);
  expect(own.trainee).toEqual({ standing: "WITHDRAWN" });
  expect(own.entries.nodes[0]).toEqual({ kind: "TraineeWithdrawn", reason: "Moves abroad." });
});

test("the office reads a trainee's life on the trainee", async () => {
  await withdraw();
  const back = { traineeId: cara.id, cohortId: "LT-2017", reason: "Is back.", expectedVersion: 2 };
  await done(tandem, told.lead.id, "returnTrainee", back);
  const timeline = "trainee(id: $id) { timeline(orderBy: OLDEST_FIRST) { nodes { kind reason actor { name } } } }";
  const { nodes } = (await pick(told.lead.id, timeline)).trainee.timeline;
  const by = { name: "Lee Lead" };
  expect(nodes.filter(({ kind }: { kind: string }) => kind.startsWith("Trainee"))).toEqual([
    { kind: "TraineeEnrolled", reason: null, actor: by },
    { kind: "TraineeWithdrawn", reason: "Moves abroad.", actor: by },
    { kind: "TraineeReturned", reason: "Is back.", actor: by },
  ]);
});

test("R9: their place is free", async () => {
  await tandem.db.source.query("UPDATE cohort SET capacity = 3");
  const input = { personId: (await told.person("Kim")).id, cohortId: "LT-2017" };
  expect(await refused(tandem, told.lead.id, "enrolTrainee", input)).toMatchObject([{ rule: { rule: "E3" } }]);
  await withdraw();
  await done(tandem, told.lead.id, "enrolTrainee", input);
});

test("R22: who has left is not paired, assessed or assigned staff, and waits for nobody", async () => {
  await withdraw();
  const { lead, supervisor, assessor } = told;
  const dan = await told.trainee("Dan");
  expect(await refused(tandem, lead.id, "formPair", { personIds: [cara.personId, dan.personId] })).toMatchObject([
    { rule: { rule: "E6", met: false }, message: expect.stringContaining("Cara is neither a trainee") },
  ]);
  const staff = { traineeId: cara.id, personId: supervisor.id, role: "SUPERVISOR", expectedVersion: 2 };
  expect(await refused(tandem, lead.id, "assignStaff", staff)).toMatchObject([
    { path: ["traineeId"], message: "traineeId has left the programme." },
  ]);
  const named = { traineeId: cara.id, assessorId: assessor.id };
  expect(await refused(tandem, lead.id, "openAssessment", named)).toMatchObject([{ code: "INVALID_INPUT" }]);
  expect(await refused(tandem, assessor.id, "openAssessment", { traineeId: cara.id })).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
  for (const personId of [cara.personId, assessor.id, supervisor.id]) {
    const { viewer } = await pick(personId, "viewer { tasks { kind about { id } } } node(id: $id) { id }");
    expect(JSON.stringify(viewer.tasks)).not.toContain(cara.id);
  }
});

test("an assessment is not opened of who has left, ready or not", async () => {
  await told.readyForAssessment(told.ada);
  const { lead, ada, assessor } = told;
  await tandem.db.source.manager.update(Trainee, { id: ada.id }, { standing: TraineeStanding.WITHDRAWN });
  expect(
    await refused(tandem, lead.id, "openAssessment", { traineeId: ada.id, assessorId: assessor.id }),
  ).toMatchObject([{ path: ["traineeId"], message: "traineeId has left the programme." }]);
  const { viewer } = await pick(assessor.id, "viewer { tasks { kind about { id } } } node(id: $id) { id }");
  expect(viewer.tasks).toEqual([]);
});

test("R36: who has left gives no more evidence, and none is given about them", async () => {
  const pair = await told.pair("Cara", "Dan");
  const review = await told.commissioned(pair, told.board);
  await tandem.db.source.query("UPDATE commission SET stage = 'DECLINED' WHERE id = ?", [review.id]);
  await done(tandem, told.lead.id, "dissolvePair", { pairId: pair.id, reason: "They part.", expectedVersion: 1 });
  await withdraw({ expectedVersion: 3 });
  const item = { commissionId: review.id, traineeIds: [cara.id], areaIds: ["C1"], title: "Mine", text: "What I saw." };
  const mine = { ...item, source: "TRAINEE" };
  expect(await rejected(tandem, cara.personId, "submitEvidence", mine)).toBe("FORBIDDEN");
  const about = { ...item, source: "OTHERS" };
  expect(await refused(tandem, told.lead.id, "submitEvidence", about)).toMatchObject([{ path: ["traineeIds", "0"] }]);
});

test("the list of trainees finds who has left, and their readiness is as it was", async () => {
  await told.attendCourse(cara, 4);
  const readiness = "trainee(id: $id) { training { met } readiness { met actual } }";
  const before = await pick(told.lead.id, readiness);
  await withdraw();
  expect(await pick(told.lead.id, readiness)).toEqual(before);
  const listed = async (standing: string) =>
    (
      await pick(
        told.lead.id,
        `trainees(filter: { standing: { eq: ${standing} } }) { nodes { id } } node(id: $id) { id }`,
      )
    ).trainees.nodes;
  expect(await listed("WITHDRAWN")).toEqual([{ id: cara.id }]);
  expect(await listed("ENROLLED")).not.toContainEqual({ id: cara.id });
});

test("not while they work in a pair, or an assessment of theirs is not released", async () => {
  const pair = await told.pair("Cara", "Dan");
  expect(await refuse({ expectedVersion: 2 })).toMatchObject([
    {
      message: `They work in pair ${pair.reference}: dissolve the pair or replace them in it first.`,
      rule: { rule: "PLACE_END" },
    },
  ]);
  await told.readyForAssessment(told.ada);
  await assessing(tandem, told).open();
  const [ada] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [told.ada.id]);
  const [{ rule }] = await refuse({ traineeId: told.ada.id, expectedVersion: Number(ada?.version) });
  expect(rule.because).toEqual([
    { text: `They work in pair ${told.adaAndBen.reference}.` },
    { text: "Round 1 of their assessment is not decided." },
  ]);
});

test("R22: of two who are paired while one of them leaves, either they are not or nobody has left", async () => {
  const { lead } = told;
  for (let round = 0; round < 6; round += 1) {
    const [one, other] = [await told.trainee(`Eve ${round}`), await told.trainee(`Eli ${round}`)];
    const answers = await Promise.all([
      ask(tandem, lead.id, "formPair", { personIds: [one.personId, other.personId] }, "pair { id }"),
      ask(tandem, lead.id, "withdrawTrainee", leaving({ traineeId: one.id }), "trainee { id }"),
    ]);
    const errors = answers
      .flatMap(({ data }) => [data.formPair, data.withdrawTrainee])
      .flatMap((done) => done?.errors ?? []);
    expect(errors).toHaveLength(1);
  }
});

test("nobody leaves twice, and nobody who is accredited", async () => {
  await withdraw();
  expect(await refuse({ expectedVersion: 2 })).toMatchObject([
    { path: ["traineeId"], message: "traineeId has left the programme." },
  ]);
  const { id } = told.ada;
  await tandem.db.source.manager.update(Trainee, { id }, { standing: TraineeStanding.ACCREDITED, version: 1 });
  expect(await refuse({ traineeId: id })).toMatchObject([{ message: "traineeId is accredited already." }]);
});

test("a stale version is a Conflict, a blank reason is refused, and who is not there is NotFound", async () => {
  expect(await refuse({ expectedVersion: 7 })).toMatchObject([{ __typename: "Conflict", currentVersion: 1 }]);
  expect(await refuse({ reason: " " })).toMatchObject([{ __typename: "InvalidInput", path: ["reason"] }]);
  expect(await refuse({ traineeId: "nobody" })).toMatchObject([{ __typename: "NotFound", path: ["traineeId"] }]);
});

test("it is a programme lead's to record, not one's own and not one's partner's: whether a round is open does not show", async () => {
  expect(await rejected(tandem, null, "withdrawTrainee", leaving())).toBe("UNAUTHENTICATED");
  const { lead, ada, ben, supervisor, seat } = told;
  for (const personId of [cara.personId, ada.personId, supervisor.id, seat.id]) {
    expect(await rejected(tandem, personId, "withdrawTrainee", leaving())).toBe("FORBIDDEN");
  }
  for (const { personId } of [ada, ben]) {
    await done(tandem, lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
  }
  await told.readyForAssessment(ada);
  const asks = () =>
    Promise.all(
      [ada, ben].map(({ personId }) => rejected(tandem, personId, "withdrawTrainee", leaving({ traineeId: ada.id }))),
    );
  expect(await asks()).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  await assessing(tandem, told).open();
  expect(await asks()).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});
