import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
import { submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

type Item = { itemId?: string; text?: string; days?: number | null };

const version = async (): Promise<number> => {
  const [row] = await tandem.db.rows("SELECT version FROM programme WHERE id = ?", [told.programme.id]);
  return Number(row?.version);
};
const listOf = async (section: string, items: readonly Item[]) => ({
  ...{ programmeId: "LT", section, items },
  expectedVersion: await version(),
});
const publish = async (section: string, ...items: Item[]) =>
  done(tandem, told.lead.id, "publishItems", await listOf(section, items), "programme { version }");
const faults = async (section: string, ...items: Item[]) =>
  (await refused(tandem, told.lead.id, "publishItems", await listOf(section, items))).map(({ code, path }) => [
    code,
    path.join("."),
  ]);

/** What anyone reads of a list, without a token. */
const read = async (section: string | null = null) => {
  const query =
    'query ($of: ProgrammeSection) { programme(id: "LT") { items(section: $of) { id section text days } unpaidDays } }';
  const { data } = await tandem.as(null).ask(query, { of: section });
  return data.programme;
};
const texts = async (section: string | null = null) => (await read(section)).items.map(({ text }: Item) => text);

test.each(["MODEL", "BENEFITS", "AUDIENCE", "ELEMENTS", "SELECTION_CRITERIA", "DEMANDS", "TOPICS", "TOOLS"])(
  "R4, R7, R8, R10, R11, R17, R18, R65, R66: the office types in the list %s, and anyone reads it in its order",
  async (section) => {
    await publish(section, { text: "The second thing comes first." }, { text: "A thing." });
    expect(await texts(section)).toEqual(["The second thing comes first.", "A thing."]);
  },
);

test("R30: unpaid time is published in days, and what it comes to is the programme's to tell", async () => {
  expect(await read("UNPAID_TIME")).toEqual({ items: [], unpaidDays: 0 });
  await publish("UNPAID_TIME", { text: "Course days", days: 4 }, { text: "Group supervision", days: 4 });
  await publish("TOPICS", { text: "Systems thinking." });
  const [course] = (await read("UNPAID_TIME")).items;
  expect((await read("UNPAID_TIME")).unpaidDays).toBe(8);

  await publish("UNPAID_TIME", { itemId: course.id, text: "Course days", days: 5 });
  expect(await read("UNPAID_TIME")).toEqual({ items: [{ ...course, days: 5 }], unpaidDays: 5 });
});

test("R52, R65: a criterion that is corrected stays the same one; one that is left out is retired, and can come back", async () => {
  await publish("SELECTION_CRITERIA", { text: "Writes wel." }, { text: "Listens." }, { text: "Has time." });
  const [writes, listens, time] = (await read("SELECTION_CRITERIA")).items;
  await publish(
    "SELECTION_CRITERIA",
    { itemId: time.id, text: "Has time." },
    { itemId: writes.id, text: "Writes well." },
    { text: "Asks." },
  );
  const now = (await read("SELECTION_CRITERIA")).items;
  expect(now).toMatchObject([{ id: time.id }, { id: writes.id, text: "Writes well." }, { text: "Asks." }]);
  const one = async () =>
    (
      await tandem
        .as(null)
        .ask("query ($id: ID!) { node(id: $id) { ... on ProgrammeItem { text retiredOn } } }", { id: listens.id })
    ).data.node;
  expect(await one()).toEqual({ text: "Listens.", retiredOn: daysAgo(0) });

  await publish("SELECTION_CRITERIA", { itemId: listens.id, text: "Listens." });
  expect(await texts("SELECTION_CRITERIA")).toEqual(["Listens."]);
  expect(await one()).toEqual({ text: "Listens.", retiredOn: null });
});

test("R52: while applications wait for a decision criteria are corrected and put in order, and none comes or goes", async () => {
  const apply = async (name: string) =>
    submittedApplication(tandem.db, { cohortId: told.cohort.id, personId: (await told.person(name)).id });
  const kim = await apply("Kim");
  await publish("SELECTION_CRITERIA", { text: "Writes wel." }, { text: "Listens." }); // the first are what it waits for
  const [writes, listens] = (await read("SELECTION_CRITERIA")).items;
  const max = await apply("Max");
  const [a, b] = [
    { itemId: writes.id, text: "Writes well." },
    { itemId: listens.id, text: "Listens." },
  ];
  const section = "SELECTION_CRITERIA";
  for (const items of [[a], [a, b, { text: "Asks." }], [a, { text: "Asks." }]]) {
    expect(await refused(tandem, told.lead.id, "publishItems", await listOf(section, items))).toMatchObject([
      {
        ...{ code: "INVALID_INPUT", path: ["items"] },
        message: "items may neither add nor retire a criterion: 2 applications wait for a decision.",
      },
    ]);
  }
  await publish(section, b, a);
  expect(await texts(section)).toEqual(["Listens.", "Writes well."]);
  await publish("DEMANDS", { text: "Time." });
  await publish("DEMANDS", { text: "Work." });

  for (const { id } of [kim, max]) {
    await tandem.db.source.query("UPDATE application SET state = 'WAITING', waitingRank = 1 WHERE id = ?", [id]);
  }
  await publish(section, a, { text: "Asks." });
  expect(await texts(section)).toEqual(["Writes well.", "Asks."]);
});

test("R10: the lists are read together too, each in its order; one list's edit leaves the others as they are", async () => {
  await publish("TOOLS", { text: "Timeline" }, { text: "Key practice episodes" });
  await publish("BENEFITS", { text: "Supervision" });
  expect(await texts()).toEqual(["Supervision", "Timeline", "Key practice episodes"]);
  const { data } = await tandem
    .as(null)
    .ask('{ programme(id: "LT") { a: items(section: TOOLS) { text } b: items(section: BENEFITS) { text } } }');
  expect(data.programme).toEqual({
    a: [{ text: "Timeline" }, { text: "Key practice episodes" }],
    b: [{ text: "Supervision" }],
  });

  await publish("TOOLS");
  expect(await texts()).toEqual(["Supervision"]);
});

test("R11: the history keeps a list as it was and as it is, by whom it was edited", async () => {
  await publish("ELEMENTS", { text: "A course." });
  const [course] = (await read("ELEMENTS")).items;
  await publish("ELEMENTS", { text: "A course of four days." });
  const [entry] = await history(tandem, told, 1);
  const item = { id: course.id, ordinal: 1, text: "A course.", days: null };
  expect(entry).toMatchObject({
    kind: "ItemsPublished",
    facts: {
      section: "ELEMENTS",
      from: [{ ...item, retiredOn: null }],
      to: [
        { ordinal: 1, text: "A course of four days.", retiredOn: null },
        { ...item, retiredOn: daysAgo(0) },
      ],
    },
  });
});

test("R30, R52: each value that a list may not have is named, all at once, and nothing is changed", async () => {
  await publish("TOPICS", { text: "Systems thinking." });
  await publish("TOOLS", { text: "Timeline." });
  const [topic] = (await read("TOPICS")).items;
  const [tool] = (await read("TOOLS")).items;
  const items = (count: number) => Array.from({ length: count }, (_, index) => ({ text: `Item ${index}` }));

  expect(await faults("TOPICS", { text: " " }, { text: "x".repeat(1_001) })).toEqual([
    ["INVALID_INPUT", "items.0.text"],
    ["INVALID_INPUT", "items.1.text"],
  ]);
  expect(await faults("TOPICS", ...items(51))).toEqual([["INVALID_INPUT", "items"]]);
  expect(await faults("UNPAID_TIME", { text: "Less", days: 0 }, { text: "Much", days: 367 })).toEqual([
    ["INVALID_INPUT", "items.0.days"],
    ["INVALID_INPUT", "items.1.days"],
  ]);
  expect(await faults("UNPAID_TIME", { text: "Less", days: -1 })).toEqual([["INVALID_INPUT", "items.0.days"]]);
  const named = { itemId: topic.id, text: "Systems thinking." };
  expect(await faults("TOPICS", named, { itemId: tool.id, text: "Timeline.", days: 1 }, named)).toEqual([
    ["INVALID_INPUT", "items.1.itemId"],
    ["INVALID_INPUT", "items.1.days"],
    ["INVALID_INPUT", "items.2.itemId"],
  ]);
  expect(await faults("TOPICS", { itemId: told.board.id, text: "x" })).toEqual([["NOT_FOUND", "items.0.itemId"]]);
  expect(await faults("TOPICS", named)).toEqual([["INVALID_INPUT", ""]]);
  expect(await texts("TOPICS")).toEqual(["Systems thinking."]);
});

test("R65: a list is edited by a programme lead who has seen it as it is, and by nobody else", async () => {
  const input = await listOf("SELECTION_CRITERIA", [{ text: "Listens." }]);
  expect(await rejected(tandem, told.supervisor.id, "publishItems", input)).toBe("FORBIDDEN");
  expect(await rejected(tandem, null, "publishItems", input)).toBe("UNAUTHENTICATED");
  await publish("TOPICS", { text: "Systems thinking." });
  expect(await refused(tandem, told.lead.id, "publishItems", input)).toMatchObject([
    { code: "CONFLICT", currentVersion: 2 },
  ]);
});
