import { done, refused, rejected } from "../support/change";
import { accreditedPartner } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const PAIR = "pair { id reference members { person { name } trainee { reference } } }";
const form = (...personIds: string[]) => done(tandem, told.lead.id, "formPair", { personIds }, PAIR);
const refuseForm = (...personIds: string[]) => refused(tandem, told.lead.id, "formPair", { personIds });

test("R22, E6: a lead pairs a trainee with a trainee, and E6 of each becomes met in the same change", async () => {
  const [cat, dan] = [await told.trainee("Cat"), await told.trainee("Dan")];
  const { pair } = await form(cat.personId, dan.personId);
  expect(pair.members.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Cat", "Dan"]);

  const rows = await tandem.db.rows("SELECT kind, facts FROM entry ORDER BY position DESC LIMIT 8");
  const flips = rows.filter(
    ({ kind, facts }) => kind === "ReadinessChanged" && JSON.parse(String(facts)).rule === "E6",
  );
  expect(rows.filter(({ kind }) => kind === "PairFormed")).toHaveLength(2);
  expect(flips).toHaveLength(2);
});

test("R22, E6: three people, one person twice, strangers and the lapsed are no pair", async () => {
  const [cat, dan] = [await told.trainee("Cat"), await told.trainee("Dan")];
  const e6 = (actual: number) => [{ code: "RULE_NOT_MET", path: [], rule: { rule: "E6", needed: 2, actual } }];
  expect(await refuseForm(cat.personId, dan.personId, told.supervisor.id)).toMatchObject(e6(3));
  expect(await refuseForm(cat.personId, cat.personId)).toMatchObject(e6(1));
  expect(await refuseForm(cat.personId, told.seat.id)).toMatchObject(e6(1));
  expect(await refuseForm(cat.personId, "per_00000000000000000000000000")).toMatchObject([
    { code: "NOT_FOUND", path: ["personIds", "1"] },
  ]);
});

test("E6: a trainee who works in a pair is not paired again", async () => {
  const cat = await told.trainee("Cat");
  const errors = await refuseForm(cat.personId, told.ada.personId);
  expect(errors).toMatchObject([
    { rule: { rule: "E6", met: false, next: expect.stringMatching(/^Ada works in pair /) } },
  ]);
});

test("a reviewer's pair with one trainee is not told to another trainee of theirs", async () => {
  const fay = await accreditedPartner(tandem, told, null);
  const [cat, dan] = [await told.trainee("Cat"), await told.trainee("Dan")];
  await form(cat.personId, fay.id);
  const { pair } = await form(dan.personId, fay.id);

  const query = "query ($id: ID!) { pair(id: $id) { id } entries(first: 100) { nodes { kind facts } } }";
  const seenBy = async (personId: string) => (await tandem.as(personId).ask(query, { id: pair.id })).data;
  const told2 = JSON.stringify(await seenBy(cat.personId));
  expect(told2).not.toContain(pair.reference);
  expect((await seenBy(dan.personId)).pair).toEqual({ id: pair.id });
  expect((await seenBy(fay.id)).pair).toEqual({ id: pair.id });
});

test("only a programme lead forms pairs and assigns staff", async () => {
  const input = { personIds: [told.ada.personId, told.ben.personId] };
  for (const person of [told.ada.personId, told.supervisor.id, told.seat.id]) {
    expect(await rejected(tandem, person, "formPair", input)).toBe("FORBIDDEN");
  }
  expect(await rejected(tandem, null, "formPair", input)).toBe("UNAUTHENTICATED");
});

test("E20: nobody is assigned to assess themself or their pair partner", async () => {
  const grant = { personId: told.ben.personId, role: "ASSESSOR", expectedVersion: 1 };
  await done(tandem, told.lead.id, "grantRole", grant);
  const assign = async (trainee: { id: string }) => {
    const [row] = await tandem.db.rows("SELECT version FROM trainee WHERE id = ?", [trainee.id]);
    const input = { traineeId: trainee.id, personId: told.ben.personId, role: "ASSESSOR" };
    return refused(tandem, told.lead.id, "assignStaff", { ...input, expectedVersion: Number(row?.version) });
  };
  for (const trainee of [told.ada, told.ben]) expect(await assign(trainee)).toMatchObject([{ rule: { met: false } }]);
});
