import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterAll(() => tandem.close());

const rows = (count: number, row: (index: number) => string): string =>
  ["name,email", ...Array.from({ length: count }, (_, index) => row(index))].join("\r\n");
const whole = (index: number): string => `Somebody ${index},somebody.${index}@example.org`;

const IMPORT = `mutation ($input: ImportPeopleInput!) { importPeople(input: $input) {
  import { rowCount } cursor errors { path message } } }`;
const imported = (csv: string) => tandem.as(told.lead.id).ask(IMPORT, { input: { csv } });
const people = async () => Number((await tandem.db.rows("SELECT COUNT(*) AS n FROM person"))[0]?.n);

test("a file of 100,000 people is longer than a request may be, and changes nothing", async () => {
  const before = await people();
  const { status, errors } = await imported(rows(100_000, whole));
  expect(status).toBe(413);
  expect(errors).toMatchObject([
    { message: "A request's body may have at most 262144 bytes.", extensions: { code: "LIMIT_EXCEEDED" } },
  ]);
  expect(await people()).toBe(before);
});

test("a file of more rows than any may have, but short enough for a request, is told the most", async () => {
  const before = await people();
  const { data } = await imported(`name,email\n${"a\n".repeat(80_000)}`);
  expect(data.importPeople).toEqual({
    ...{ import: null, cursor: null },
    errors: [{ path: ["csv"], message: "The file has more than 2,000 rows: import it in parts." }],
  });
  expect(await people()).toBe(before);
});

test("as many people as a file may hold come over the wire in one request", async () => {
  const { data, errors } = await imported(`\uFEFF${rows(2_000, whole)}\r\n`);
  expect(errors).toBeUndefined();
  expect(data.importPeople).toMatchObject({ import: { rowCount: 2_000 }, errors: [], cursor: expect.any(String) });
});

test("whoever listens hears of the import and of everybody in it, in order", async () => {
  const socket = tandem.ws(told.lead.id);
  const { data: now } = await socket.ask("{ cursor }");
  await imported(rows(2, (index) => `New ${index},new.${index}@example.org`));
  const heard = socket.subscribe("subscription ($after: Cursor) { feed(after: $after) { entry { kind } } }", {
    after: now.cursor,
  });
  const kinds: string[] = [];
  for await (const { data } of heard) {
    kinds.push(data.feed.entry.kind);
    if (kinds.length === 3) break;
  }
  expect(kinds).toEqual(["PeopleImported", "PersonInvited", "PersonInvited"]);
});
