import { done, refused, rejected } from "../support/change";
import { history } from "../support/history";
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

const lead = () => told.lead.id;
const set = (appliesFrom: string, feeMinor: number, vatPercent: number, expectedVersion: number) => ({
  ...{ programmeId: "LT", appliesFrom, feeMinor, vatPercent, expectedVersion },
});
const cohort = (reference: string, month: string) => ({
  ...{ programmeId: "LT", reference, name: reference, opensOn: "2030-01-01", applyBy: "2030-02-01", capacity: 2 },
  decisionsExpected: "2030-03",
  courseDays: [1, 2, 3, 4].map((day) => ({ date: `${month}-0${day}`, venue: "London", topics: "Systems thinking." })),
});
const PRICE = "fee { amountMinor currency formatted } vat { amountMinor } feeWithVat { amountMinor formatted }";
const priceOf = async (reference: string) =>
  (await tandem.as(null).ask(`query ($id: ID!) { cohort(id: $id) { ${PRICE} } }`, { id: reference })).data.cohort;
const fees = async (selection: string) =>
  (await tandem.as(null).ask(`{ programme(id: "LT") { fees { ${selection} } } }`)).data.programme.fees;

test("R49: a fee is told without VAT, its VAT and with it, in pence, and from which day on", async () => {
  await done(tandem, lead(), "setFee", set("2031-01-01", 399_999, 17, 1), "programme { version }");
  expect(
    await fees("appliesFrom vatPercent amount { amountMinor currency } vat { formatted } withVat { formatted }"),
  ).toEqual([
    {
      ...{ appliesFrom: daysAgo(600), vatPercent: 20, amount: { amountMinor: 350_000, currency: "GBP" } },
      ...{ vat: { formatted: "£700.00" }, withVat: { formatted: "£4,200.00" } },
    },
    {
      ...{ appliesFrom: "2031-01-01", vatPercent: 17, amount: { amountMinor: 399_999, currency: "GBP" } },
      ...{ vat: { formatted: "£680.00" }, withVat: { formatted: "£4,679.99" } },
    },
  ]);
});

test("R50: a fee covers the course, group supervision and assessment: individual supervision is not among them", async () => {
  expect(await fees("covers")).toEqual([{ covers: ["COURSE", "GROUP_SUPERVISION", "ASSESSMENT"] }]);
});

test("R49: a cohort keeps the fee in force on its first course day, whatever the programme costs later", async () => {
  await done(tandem, lead(), "setFee", set("2031-05-02", 400_000, 25, 1));
  await done(tandem, lead(), "openCohort", cohort("THE-DAY-BEFORE", "2031-05"));
  await done(tandem, lead(), "openCohort", cohort("AFTER", "2031-06"));
  const before = { fee: { amountMinor: 350_000 }, vat: { amountMinor: 70_000 }, feeWithVat: { amountMinor: 420_000 } };
  const after = { fee: { amountMinor: 400_000 }, vat: { amountMinor: 100_000 }, feeWithVat: { amountMinor: 500_000 } };
  expect(await priceOf("THE-DAY-BEFORE")).toMatchObject(before);
  expect(await priceOf("AFTER")).toMatchObject(after);

  await done(tandem, lead(), "setFee", set("2031-05-01", 1, 0, 2));
  await done(tandem, lead(), "openCohort", cohort("THE-DAY", "2031-05"));
  expect(await priceOf("THE-DAY")).toMatchObject({ fee: { amountMinor: 1 }, vat: { amountMinor: 0 } });
  expect(await priceOf("THE-DAY-BEFORE")).toMatchObject(before);
  expect((await history(tandem, told, 2))[1]).toMatchObject({
    kind: "FeeSet",
    facts: { appliesFrom: "2031-05-01", amountMinor: 1, before: { amountMinor: 350_000, vatPercent: 20 } },
  });
});

test("R49: a cohort whose first course day is before every fee of the programme is not opened", async () => {
  const early = { ...cohort("EARLY", "2001-05"), opensOn: "2001-01-01", applyBy: "2001-02-01" };
  expect(await refused(tandem, lead(), "openCohort", early)).toMatchObject([
    { code: "INVALID_INPUT", path: ["courseDays"], message: expect.stringContaining("no fee") },
  ]);
});

test("R49: a fee twice on one day, a rate over 100, less than nothing or a stale version are refused, each by name", async () => {
  await done(tandem, lead(), "setFee", set("2031-01-01", 400_000, 20, 1));
  expect(await refused(tandem, lead(), "setFee", set("2031-01-01", 410_000, 20, 2))).toMatchObject([
    { code: "INVALID_INPUT", path: ["appliesFrom"] },
  ]);
  expect(await refused(tandem, lead(), "setFee", set("2032-01-01", -1, 101, 2))).toMatchObject([
    { code: "INVALID_INPUT", path: ["feeMinor"] },
    { code: "INVALID_INPUT", path: ["vatPercent"] },
  ]);
  expect(await refused(tandem, lead(), "setFee", set("2032-01-01", 1, -1, 2))).toMatchObject([
    { path: ["vatPercent"] },
  ]);
  expect(await refused(tandem, lead(), "setFee", set("2032-01-01", 1, 20, 1))).toMatchObject([
    { code: "CONFLICT", currentVersion: 2 },
  ]);
  expect(await rejected(tandem, lead(), "setFee", set("2031-02-30", 1, 20, 2))).toBe("BAD_USER_INPUT");
  expect(await rejected(tandem, lead(), "setFee", set("2031-02-01", 0.5, 20, 2))).toBe("BAD_USER_INPUT");
  expect(await rejected(tandem, told.supervisor.id, "setFee", set("2032-01-01", 1, 20, 2))).toBe("FORBIDDEN");
  expect(
    await refused(tandem, lead(), "setFee", { ...set("2032-01-01", 1, 20, 2), programmeId: "NONE" }),
  ).toMatchObject([{ code: "NOT_FOUND", path: ["programmeId"] }]);
});
