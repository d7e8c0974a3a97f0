import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Ask, asking } from "../graph/asking";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { seenOf } from "./seen";
import { theWorld, World } from "./world";

let db: Database;
let world: World;
let as: (personId: string | null) => Ask;

beforeAll(async () => {
  db = await openTestDatabase();
  const log = await openLog(db, SECRET);
  world = await theWorld(db, log);
  as = asking(db, log);
});
afterAll(() => db.close());

const WORDS = {
  own: "name contact attendance session sharedNotes evidence sharedEvidence readiness released commission qualityNotes",
  partner: "name contact sharedEvidence partnersEvidence commission qualityNotes",
  supervisor:
    "name contact attendance session sharedNotes silentNotes evidence sharedEvidence partnersEvidence readiness commission qualityNotes",
  assessor:
    "name contact attendance session sharedNotes silentNotes evidence sharedEvidence partnersEvidence readiness released unreleased partnersUnreleased commission qualityNotes",
  board: "name contact session commission charge",
  reviewer: "name commission qualityNotes",
  everything:
    "name contact attendance session sharedNotes silentNotes evidence sharedEvidence partnersEvidence readiness released unreleased partnersUnreleased commission qualityNotes charge",
};

// Typed by hand from the table of the design: who sees what of Ada, of Cara, whose partner is a reviewer.
test.each<[string, (world: World) => string | null, string, string]>([
  ["nobody without a token", () => null, "", ""],
  ["somebody with no part in it", ({ nobody }) => nobody.id, "", ""],
  ["Ada", ({ told }) => told.ada.personId, WORDS.own, ""],
  ["Ben, her partner", ({ told }) => told.ben.personId, WORDS.partner, ""],
  ["their supervisor", ({ told }) => told.supervisor.id, WORDS.supervisor, ""],
  ["their assessor", ({ told }) => told.assessor.id, WORDS.assessor, ""],
  ["who speaks for their board", ({ told }) => told.seat.id, WORDS.board, ""],
  ["Cara", ({ cara }) => cara.personId, "", without(WORDS.own, "sharedEvidence")],
  ["Rex, her partner", ({ rex }) => rex.id, "", WORDS.reviewer],
  [
    "another supervisor",
    ({ supervisor }) => supervisor.id,
    "",
    without(WORDS.supervisor, "sharedEvidence partnersEvidence"),
  ],
  [
    "another assessor",
    ({ assessor }) => assessor.id,
    "",
    without(WORDS.assessor, "sharedEvidence partnersEvidence partnersUnreleased"),
  ],
  ["who speaks for another board", ({ seat }) => seat.id, "", WORDS.board],
  [
    "the programme lead",
    ({ told }) => told.lead.id,
    WORDS.everything,
    without(WORDS.everything, "sharedEvidence partnersEvidence partnersUnreleased"),
  ],
])("%s sees what the table says, by every way there is", async (_, who, ofAda, ofCara) => {
  const ask = as(who(world));
  expect(await seenOf(ask, world.ofAda)).toBe(ofAda);
  expect(await seenOf(ask, world.ofCara)).toBe(ofCara);
});

function without(words: string, left: string): string {
  return words
    .split(" ")
    .filter((word) => !left.split(" ").includes(word))
    .join(" ");
}

describe("with a role beside one's own case", () => {
  const withRole = async (personId: string, role: Role, look: () => Promise<void>) => {
    const id = newId("rol");
    await db.source.manager.insert(PersonRole, { id, personId, role });
    try {
      await look();
    } finally {
      await db.source.manager.delete(PersonRole, { id });
    }
  };

  test.each([
    ["Ada", () => world.told.ada.personId, " silentNotes"],
    ["Ben, her partner,", () => world.told.ben.personId, ""],
  ])(
    "%s as a programme lead sees everything but what is not yet released to the pair, or shared with them",
    async (_, who, unshared) => {
      await withRole(who(), Role.PROGRAMME_LEAD, async () => {
        const hidden = `unreleased partnersUnreleased${unshared}`;
        expect(await seenOf(as(who()), world.ofAda)).toBe(without(WORDS.everything, hidden));
        expect(await seenOf(as(who()), world.ofCara)).toContain("unreleased");
      });
    },
  );

  test("Rex as a programme lead does not see what is not yet released to his partner", async () => {
    await withRole(world.rex.id, Role.PROGRAMME_LEAD, async () => {
      expect(await seenOf(as(world.rex.id), world.ofCara)).not.toContain("unreleased");
      expect(await seenOf(as(world.rex.id), world.ofAda)).toBe(WORDS.everything);
    });
  });

  test("a role alone, without an assignment, opens nothing; taken away, assignments open nothing", async () => {
    await withRole(world.nobody.id, Role.ASSESSOR, async () => {
      expect(await seenOf(as(world.nobody.id), world.ofAda)).toBe("");
    });
    const { id } = world.told.assessor;
    await db.source.manager.delete(PersonRole, { personId: id });
    expect(await seenOf(as(id), world.ofAda)).toBe("");
    await db.source.manager.insert(PersonRole, { id: newId("rol"), personId: id, role: Role.ASSESSOR });
    expect(await seenOf(as(id), world.ofAda)).toBe(WORDS.assessor);
  });
});

test("an edge that is not one's to see is null: never an empty list, never an error", async () => {
  const query = `query ($trainee: ID!, $board: ID!) {
    trainee(id: $trainee) { courseAttendance { id } supervision { nodes { id } } evidence { totalCount nodes { id } }
      assessments { totalCount } evidenceMatrix { code } readiness { met } staff { id } }
    board(id: $board) { charges { totalCount } seats { id } } }`;
  const { trainee, board } = world.ofAda;
  const none = { courseAttendance: null, supervision: null, evidence: null, assessments: null };
  const closed = { ...none, evidenceMatrix: null, readiness: null, staff: null };
  for (const { id } of [{ id: world.told.ben.personId }, world.told.seat]) {
    const { data, errors } = await as(id)(query, { trainee, board });
    expect(errors).toBeUndefined();
    expect(data.trainee).toEqual(closed);
  }
  const { data } = await as(world.told.supervisor.id)(query, { trainee, board });
  expect(data.trainee).toMatchObject({ assessments: null, evidence: { totalCount: 2 } });
  expect(data.board).toEqual({ charges: null, seats: null });
  expect((await as(null)(query, { trainee, board })).data).toEqual({ trainee: null, board: null });
});
