import { decided } from "../credential/given";
import { asking } from "../graph/asking";
import { assessing } from "../support/assessing";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let assessment: Awaited<ReturnType<typeof decided>>;
let credentialId: string;
/** What was opened since the test began. */
let openings: string[] = [];

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  assessment = await decided(tandem, told);
  credentialId = (await tandem.db.rows("SELECT id FROM credential"))[0]?.id as string;
});
beforeEach(() => {
  openings = [];
});
afterAll(() => tandem.close());

const read = async (personId: string, selection: string) => {
  const access = { opened: (_: string, ids: Iterable<string>) => void openings.push(...ids) };
  const said = selection.replace("$credential", `"${credentialId}"`).replace("$now", `"${new Date().toISOString()}"`);
  const { data, errors } = await asking(tandem.db, tandem.log, access)(personId)(`{ ${said} }`);
  expect(errors).toBeUndefined();
  return data;
};

const ROADS: [string, string][] = [
  ["its number", "accreditations { nodes { reference } }"],
  ["its standing", "accreditations { edges { node { standing } } }"],
  ["how it stood", "accreditations { nodes { asOf(at: $now) { standing } } }"],
  ["its credential", "accreditations { nodes { credential { jwt } } }"],
  ["a credential as a node", "node(id: $credential) { ... on Credential { jwt } }"],
  ["what a credential states", "nodes(ids: [$credential]) { ... on Credential { accreditation { reference } } }"],
];

describe.each(ROADS)("before the release, by %s", (_, road) => {
  test("whoever may see the decision has opened it", async () => {
    for (const { id } of [told.lead, told.assessor]) {
      openings = [];
      await read(id, road);
      expect(openings).toEqual([assessment.id]);
    }
  });

  test("whoever may not has opened nothing", async () => {
    for (const id of [told.ada.personId, told.ben.personId, told.supervisor.id, told.seat.id]) await read(id, road);
    expect(openings).toEqual([]);
  });
});

test.each(["AccreditationGranted", "CredentialSigned"])("the facts of %s open what was decided", async (kind) => {
  const [entry] = await tandem.db.rows("SELECT id FROM entry WHERE kind = ?", [kind]);
  await read(told.lead.id, `node(id: "${entry?.id}") { ... on Entry { facts } }`);
  expect(openings).toEqual([assessment.id]);
});

test("that there is one is not what it says: a count, and an id, open nothing", async () => {
  await read(told.lead.id, "accreditations { totalCount nodes { id __typename } }");
  expect(openings).toEqual([]);
});

test("once it is released it is known by name, and opens nothing", async () => {
  await assessing(tandem, told).release(assessment);
  for (const [, road] of ROADS) await read(told.lead.id, road);
  expect(openings).toEqual([]);
  const data = await read(told.ada.personId, "viewer { personalData { held } }");
  expect(data.viewer.personalData.held).toMatchObject({ Accreditation: [{}], Credential: [{ id: credentialId }] });
  // By the assessment itself, its judgements and its entries.
  expect([...new Set(openings)]).toEqual([assessment.id]);
});
