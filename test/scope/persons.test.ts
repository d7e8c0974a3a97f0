import type { Database } from "../../src/database/database";
import { newId } from "../../src/id";
import { openLog } from "../../src/log/log";
import { Pair } from "../../src/pair/pair.entity";
import { Person, PersonRole } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { loadScopes } from "../../src/scope/load";
import { Scope, scopeKey } from "../../src/scope/scope";
import { openTestDatabase } from "../support/database";
import { SECRET } from "../support/tandem";
import { theWorld, World } from "./world";

let db: Database;
let world: World;

beforeEach(async () => {
  db = await openTestDatabase();
  world = await theWorld(db, await openLog(db, SECRET));
});
afterEach(() => db.close());

const scopeOf = async (id: string): Promise<Scope> => {
  const scope = (await loadScopes(db, [id])).get(id);
  if (!scope) throw new Error("No scope.");
  return scope;
};
const sorted = (...ids: (string | null)[]) => [...ids].sort();

test("a programme lead has no relations: everything is theirs", async () => {
  const { lead } = world.told;
  expect(await scopeOf(lead.id)).toEqual({
    personId: lead.id,
    lead: true,
    supervisor: false,
    assessor: false,
    seat: false,
    member: false,
    ids: {},
  });
});

test("somebody with no part in it knows the programme's leads and themselves", async () => {
  const { nobody, told } = world;
  expect((await scopeOf(nobody.id)).ids).toEqual({
    self: { personId: [nobody.id] },
    colleague: { personId: [told.lead.id] },
  });
});

test("a trainee is related to the case, the partner, and by name to those who work on it", async () => {
  const { ada, ben, adaAndBen, lead, supervisor, assessor, seat } = world.told;
  const { commission } = world.ofAda;
  expect((await scopeOf(ada.personId)).ids).toEqual({
    self: { traineeId: [ada.id], pairId: [adaAndBen.id], commissionId: [commission], personId: [ada.personId] },
    partner: { traineeId: [ben.id], personId: [ben.personId] },
    colleague: { personId: sorted(lead.id, supervisor.id, assessor.id, seat.id) },
  });
});

test("a reviewer is related to the work of the pair and by name to its trainee", async () => {
  const { rex, cara, ofCara } = world;
  const { ids } = await scopeOf(rex.id);
  expect(ids.self).toEqual({ personId: [rex.id] });
  expect(ids.partner).toBeUndefined();
  expect(ids.reviewer).toMatchObject({
    traineeId: [cara.id],
    personId: [cara.personId],
    commissionId: [ofCara.commission],
  });
});

test("supervisors and assessors are related to whom they are assigned to", async () => {
  const { ada, ben, adaAndBen, supervisor, assessor } = world.told;
  const expected = {
    traineeId: sorted(ada.id, ben.id),
    personId: sorted(ada.personId, ben.personId),
    pairId: [adaAndBen.id],
    commissionId: [world.ofAda.commission],
  };
  expect((await scopeOf(supervisor.id)).ids).toMatchObject({ supervisor: expected });
  expect((await scopeOf(supervisor.id)).ids.assessor).toBeUndefined();
  expect((await scopeOf(assessor.id)).ids).toMatchObject({ assessor: expected });
  expect((await scopeOf(assessor.id)).ids.supervisor).toBeUndefined();
});

test("who speaks for a board is related to its commissions and to the pairs that have them", async () => {
  const { seat, board, ada, ben, adaAndBen } = world.told;
  const { ids } = await scopeOf(seat.id);
  expect(ids.board).toMatchObject({ boardId: [board.id], commissionId: [world.ofAda.commission] });
  expect(ids.boardOfPair).toEqual({
    ...{ pairId: [adaAndBen.id], traineeId: sorted(ada.id, ben.id), personId: sorted(ada.personId, ben.personId) },
  });
});

test("who speaks for a board is not told who speaks for others that its pair has asked", async () => {
  const { told } = world;
  const other = await told.boardNamed("Eastvale");
  const { id } = await told.seatOn(other, "Eve Eastvale");
  const [asked] = await db.rows("SELECT id FROM commission WHERE boardId = ?", [told.board.id]);
  const columns = "pairId, stage, reviewKind, format, sector, practice, proposedAt, version";
  await db.source.query(
    `INSERT INTO commission (id, reference, boardId, ${columns}) SELECT ?, 'LT-X', ?, ${columns} FROM commission WHERE id = ?`,
    [newId("com"), other.id, asked?.id],
  );
  expect((await scopeOf(told.seat.id)).ids.colleague?.personId).not.toContain(id);
  expect((await scopeOf(id)).ids.colleague?.personId).not.toContain(told.seat.id);
  expect((await scopeOf(told.ada.personId)).ids.colleague?.personId).toEqual(
    expect.arrayContaining([id, told.seat.id]),
  );
});

test("a role taken away ends what its assignments gave", async () => {
  const { supervisor } = world.told;
  await db.source.manager.delete(PersonRole, { personId: supervisor.id });
  const scope = await scopeOf(supervisor.id);
  expect(scope.supervisor).toBe(false);
  expect(Object.keys(scope.ids)).toEqual(["self", "colleague"]);
});

test("an ended seat and a dissolved pair relate nobody to anybody any more", async () => {
  const { seat, ada, adaAndBen } = world.told;
  await db.source.query("UPDATE seat SET endedOn = '2017-01-01' WHERE personId = ?", [seat.id]);
  await db.source.manager.update(Pair, { id: adaAndBen.id }, { dissolvedOn: "2017-01-01" });
  expect((await scopeOf(seat.id)).ids.board).toBeUndefined();
  const { ids } = await scopeOf(ada.personId);
  expect(ids.partner).toBeUndefined();
  expect(ids.self).toEqual({ traineeId: [ada.id], personId: [ada.personId] });
});

test("a lead who is a trainee too keeps what withholds their own case and their partner's, and nothing else", async () => {
  const { ada, ben } = world.told;
  await db.source.manager.insert(PersonRole, { id: newId("rol"), personId: ada.personId, role: Role.PROGRAMME_LEAD });
  expect(await scopeOf(ada.personId)).toMatchObject({
    lead: true,
    ids: { self: { traineeId: [ada.id] }, partner: { traineeId: [ben.id] } },
  });
});

test("who is disabled or unknown has no scope", async () => {
  const { assessor, lead } = world.told;
  await db.source.manager.update(Person, { id: assessor.id }, { disabledAt: new Date() });
  const scopes = await loadScopes(db, [assessor.id, lead.id, newId("per"), "nonsense"]);
  expect([...scopes.keys()]).toEqual([lead.id]);
});

test("scopes read for many at once are the scopes of each", async () => {
  const { told, rex, seat, supervisor, nobody } = world;
  const ids = [told.lead, told.supervisor, told.assessor, told.seat, rex, seat, supervisor, nobody].map(({ id }) => id);
  const all = [...ids, told.ada.personId, told.ben.personId, world.cara.personId];
  const together = await loadScopes(db, all);
  for (const id of all) expect(together.get(id)).toEqual(await scopeOf(id));
});

test("two leads are grouped as one; nobody else is grouped with anybody", async () => {
  const second = await world.told.person("Lou Lead", Role.PROGRAMME_LEAD);
  const key = async (id: string) => scopeKey(await scopeOf(id));
  expect(await key(second.id)).toBe(await key(world.told.lead.id));
  expect(await key(world.told.supervisor.id)).not.toBe(await key(world.told.assessor.id));
});
