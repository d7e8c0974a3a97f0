import { Seat } from "../../src/board/board.entity";
import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import type { Context } from "../../src/context";
import { answer } from "../../src/mutation/answer";
import { invalid, UserError } from "../../src/mutation/refused";
import { Role } from "../../src/person/role";
import { ErasePersonInput } from "../../src/personal/erasure.inputs";
import { erasePerson } from "../../src/personal/erasure.service";
import { loadScopes } from "../../src/scope/load";
import { PUBLIC } from "../../src/scope/scope";
import { theWorld, World } from "../scope/world";
import { done, refused, rejected } from "../support/change";
import { startTandem, Tandem } from "../support/tandem";
import { changesBetween, everything } from "./rows";

let tandem: Tandem;
let world: World;

beforeEach(async () => {
  tandem = await startTandem();
  world = await theWorld(tandem.db, tandem.log);
});
afterEach(() => tandem.close());

const erasing = async (personId: string) => {
  const [person] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [personId]);
  return { personId, reason: "REQUESTED", expectedVersion: Number(person?.version) };
};

/** Why the lead may not erase somebody: nothing at all has changed. */
const whyNot = async (personId: string, by = world.told.lead.id) => {
  const before = await everything(tandem.db);
  const errors = await refused(tandem, by, "erasePerson", await erasing(personId));
  expect(changesBetween(before, await everything(tandem.db))).toEqual({});
  return errors;
};
const openOf = async (personId: string): Promise<string[]> => {
  const [{ code, rule }, ...others] = await whyNot(personId);
  expect([code, rule.met, rule.needed, others]).toEqual(["RULE_NOT_MET", false, 0, []]);
  expect(rule.actual).toBe(rule.because.length);
  return rule.because.map(({ text }: { text: string }) => text).sort();
};

test("who has an open review and assessments that are not released is not erased yet, and each is named", async () => {
  const { told, ofAda } = world;
  const [review] = await tandem.db.rows("SELECT reference FROM commission WHERE id = ?", [ofAda.commission]);
  expect(await openOf(told.ada.personId)).toEqual([
    `The review ${review?.reference} of their pair goes on.`,
    `Their assessment as ${told.ada.reference} is not released.`,
  ]);
  await tandem.db.source.manager.update(Commission, { id: ofAda.commission }, { stage: CommissionStage.DECLINED });
  await tandem.db.source.query("UPDATE assessment SET releasedAt = decidedAt WHERE id = ?", [ofAda.unreleased]);
  await done(tandem, told.lead.id, "erasePerson", await erasing(told.ada.personId));
});

test("a review of a pair that was dissolved keeps nobody", async () => {
  const { told, ofAda } = world;
  await tandem.db.source.query("UPDATE pair SET dissolvedOn = '2017-01-01' WHERE id = ?", [told.adaAndBen.id]);
  await tandem.db.source.query("UPDATE assessment SET releasedAt = decidedAt WHERE id = ?", [ofAda.unreleased]);
  await done(tandem, told.lead.id, "erasePerson", await erasing(told.ada.personId));
});

test("who is assigned to a trainee no longer is not kept by it", async () => {
  const { told } = world;
  await tandem.db.source.query("UPDATE staff_assignment SET endedOn = '2017-01-01' WHERE personId = ?", [
    told.supervisor.id,
  ]);
  await done(tandem, told.lead.id, "erasePerson", await erasing(told.supervisor.id));
});

test("who speaks for a board keeps doing so until the seat ends", async () => {
  const { told } = world;
  expect(await openOf(told.seat.id)).toEqual([`They speak for ${told.board.name}.`]);
  await tandem.db.source.manager.update(Seat, { personId: told.seat.id }, { endedOn: "2017-01-01" });
  await done(tandem, told.lead.id, "erasePerson", await erasing(told.seat.id));
});

test("staff with assignments are erased once the role is taken, an assessor once nothing waits for their decision", async () => {
  const { told } = world;
  expect(await openOf(told.supervisor.id)).toEqual([
    `They are assigned to ${told.ada.reference}.`,
    `They are assigned to ${told.ben.reference}.`,
  ]);
  const role = { personId: told.supervisor.id, role: "SUPERVISOR", expectedVersion: 1, reason: "Leaves." };
  await done(tandem, told.lead.id, "revokeRole", role);
  await done(tandem, told.lead.id, "erasePerson", await erasing(told.supervisor.id));

  await tandem.db.source.query("UPDATE assessment SET decidedAt = NULL WHERE id = ?", [world.ofAda.unreleased]);
  expect(await openOf(told.assessor.id)).toContain(`They have not decided the assessment of ${told.ada.reference}.`);
});

test("the last programme lead stays, and nobody erases themselves", async () => {
  const { told, nobody } = world;
  const own = await whyNot(told.lead.id);
  expect(own).toMatchObject([
    { code: "INVALID_INPUT", path: ["personId"], message: expect.stringMatching(/your own/) },
  ]);
  const second = await told.person("Sue Second", Role.PROGRAMME_LEAD);
  await tandem.db.source.query("UPDATE person SET disabledAt = '2017-01-01 00:00:00.000' WHERE id = ?", [second.id]);
  expect(await whyNot(told.lead.id, told.lead.id)).toMatchObject([{ code: "INVALID_INPUT" }]);
  expect(await rejected(tandem, nobody.id, "erasePerson", await erasing(told.lead.id))).toBe("FORBIDDEN");
  expect(await rejected(tandem, null, "erasePerson", await erasing(nobody.id))).toBe("UNAUTHENTICATED");
  expect(await rejected(tandem, null, "requestErasure", {})).toBe("UNAUTHENTICATED");
});

/** A lead at the door: with the rights they have now, to act in a moment. */
const aboutToErase = async (by: string, personId: string) => {
  const { db, log } = tandem;
  const scope = (await loadScopes(db, [by])).get(by) ?? PUBLIC;
  const ctx: Context = { db, log, personId: by, scope, now: new Date(), opened: new Set(), loaders: new Map() };
  const input = Object.assign(new ErasePersonInput(), await erasing(personId));
  return async () => ((await answer(ctx, "erasePerson", input, erasePerson)) as { errors: UserError[] }).errors;
};
const leadsLeft = async () =>
  (
    await tandem.db.rows(
      "SELECT p.id FROM person p JOIN person_role r ON r.personId = p.id WHERE r.role = 'PROGRAMME_LEAD' AND p.erasedAt IS NULL",
    )
  ).length;

test("of two leads who erase one another, at once or one after the other, one stays", async () => {
  const { told } = world;
  const pairOfLeads = async (one: string, other: string) => [
    await aboutToErase(one, other),
    await aboutToErase(other, one),
  ];
  const second = await told.person("Sue Second", Role.PROGRAMME_LEAD);
  const [first, late] = await pairOfLeads(told.lead.id, second.id);
  expect(await first?.()).toEqual([]);
  expect(await late?.()).toEqual([
    invalid(["personId"], "personId is the last programme lead: name another one first."),
  ]);
  expect(await leadsLeft()).toBe(1);

  const third = await told.person("Tim Third", Role.PROGRAMME_LEAD);
  const both = await Promise.all((await pairOfLeads(told.lead.id, third.id)).map((erase) => erase()));
  expect(both.map(({ length }) => length).sort()).toEqual([0, 1]);
  expect(await leadsLeft()).toBe(1);
});

test("a lead learns nothing of their pair partner's assessment by trying to erase them", async () => {
  const { told, cara, rex, ofCara } = world;
  const role = { personId: rex.id, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", role);
  await tandem.db.source.query("UPDATE commission SET stage = 'CLOSED' WHERE id = ?", [ofCara.commission]);
  const before = await whyNot(cara.personId, rex.id);
  await tandem.db.source.query("UPDATE assessment SET releasedAt = decidedAt WHERE traineeId = ?", [cara.id]);
  expect(await whyNot(cara.personId, rex.id)).toEqual(before);
  expect(before).toMatchObject([{ code: "INVALID_INPUT", path: ["personId"] }]);
});

test("a lead learns nothing of their own assessment by trying to erase who assesses them", async () => {
  const { told, ofAda } = world;
  const role = { personId: told.ada.personId, role: "PROGRAMME_LEAD", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", role);
  const asks = () => whyNot(told.assessor.id, told.ada.personId);
  await tandem.db.source.query("UPDATE assessment SET decidedAt = NULL WHERE id = ?", [ofAda.unreleased]);
  const before = await asks();
  await tandem.db.source.query("UPDATE assessment SET decidedAt = openedAt WHERE id = ?", [ofAda.unreleased]);
  expect(await asks()).toEqual(before);
  expect(before).toMatchObject([{ code: "INVALID_INPUT", path: ["personId"] }]);
});

test("somebody asks to be erased once, and a lead finds it among their tasks until it is done", async () => {
  const { told, nobody } = world;
  const tasks = async (by: string) =>
    (await tandem.as(by).ask("{ viewer { tasks { kind text since about { id } } } }")).data.viewer.tasks.filter(
      ({ kind }: { kind: string }) => kind === "ERASE_PERSON",
    );
  expect(await tasks(told.lead.id)).toEqual([]);
  await done(tandem, nobody.id, "requestErasure", {});
  expect(await refused(tandem, nobody.id, "requestErasure", {})).toMatchObject([{ code: "INVALID_INPUT", path: [] }]);
  expect(await tasks(told.lead.id)).toEqual([
    {
      ...{ kind: "ERASE_PERSON", text: "Erase what is held about Nick Nobody, who asked for it." },
      ...{ since: expect.any(String), about: { id: nobody.id } },
    },
  ]);
  expect(await tasks(nobody.id)).toEqual([]);
  const entries = "SELECT actorId, personId, facts FROM entry WHERE kind = 'ErasureRequested'";
  expect(await tandem.db.rows(entries)).toEqual([{ actorId: nobody.id, personId: nobody.id, facts: "{}" }]);
  await done(tandem, told.lead.id, "erasePerson", await erasing(nobody.id));
  expect(await tasks(told.lead.id)).toEqual([]);
});

test("R67: who is to call somebody is not erased before the call is with another, or over", async () => {
  const { told, nobody } = world;
  const { id: second } = await told.person("Sue Second", Role.PROGRAMME_LEAD);
  const asked = { programmeId: "LT", question: "May I bring a review of my own?" };
  const { enquiry } = await done(tandem, nobody.id, "askForCall", asked, "enquiry { id }");
  const at = new Date(Date.now() + 86_400_000).toISOString();
  const call = { enquiryId: enquiry.id, at };
  await done(tandem, second, "arrangeCall", { ...call, expectedVersion: 1 });
  const [{ name }] = (await tandem.db.rows("SELECT name FROM person WHERE id = ?", [nobody.id])) as [{ name: string }];
  expect(await openOf(second)).toEqual([`A call with them is arranged for ${name}.`]);
  await done(tandem, told.lead.id, "arrangeCall", { ...call, withId: told.lead.id, expectedVersion: 2 });
  await done(tandem, told.lead.id, "erasePerson", await erasing(second));
});
