import { story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;

beforeEach(async () => {
  tandem = await startTandem();
  await story(tandem);
});
afterEach(() => tandem.close());

const daysAt = async (...rates: number[]) => {
  const asked = rates.map((rate, index) => `at${index}: breakEvenDays(dayRateMinor: ${rate})`).join(" ");
  const { data } = await tandem.as(null).ask(`{ cohorts { nodes { fee { amountMinor } ${asked} } } }`);
  const [{ fee, ...days }] = data.cohorts.nodes;
  return [fee.amountMinor, ...Object.values(days)];
};

test("R51: a day rate tells in how many days the fee is made back, a day begun counting whole", async () => {
  expect(await daysAt(50_000, 55_000, 350_000, 349_999, 350_001)).toEqual([350_000, 7, 7, 1, 2, 1]);
});

test("R51: a rate of nothing never makes it back", async () => {
  expect(await daysAt(0, -1)).toEqual([350_000, null, null]);
});
