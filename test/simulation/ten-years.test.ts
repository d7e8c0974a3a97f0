import { story } from "../support/story";
import { startTandem } from "../support/tandem";
import { dayOf } from "./calendar";
import { programmeOf } from "./programme";
import { live } from "./years";

const SEED = Number(process.env.SEED ?? 6);
const [first, last] = [dayOf("2026-11-25"), dayOf("2036-11-30")];
jest.setTimeout(120_000);

/** On ordinary days, the last of a month among them; the day after clocks change; and a leap day. */
const joins = [
  ...["2026-11-25", "2026-11-25", "2027-03-29", "2027-08-31", "2027-11-01"],
  ...["2028-02-29", "2028-02-29", "2028-02-29"],
].map((day, index) => [`Member ${index + 1}`, dayOf(day)] as const);

/** What chance is to bring; another seed than its own may miss some of it. */
const EVERYTHING = [
  ...["meeting", "concern raised", "concern closed", "renewed", "conditions set", "conditions met"],
  ...["let lapse", "withdrawn", "restored", "refused by E16", "refused by E17", "refused by E18"],
  ...["seen ACTIVE", "seen CONDITIONAL under conditions", "seen REVIEW_DUE", "seen LAPSED", "seen WITHDRAWN"],
  ...["seen LAPSED under conditions", "seen due on 2032-02-29"],
  ...["told StatusReviewDue", "told AccreditationLapsed", "month compared"],
];

/** Only the clock of this machine, so that people are enrolled on the same days whenever this runs: timers go on. */
const REAL = [
  ...["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate"],
  ...["setInterval", "clearInterval", "setTimeout", "clearTimeout"],
] as const;
beforeEach(() => jest.useFakeTimers({ now: Date.parse("2026-11-24T12:00:00.000Z"), doNotFake: REAL as never }));
afterEach(() => jest.useRealTimers());

test("R41, R42, R45, R46: for ten years everybody's standing at each month's end is what a model of its own comes to", async () => {
  let now = new Date();
  const clock = () => now;
  const tandem = await startTandem({ clock: { now: clock, every: () => () => undefined } });
  try {
    const names = joins.map(([name]) => name);
    const programme = await programmeOf(tandem, await story(tandem), names, clock);
    const is = (moment: Date) => {
      now = moment;
    };
    const happened = await live(programme, { first, last, joins, seed: SEED, is });
    expect(happened.get("month compared")).toBe(121);
    if (!process.env.SEED) expect([...happened.keys()]).toEqual(expect.arrayContaining(EVERYTHING));
  } finally {
    await tandem.close();
  }
});
