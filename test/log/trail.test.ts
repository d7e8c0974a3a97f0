import type { GraphQLInputObjectType, GraphQLObjectType } from "graphql";
import type { Database } from "../../src/database/database";
import { versionOf } from "../../src/demo/stage";
import { KINDS } from "../../src/log/kinds";
import { Log, openLog } from "../../src/log/log";
import { createFirstLead } from "../../src/person/first-lead";
import { makeSchema } from "../../src/schema";
import { asking } from "../graph/asking";
import { openTestDatabase } from "../support/database";
import { story } from "../support/story";
import { SECRET } from "../support/tandem";
import { APPEAL_ACTS } from "./acts.appeal";
import { APPLICATION_ACTS } from "./acts.application";
import { ASSESSMENT_ACTS } from "./acts.assessment";
import { CONTRIBUTION_ACTS } from "./acts.contribution";
import { CREDENTIAL_ACTS } from "./acts.credential";
import { DIRECTORY_ACTS } from "./acts.directory";
import { FIDELITY_ACTS } from "./acts.fidelity";
import { NETWORK_ACTS } from "./acts.network";
import { PROGRAMME_ACTS } from "./acts.programme";
import { REVIEW_ACTS } from "./acts.review";
import { SELECTION_ACTS } from "./acts.selection";
import { STATUS_REVIEW_ACTS } from "./acts.status-review";
import { SUPERVISION_ACTS } from "./acts.supervision";
import { Acts, Stage } from "./stage";
import { entriesIn } from "./tables";
import { watching } from "./watching";

const schema = makeSchema();
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

let db: Database;
let log: Log;
beforeEach(async () => {
  db = await openTestDatabase();
  log = await openLog(db, SECRET);
});
afterEach(() => db.close());

/** A story, and the API to go on with it. */
const theStage = async (): Promise<Stage> => {
  const askAs = asking(db, log);
  return {
    db,
    log,
    told: await story({ db, log }),
    act: async (by, mutation, input) => {
      const { data, errors } = await askAs(by)(documentOf(mutation), { input });
      const { thing, errors: refusals = errors } = data?.done ?? {};
      if (refusals.length > 0) throw new Error(`${mutation} was refused: ${JSON.stringify(refusals)}`);
      return thing?.id;
    },
    versionOf: (id) => versionOf(db, id),
  };
};

const typeOf = (mutation: string, end: "Input" | "Payload") =>
  schema.getType(`${mutation[0]?.toUpperCase()}${mutation.slice(1)}${end}`);
const documentOf = (mutation: string): string => {
  const payload = typeOf(mutation, "Payload") as GraphQLObjectType;
  const thing = Object.keys(payload.getFields()).find((name) => name !== "errors" && name !== "cursor");
  return `mutation ($input: ${typeOf(mutation, "Input")}!) { done: ${mutation}(input: $input) { thing: ${thing} { id }
    errors { code message path } } }`;
};

const ACTS: Acts = {
  ...{ ...PROGRAMME_ACTS, ...APPLICATION_ACTS, ...SELECTION_ACTS },
  ...{ ...REVIEW_ACTS, ...SUPERVISION_ACTS, ...ASSESSMENT_ACTS, ...APPEAL_ACTS, ...CONTRIBUTION_ACTS },
  ...{ ...NETWORK_ACTS, ...FIDELITY_ACTS, ...DIRECTORY_ACTS },
  ...{ ...CREDENTIAL_ACTS, ...STATUS_REVIEW_ACTS },
};

test("every mutation of the schema is among these acts: a new one needs an act of its own", () => {
  expect(Object.keys(ACTS).sort()).toEqual([...mutations].sort());
});

const reasonsIn = (input: unknown): unknown[] =>
  input !== null && typeof input === "object"
    ? Object.entries(input).flatMap(([name, value]) => (name === "reason" ? [value] : reasonsIn(value)))
    : [];

/** Reasons that do not stand in the input under that name: erasure knows but a few, and a file has a column of them. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  erasePerson: ["They asked for it."],
  forgetContributor: ["They asked for it."],
  importCourseAttendance: ["Left at noon."],
};

/** Mutations that erase, and the entry that says so. */
const ERASES: Readonly<Record<string, string>> = {
  erasePerson: "PersonErased",
  forgetContributor: "ContributorForgotten",
};

const CASES = Object.entries(ACTS).flatMap(([mutation, cases]) =>
  Object.entries(cases).map(([what, prepare]) => ({ mutation, what, prepare })),
);

test.each(CASES)(
  "$mutation, $what: its entries tell all that it changed, by whom and why",
  async ({ mutation, prepare }) => {
    const stage = await theStage();
    const { by, input } = await prepare(stage);
    const head = await log.headPosition();
    await expect(stage.act(null, mutation, input)).rejects.toThrow("UNAUTHENTICATED");
    expect(await log.headPosition()).toBe(head);

    const { faults, changes, entries } = await watching(db, schema)(by, () => stage.act(by, mutation, input));

    // What is erased is told nowhere: that it was, the entry says.
    if (ERASES[mutation]) expect(entries.map(({ kind }) => kind)).toEqual([ERASES[mutation]]);
    else expect(faults).toEqual([]);
    expect(changes.length).toBeGreaterThan(0);
    // What concerns several people is an entry each.
    const reasons = new Set(entries.map(({ reason }) => reason).filter((reason) => reason !== null));
    expect([...reasons]).toEqual(SAID[mutation] ?? reasonsIn(input));
    if (entries.some(({ kind }) => "reason" in KINDS[kind] && KINDS[kind].reason === "required")) {
      expect(String((typeOf(mutation, "Input") as GraphQLInputObjectType).getFields().reason?.type)).toMatch(/!$/);
    }
  },
);

test("whoever founds a programme has nobody to name: its first lead is there by no other's act", async () => {
  await createFirstLead(db, log, { name: "Lee Lead", email: "lee@example.org" }, new Date());

  expect((await entriesIn(db)).map(({ kind, actorId }) => [kind, actorId])).toEqual([
    ["PersonInvited", null],
    ["RoleGranted", null],
  ]);
  await expect(createFirstLead(db, log, { name: "Another", email: "a@example.org" }, new Date())).rejects.toThrow();
});
