import { CommissionStage } from "../../src/commission/commission-stage";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let commissionId: string;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  commissionId = (await told.commissioned(told.adaAndBen, told.board, CommissionStage.ANALYSIS)).id;
});
afterEach(() => tandem.close());

const REQUEST = `informationRequest { id version askedBy asker { id } request dueOn overdue state response
  responder { id } respondedAt commission { id } }`;
const asking = (more: Record<string, unknown> = {}) => ({
  ...{ commissionId, request: "The chronology of each agency.", dueOn: daysAgo(-14), ...more },
});
const ask = async (by: string, more: Record<string, unknown> = {}) =>
  (await done(tandem, by, "requestInformation", asking(more), REQUEST)).informationRequest;
const naming = ({ id, version }: { id: string; version: number }, more: Record<string, unknown>) => ({
  ...{ informationRequestId: id, expectedVersion: version, ...more },
});
const answer = async (by: string, request: { id: string; version: number }, more: Record<string, unknown> = {}) =>
  (
    await done(
      ...([tandem, by, "answerInformationRequest"] as const),
      naming(request, { response: "In the post.", ...more }),
      REQUEST,
    )
  ).informationRequest;
const tasksOf = async (by: string) => {
  const { data } = await tandem.as(by).ask("{ viewer { tasks { kind text about { id } } } }");
  return data.viewer.tasks.filter(({ kind }: { kind: string }) => kind === "ANSWER_INFORMATION_REQUEST");
};

test("R20: the pair asks the board in writing, the board answers, and the history has who, when and what", async () => {
  const request = await ask(told.ada.personId);
  expect(request).toMatchObject({
    ...{ askedBy: "MEMBER", asker: { id: told.ada.personId }, state: "OPEN", overdue: false, response: null },
    ...{ responder: null, respondedAt: null, commission: { id: commissionId }, version: 1 },
  });
  expect(await answer(told.seat.id, request)).toMatchObject({
    ...{ state: "ANSWERED", response: "In the post.", responder: { id: told.seat.id }, version: 2 },
    respondedAt: expect.any(String),
  });
  expect(await history(tandem, told, 2)).toMatchObject([
    {
      ...{ kind: "InformationAnswered", actor: { id: told.seat.id }, subject: { id: request.id } },
      facts: { from: "OPEN", to: "ANSWERED", response: "In the post." },
    },
    {
      ...{ kind: "InformationRequested", actor: { id: told.ada.personId } },
      facts: { askedBy: "MEMBER", request: "The chronology of each agency.", dueOn: daysAgo(-14) },
    },
  ]);
});

test("the board asks the pair, either of whom answers, or says why not", async () => {
  const request = await ask(told.seat.id, { request: "A draft of the report." });
  expect(request).toMatchObject({ askedBy: "BOARD" });
  expect(await rejected(tandem, told.seat.id, "answerInformationRequest", naming(request, { response: "No." }))).toBe(
    "FORBIDDEN",
  );
  expect(await answer(told.ben.personId, request, { given: false, response: "It is not written yet." })).toMatchObject({
    ...{ state: "REFUSED", response: "It is not written yet.", responder: { id: told.ben.personId } },
  });
});

test("the side that asked takes its request back, either of the pair, with a reason", async () => {
  const request = await ask(told.ada.personId);
  const input = naming(request, { reason: "We found it." });
  expect(await rejected(tandem, told.seat.id, "withdrawInformationRequest", input)).toBe("FORBIDDEN");
  const withdrawn = await done(tandem, told.ben.personId, "withdrawInformationRequest", input, REQUEST);
  expect(withdrawn.informationRequest).toMatchObject({ state: "WITHDRAWN", response: null, version: 2 });
  expect(await history(tandem, told, 1)).toMatchObject([
    { kind: "InformationRequestWithdrawn", reason: "We found it.", facts: { from: "OPEN", to: "WITHDRAWN" } },
  ]);
});

test("what was answered, refused or withdrawn stays so", async () => {
  const ends = [
    (of: { id: string; version: number }) => answer(told.seat.id, of),
    (of: { id: string; version: number }) => answer(told.seat.id, of, { given: false }),
    (of: { id: string; version: number }) =>
      done(tandem, told.ada.personId, "withdrawInformationRequest", naming(of, { reason: "Found." })),
  ];
  for (const end of ends) {
    const request = await ask(told.ada.personId);
    await end(request);
    const seen = { ...request, version: 2 };
    const answering = naming(seen, { response: "Again." });
    expect(await refused(tandem, told.seat.id, "answerInformationRequest", answering)).toMatchObject([
      { __typename: "RuleNotMet", rule: { rule: "OPEN_REQUEST", met: false } },
    ]);
    const withdrawing = naming(seen, { reason: "Again." });
    expect(await refused(tandem, told.ada.personId, "withdrawInformationRequest", withdrawing)).toMatchObject([
      { rule: { rule: "OPEN_REQUEST" } },
    ]);
  }
});

test("an open request waits for the other side, and says when its day has passed", async () => {
  const ofPair = await ask(told.ada.personId);
  const ofBoard = await ask(told.seat.id);
  const about = (all: { about: { id: string } }[]) => all.map((task) => task.about.id);
  expect(about(await tasksOf(told.seat.id))).toEqual([ofPair.id]);
  for (const by of [told.ada.personId, told.ben.personId]) expect(about(await tasksOf(by))).toEqual([ofBoard.id]);
  expect((await tasksOf(told.seat.id))[0].text).toMatch(/ by \d{4}-\d\d-\d\d\.$/);

  await tandem.db.source.query("UPDATE information_request SET dueOn = ?", [daysAgo(1)]);
  expect((await tasksOf(told.seat.id))[0].text).toContain(`was needed by ${daysAgo(1)}`);
  const query = `query ($id: ID!) { commission(id: $id) { informationRequests(orderBy: DUE_FIRST, filter: { state: { eq: OPEN } }) {
    totalCount nodes { overdue } } } }`;
  const { data: seen } = await tandem.as(told.ben.personId).ask(query, { id: commissionId });
  expect(seen.commission.informationRequests).toEqual({
    ...{ totalCount: 2, nodes: [{ overdue: true }, { overdue: true }] },
  });
  expect(await answer(told.seat.id, ofPair)).toMatchObject({ overdue: false });
  expect(await tasksOf(told.seat.id)).toEqual([]);

  await tandem.db.source.query("UPDATE commission SET stage = 'ABANDONED'");
  expect(await tasksOf(told.ada.personId)).toEqual([]);
});

test("what cannot be is refused: a day in the past, nothing asked, a review that is over", async () => {
  expect(await refused(tandem, told.ada.personId, "requestInformation", asking({ dueOn: daysAgo(1) }))).toMatchObject([
    { __typename: "InvalidInput", path: ["dueOn"], message: "dueOn is in the past." },
  ]);
  for (const request of ["", " ", "x".repeat(5_001)]) {
    expect(await refused(tandem, told.ada.personId, "requestInformation", asking({ request }))).toMatchObject([
      { path: ["request"] },
    ]);
  }
  await tandem.db.source.query("UPDATE commission SET stage = 'ABANDONED'");
  expect(await refused(tandem, told.ada.personId, "requestInformation", asking())).toMatchObject([
    { rule: { rule: "UNDER_WAY" } },
  ]);
});

test("it is between the two sides: the programme's staff neither ask nor answer, and another pair's is not there", async () => {
  const request = await ask(told.ada.personId);
  const stranger = await told.pair("Cy", "Di");
  const theirs = await told.commissioned(stranger, await told.boardNamed("Eastvale"));
  for (const personId of [told.lead.id, told.supervisor.id, told.assessor.id]) {
    expect(await rejected(tandem, personId, "requestInformation", asking())).toBe("FORBIDDEN");
    expect(await rejected(tandem, personId, "answerInformationRequest", naming(request, { response: "No." }))).toBe(
      "FORBIDDEN",
    );
  }
  const cy = (await told.trainee("Cy")).personId;
  expect(await refused(tandem, cy, "answerInformationRequest", naming(request, { response: "No." }))).toMatchObject([
    { __typename: "NotFound", path: ["informationRequestId"] },
  ]);
  expect(
    await refused(tandem, told.ada.personId, "requestInformation", asking({ commissionId: theirs.id })),
  ).toMatchObject([{ __typename: "NotFound", path: ["commissionId"] }]);
  const stale = naming({ ...request, version: 7 }, { response: "No." });
  expect(await refused(tandem, told.seat.id, "answerInformationRequest", stale)).toMatchObject([
    { __typename: "Conflict", currentVersion: 1 },
  ]);
});
