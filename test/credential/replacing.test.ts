import { assessing } from "../support/assessing";
import { done, refused, rejected } from "../support/change";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { credentialFor, decided, overHttp } from "./given";
import { payloadOf } from "./outside";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const reason = "She is called Fay Novak now.";
const leads = (personId: string) =>
  done(tandem, told.lead.id, "grantRole", { personId, role: "PROGRAMME_LEAD", expectedVersion: 1 });
const issued = (by: string) => done(tandem, by, "issueCredential", { accreditationId: "LT-Fay" });
const erased = (personId: string) =>
  done(tandem, told.lead.id, "erasePerson", { personId, reason: "REQUESTED", expectedVersion: 1 });

test("E15: before the release nothing of it is replaced, and neither the list nor an entry tells that it is there", async () => {
  const assessment = await decided(tandem, told);
  const { id: credentialId, jwt } = await credentialFor(tandem, told.lead.id);
  const list = async () => {
    const { body } = await overHttp(payloadOf(jwt).credentialStatus.statusListCredential);
    return payloadOf(body).credentialSubject.encodedList;
  };
  const before = await list();
  expect(await refused(tandem, told.lead.id, "replaceCredential", { credentialId, reason })).toMatchObject([
    { code: "INVALID_INPUT", path: ["credentialId"], message: expect.stringContaining("not released yet") },
  ]);
  // Ada, whose own it is, and Ben of her pair lead the programme too.
  for (const id of [told.ada.personId, told.ben.personId]) {
    await leads(id);
    const none = { credentialId: "crd_01m87amc65espvesrxv0qskz09", reason };
    const asked = await refused(tandem, id, "replaceCredential", { credentialId, reason });
    expect(asked).toMatchObject([{ code: "NOT_FOUND", path: ["credentialId"] }]);
    expect(asked).toEqual(await refused(tandem, id, "replaceCredential", none));
    const { data } = await tandem.as(id).ask("{ entries(first: 100) { nodes { kind } } }");
    expect(data.entries.nodes.filter(({ kind }: { kind: string }) => kind.startsWith("Credential"))).toEqual([]);
  }
  expect(await list()).toBe(before);

  await assessing(tandem, told).release(assessment);
  await done(tandem, told.lead.id, "replaceCredential", { credentialId, reason });
  expect(await list()).not.toBe(before);
});

test("a programme lead neither issues nor replaces their own: another one does", async () => {
  const { id: fay } = await accreditedOne(tandem, told, "Fay");
  await leads(fay);
  expect(await rejected(tandem, fay, "issueCredential", { accreditationId: "LT-Fay" })).toBe("FORBIDDEN");
  await issued(told.lead.id);
  const { id: credentialId } = await credentialFor(tandem, fay);
  expect(await rejected(tandem, fay, "replaceCredential", { credentialId, reason })).toBe("FORBIDDEN");
  await done(tandem, told.lead.id, "replaceCredential", { credentialId, reason });
});

test("with whom it was about the credential goes, the one before, and why it was replaced", async () => {
  const { id: fay } = await accreditedOne(tandem, told, "Fay");
  await issued(told.lead.id);
  const { id: credentialId } = await credentialFor(tandem, fay);
  await done(tandem, told.lead.id, "replaceCredential", { credentialId, reason });
  const words = async () => [
    ...(await tandem.db.rows("SELECT jwt FROM credential")).map(({ jwt }) => jwt),
    ...(await tandem.db.rows("SELECT reason, facts FROM entry WHERE kind LIKE 'Credential%'")).flatMap(
      ({ reason: why, facts }) => [why, facts],
    ),
  ];
  expect((await words()).filter((word) => word !== null)).toHaveLength(6);
  await erased(fay);
  expect(await words()).toEqual(Array(8).fill(null));
});

test("somebody who was erased is given no credential, and none is replaced", async () => {
  const { id: fay } = await accreditedOne(tandem, told, "Fay");
  const { id: gil } = await accreditedOne(tandem, told, "Gil");
  await issued(told.lead.id);
  const { id: credentialId } = await credentialFor(tandem, fay);
  for (const id of [fay, gil]) await erased(id);
  for (const [mutation, path, input] of [
    ["issueCredential", "accreditationId", { accreditationId: "LT-Gil" }],
    ["replaceCredential", "credentialId", { credentialId, reason }],
  ] as const) {
    expect(await refused(tandem, told.lead.id, mutation, input)).toMatchObject([
      { code: "INVALID_INPUT", path: [path], message: `${path} is of somebody who was erased.` },
    ]);
  }
});
