import { story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem } from "../support/tandem";
import { dayOf } from "./calendar";
import { programmeOf } from "./programme";
import { live } from "./years";

const DAYS = 3_653;
const SEED = Number(process.env.SEED ?? 2017);
jest.setTimeout(300_000);

test("R41, R45, R46: for ten years everybody's standing at each month's end is what a model of its own comes to", async () => {
  let now = new Date();
  const tandem = await startTandem({ clock: { now: () => now, every: () => () => undefined } });
  try {
    const told = await story(tandem);
    const first = dayOf(daysAgo(-1));
    // On ordinary days, on a leap day, and on the days after clocks change: those begin in London before they do by UTC.
    const leap = [dayOf("2028-02-29"), dayOf("2032-02-29")].find((day) => day > first) as number;
    const joins = new Map([
      ...[0, 0, 41, 41, 97].map((after, index) => [first + after + index, `Member ${index + 1}`] as const),
      [leap, "Member 6"] as const,
      [dayOf("2027-03-29"), "Member 7"] as const,
      [dayOf("2027-11-01"), "Member 8"] as const,
    ]);
    const programme = await programmeOf(tandem, told, [...joins.values()], (moment) => {
      now = moment;
    });
    const { happened, compared } = await live(programme, first, first + DAYS, joins, SEED);
    expect(compared).toBeGreaterThanOrEqual(120);
    const kinds = ["renewed", "refused", "conditional", "conditions met", "let lapse", "withdrawn", "restored", "meeting"];
    expect([...happened.keys()].sort()).toEqual(kinds.sort());
  } finally {
    await tandem.close();
  }
});
