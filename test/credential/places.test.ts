import crypto from "node:crypto";
import { done } from "../support/change";
import { accreditedOne } from "../support/partner";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let taken: number;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await accreditedOne(tandem, told, "Fay");
  await accreditedOne(tandem, told, "Gil");
  await done(tandem, told.lead.id, "issueCredential", { accreditationId: "LT-Fay" });
  taken = Number((await tandem.db.rows("SELECT statusIndex FROM credential"))[0]?.statusIndex);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await tandem.close();
});

/** What is drawn instead of what chance would have it; `free` after so many that are taken. */
const drawing = (takenBefore: number, free: number) => {
  let drawn = 0;
  jest.spyOn(crypto, "randomInt").mockImplementation((() => {
    drawn += 1;
    if (drawn > 50_000) throw new Error("Drawn without end.");
    return drawn > takenBefore ? free : taken;
  }) as never);
  return () => drawn;
};
const ISSUE = "mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) { errors { code } } }";
const issue = () => tandem.as(told.lead.id).ask(ISSUE, { input: { accreditationId: "LT-Gil" } });
const places = async () => (await tandem.db.rows("SELECT statusIndex FROM credential")).map((row) => row.statusIndex);

test("a place in the list that another credential has is not given again", async () => {
  const free = taken === 70_000 ? 70_001 : 70_000;
  drawing(3, free);
  expect((await issue()).data.issueCredential.errors).toEqual([]);
  expect((await places()).sort()).toEqual([taken, free].sort());
});

test("where every place is taken it fails before long, and nothing is signed", async () => {
  const drawn = drawing(Number.POSITIVE_INFINITY, taken);
  expect((await issue()).errors).toHaveLength(1);
  expect(drawn()).toBeLessThan(5_000);
  expect(await places()).toEqual([taken]);
});
