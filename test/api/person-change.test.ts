import { Role } from "../../src/person/role";
import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const PERSON = "person { name email phone version }";
const ada = (more: Record<string, unknown>) => ({ personId: told.ada.personId, expectedVersion: 1, ...more });
const asLead = (input: Record<string, unknown>) => done(tandem, told.lead.id, "changePerson", input, PERSON);
const refuse = (input: Record<string, unknown>) => refused(tandem, told.lead.id, "changePerson", input);

test("a lead corrects name, address and number, and the history tells what they were", async () => {
  const { person } = await asLead(ada({ name: "Zoë Adair", email: "Zoe@Example.org", phone: "020 7946 0000" }));
  expect(person).toEqual({ name: "Zoë Adair", email: "Zoe@Example.org", phone: "020 7946 0000", version: 2 });
  const [contact, name] = await history(tandem, told, 2);
  expect(name).toMatchObject({ kind: "PersonRenamed", facts: { name: { from: "Ada", to: "Zoë Adair" } } });
  expect(contact).toMatchObject({
    kind: "ContactDetailsChanged",
    facts: { email: { from: "ada@example.org", to: "Zoe@Example.org" }, phone: { from: null, to: "020 7946 0000" } },
  });
});

test("somebody is found and sorted by the new name, as a person and as a trainee, and no longer by the old one", async () => {
  await asLead(ada({ name: "Zoë Adair" }));
  const found = async (text: string) => {
    const { data } = await tandem
      .as(told.lead.id)
      .ask(
        "query ($text: String) { people(filter: { name: { contains: $text } }) { totalCount } trainees(filter: { name: { contains: $text } }) { totalCount } }",
        { text },
      );
    return [data.people.totalCount, data.trainees.totalCount];
  };
  expect(await found("ZOE AD")).toEqual([1, 1]);
  expect(await found("ada")).toEqual([1, 1]); // of "Zoë Adair", a part
  await asLead({ ...ada({ name: "Quill" }), expectedVersion: 2 });
  expect(await found("adair")).toEqual([0, 0]);
  const { data } = await tandem.as(told.lead.id).ask("{ trainees(orderBy: NAME) { nodes { person { name } } } }");
  expect(data.trainees.nodes.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Ben", "Quill"]);
});

test("only those who may see contact details hear that they changed, and what they were", async () => {
  await asLead(ada({ name: "Adair", phone: "020 7946 0000" }));
  const kindsFor = async (personId: string) => {
    const asked = "{ entries(first: 2, orderBy: NEWEST_FIRST) { nodes { kind } } }";
    const { data } = await tandem.as(personId).ask(asked);
    return data.entries.nodes.map(({ kind }: { kind: string }) => kind);
  };
  const both = ["ContactDetailsChanged", "PersonRenamed"];
  for (const who of [told.ada.personId, told.ben.personId, told.supervisor.id])
    expect(await kindsFor(who)).toEqual(both);
  const stranger = await told.person("Stu", Role.SUPERVISOR);
  expect(await kindsFor(stranger.id)).not.toContain("ContactDetailsChanged");
  expect(await kindsFor(stranger.id)).not.toContain("PersonRenamed");
});

test("whoever watches the person hears of it at once", async () => {
  const socket = tandem.ws(told.ben.personId);
  const feed = socket.subscribe(
    "subscription ($after: Cursor) { feed(after: $after, kinds: [PersonRenamed, ContactDetailsChanged]) { entry { kind } subject { ... on Person { name phone } } } }",
    { after: await tandem.log.head() },
  );
  await asLead(ada({ name: "Adair", phone: "1" }));
  const subject = { name: "Adair", phone: "1" };
  expect((await feed.take(2)).map(({ data }) => data.feed)).toEqual([
    { entry: { kind: "PersonRenamed" }, subject },
    { entry: { kind: "ContactDetailsChanged" }, subject },
  ]);
});

test("oneself changes one's own number and takes it away, and nothing else of anybody", async () => {
  const { personId } = told.ada;
  const own = (input: Record<string, unknown>) => done(tandem, personId, "changePerson", ada(input), PERSON);
  expect((await own({ phone: "020 7946 0000" })).person).toMatchObject({ phone: "020 7946 0000", version: 2 });
  expect((await own({ phone: " ", expectedVersion: 2 })).person).toMatchObject({ phone: null });
  const denied = async (input: Record<string, unknown>) => rejected(tandem, personId, "changePerson", input);
  expect(await denied(ada({ name: "Adair", expectedVersion: 3 }))).toBe("FORBIDDEN");
  // Neither whether an address is known here nor whether a person is shows in the answer.
  for (const email of ["lee.lead@example.org", "nobody@example.org"]) {
    expect(await denied(ada({ email, expectedVersion: 3 }))).toBe("FORBIDDEN");
  }
  for (const other of [told.ben.personId, told.lead.id, "per_01h455vb4pex5vsknk084sn02q"]) {
    expect(await denied({ personId: other, phone: "1", expectedVersion: 1 })).toBe("FORBIDDEN");
  }
  expect(await rejected(tandem, null, "changePerson", ada({ phone: "1" }))).toBe("UNAUTHENTICATED");
});

test.each(["\\ud800", "a\\ud800@example.org", "no address"])("%j is no address", async (escaped) => {
  const email = JSON.parse(`"${escaped}"`);
  const said = [{ code: "INVALID_INPUT", path: ["email"], message: "email must be an e-mail address." }];
  expect(await refuse(ada({ email }))).toMatchObject(said);
});

test("an address stays one person's: another's is refused, in whatever letters, and one's own in others is not", async () => {
  expect(await refuse(ada({ email: "BEN@example.org" }))).toMatchObject([
    { code: "INVALID_INPUT", path: ["email"], message: "email is somebody's already." },
  ]);
  expect((await asLead(ada({ email: "ADA@Example.org" }))).person.email).toBe("ADA@Example.org");
});

test("of two who are given one address at once, one has it", async () => {
  const given = (personId: string) => ({ personId, email: "shared@example.org", expectedVersion: 1 });
  const change = (input: object) =>
    tandem
      .as(told.lead.id)
      .ask("mutation ($input: ChangePersonInput!) { changePerson(input: $input) { cursor errors { path message } } }", {
        input,
      });
  const answers = await Promise.all([told.ada, told.ben].map(({ personId }) => change(given(personId))));
  const payloads = answers.map(({ data }) => data.changePerson);
  expect(payloads.filter(({ cursor }) => cursor !== null)).toHaveLength(1);
  expect(payloads.flatMap(({ errors }) => errors)).toEqual([
    { path: ["email"], message: "email is somebody's already." },
  ]);
});

test("every value that cannot be is told at once, and so is a change that changes nothing", async () => {
  const wrong = ada({ name: " ", email: "nobody", phone: "1".repeat(41) });
  expect((await refuse(wrong)).map(({ path }) => path)).toEqual([["name"], ["email"], ["phone"]]);
  for (const same of [{}, { name: "Ada" }, { email: "ada@example.org", phone: "" }, { name: null }]) {
    expect(await refuse(ada(same))).toMatchObject([
      { code: "INVALID_INPUT", path: [], message: "Nothing would change." },
    ]);
  }
});

test("a stale version is a Conflict, an unknown person NotFound, and who was erased stays erased", async () => {
  await asLead(ada({ phone: "1" }));
  expect(await refuse(ada({ phone: "2" }))).toMatchObject([{ code: "CONFLICT", currentVersion: 2 }]);
  expect(await refuse({ personId: "per_0", phone: "1", expectedVersion: 1 })).toMatchObject([{ code: "NOT_FOUND" }]);
  const nick = await told.person("Nick");
  await done(tandem, told.lead.id, "erasePerson", { personId: nick.id, reason: "REQUESTED", expectedVersion: 1 });
  const [{ version } = { version: 0 }] = await tandem.db.rows("SELECT version FROM person WHERE id = ?", [nick.id]);
  expect(await refuse({ personId: nick.id, name: "Nick", expectedVersion: Number(version) })).toMatchObject([
    { code: "INVALID_INPUT", path: ["personId"] },
  ]);
});
