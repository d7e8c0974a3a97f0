import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2019 from "ajv/dist/2019";
import addFormats from "ajv-formats";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";
import { given } from "./given";
import { headerOf, Payload, payloadOf } from "./outside";

/** 1EdTech's JSON schema of an AchievementCredential: theirs to give out, so it lies beside the checkout. */
const SCHEMAS = process.env.OB3_SCHEMA ?? join(__dirname, "../../../../shared/ob3");
const there = existsSync(join(SCHEMAS, "achievementcredential.schema.json"));
const file = (name: string) => JSON.parse(readFileSync(join(SCHEMAS, name), "utf8"));

let tandem: Tandem;
let told: Story;
let jwt: string;
let badge: Payload;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  jwt = await given(tandem, told);
  badge = payloadOf(jwt);
});
afterAll(() => tandem.close());

const valid = (credential: unknown): boolean => {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(file("achievementcredential.schema.json"));
  const right = validate(credential) as boolean;
  if (!right && credential === badge) throw new Error(JSON.stringify(validate.errors, null, 1));
  return right;
};

if (!there) {
  process.stderr.write(
    `NOT TESTED: 1EdTech's schema of Open Badges 3.0 is not at ${SCHEMAS}: set OB3_SCHEMA to the folder it lies in.\n`,
  );
}

(there ? test : test.skip)(
  "R41: the credential passes 1EdTech's own schema of Open Badges 3.0; a bad one does not",
  () => {
    expect(valid(file("good.json"))).toBe(true);
    expect(valid(file("bad.json"))).toBe(false);
    expect(valid(badge)).toBe(true);
    const { validFrom: _, ...without } = badge;
    expect(valid(without)).toBe(false);
  },
);

test("R37, R41: it says who is accredited, by whom, for what and by which criteria, and nothing else of anybody", async () => {
  const base = tandem.url.replace("/graphql", "");
  const [accreditation] = await tandem.db.rows("SELECT reference, accreditedOn FROM accreditation");
  expect(badge).toMatchObject({
    id: expect.stringMatching(/^urn:uuid:/),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: `${base}/credentials/issuers/${told.programme.id}`, type: ["Profile"], name: told.programme.name },
    awardedDate: `${accreditation?.accreditedOn}T00:00:00Z`,
    credentialSubject: {
      id: expect.stringMatching(/^urn:uuid:/),
      licenseNumber: accreditation?.reference,
      identifier: [{ type: "IdentityObject", hashed: false, identityHash: "Ada", identityType: "name" }],
      achievement: { id: `${base}/credentials/achievements/${told.standard.id}`, name: told.programme.name },
    },
  });
  const { narrative } = badge.credentialSubject.achievement.criteria;
  for (const { name } of told.areas) expect(narrative).toContain(name);
  for (const secret of [told.ada.id, told.ada.personId, "@example"]) {
    expect(JSON.stringify(badge.credentialSubject)).not.toContain(secret);
  }
});

test("its signature is as Open Badges demands: RS256, a key that has an address, and claims that repeat the credential", () => {
  expect(headerOf(jwt)).toEqual({
    alg: "RS256",
    typ: "JWT",
    kid: expect.stringMatching(/^http:.*\/credentials\/keys\/sgk_\w+$/),
  });
  const { iss, jti, sub, nbf } = badge;
  expect({ iss, jti, sub, nbf: nbf * 1_000 }).toEqual({
    ...{ iss: badge.issuer.id, jti: badge.id, sub: badge.credentialSubject.id, nbf: Date.parse(badge.validFrom) },
  });
});

test("it has the one status entry that an Open Badge may have, at a place that is drawn", () => {
  const { statusListIndex, statusListCredential, ...entry } = badge.credentialStatus;
  expect(Number(statusListIndex)).toBeGreaterThanOrEqual(65_536);
  expect(Number(statusListIndex)).toBeLessThan(131_072);
  expect(entry).toMatchObject({ type: "BitstringStatusListEntry", statusPurpose: "message", statusSize: 2 });
});
