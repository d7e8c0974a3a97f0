import { assessing } from "../support/assessing";
import { done, refused } from "../support/change";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";
import { check, credentialFor, decided, given } from "./given";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const count = async (table: string) => Number((await tandem.db.rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
const earlier = async (lapsesOn?: string) => {
  const fay = await accreditedOne(tandem, told, "Fay", lapsesOn);
  return { fay, input: { accreditationId: "LT-Fay" } };
};

test("R41: an accreditation of before has no credential until a lead issues one, and then one alone", async () => {
  const { fay, input } = await earlier();
  expect(await credentialFor(tandem, fay.id)).toBeNull();
  const key = { idempotencyKey: "the first and only" };
  for (let time = 0; time < 2; time += 1) await done(tandem, told.lead.id, "issueCredential", { ...input, ...key });
  expect(await count("credential")).toBe(1);

  const [fault] = await refused(tandem, told.lead.id, "issueCredential", input);
  expect(fault).toMatchObject({ code: "INVALID_INPUT", path: ["accreditationId"] });
  expect(await check(tandem, (await credentialFor(tandem, fay.id)).jwt)).toMatchObject({ verdict: "VALID" });
});

test("two leads who issue at the same moment issue one", async () => {
  const { input } = await earlier();
  const ISSUE = "mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) { errors { code } } }";
  const both = await Promise.all([1, 2].map(() => tandem.as(told.lead.id).ask(ISSUE, { input })));
  expect(both.map(({ data }) => data.issueCredential.errors.length).sort()).toEqual([0, 1]);
  expect(await count("credential")).toBe(1);
});

test("R46: what has lapsed is given no credential, and none is replaced", async () => {
  const { fay, input } = await earlier();
  await done(tandem, told.lead.id, "issueCredential", input);
  const { id: credentialId } = await credentialFor(tandem, fay.id);
  await tandem.db.source.query("UPDATE accreditation SET lapsesOn = ? WHERE personId = ?", [daysAgo(0), fay.id]);
  const reason = "She has another name.";
  expect(await refused(tandem, told.lead.id, "replaceCredential", { credentialId, reason })).toMatchObject([
    { code: "INVALID_INPUT", path: ["credentialId"], message: expect.stringContaining("holds no more") },
  ]);
  expect(await refused(tandem, told.lead.id, "issueCredential", input)).toHaveLength(2);
});

test("one that was replaced is not replaced again", async () => {
  const { fay, input } = await earlier();
  await done(tandem, told.lead.id, "issueCredential", input);
  const { id: credentialId } = await credentialFor(tandem, fay.id);
  const replacing = { credentialId, reason: "She has another name." };
  await done(tandem, told.lead.id, "replaceCredential", replacing);
  expect(await refused(tandem, told.lead.id, "replaceCredential", replacing)).toMatchObject([
    { code: "INVALID_INPUT", path: ["credentialId"], message: `credentialId was revoked on ${daysAgo(0)}.` },
  ]);
});

test("nobody but its holder and the leads sees a credential, pair partner, supervisor, assessor and board included", async () => {
  const jwt = await given(tandem, told);
  const [credential] = await tandem.db.rows("SELECT id FROM credential");
  const sees = async (personId: string | null) => {
    const { data } = await tandem.as(personId).ask("query ($id: ID!) { node(id: $id) { ... on Credential { jwt } } }", {
      id: credential?.id,
    });
    return data.node?.jwt ?? null;
  };
  for (const id of [told.ada.personId, told.lead.id]) expect(await sees(id)).toBe(jwt);
  const others = [told.ben.personId, told.supervisor.id, told.assessor.id, told.seat.id, null];
  for (const id of others) expect(await sees(id)).toBeNull();
});

test("E15: a decision that fails leaves neither the accreditation nor its credential", async () => {
  await told.readyForAssessment(told.ada);
  const act = assessing(tandem, told);
  const assessment = await act.judgeAreas(await act.open());
  const { write } = tandem.log;
  const broken = jest.spyOn(tandem.log, "write").mockImplementation(async (...given) => {
    await write(...given);
    throw new Error("The disk is full.");
  });
  await expect(act.decide(assessment)).rejects.toThrow();
  broken.mockRestore();
  for (const table of ["accreditation", "credential"]) expect([table, await count(table)]).toEqual([table, 0]);
  await act.decide(assessment);
  for (const table of ["accreditation", "credential"]) expect([table, await count(table)]).toEqual([table, 1]);
});

test("E15: where the credential cannot be signed, nobody is accredited", async () => {
  await decided(tandem, told);
  await tandem.db.source.query("UPDATE signing_key SET privateKey = ? WHERE id <> ?", ["of another SECRET", ""]);
  const act = assessing(tandem, told);
  await told.readyForAssessment(told.ben);
  const assessment = await act.judgeAreas(await act.open(told.ben.id));
  await expect(act.decide(assessment)).rejects.toThrow();
  for (const table of ["accreditation", "credential"]) expect([table, await count(table)]).toEqual([table, 1]);
});
