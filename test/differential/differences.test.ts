import { makeSchema } from "../../src/schema";
import { Alike } from "./alike";
import { theBeginning, VIEWERS } from "./beginning";
import { DIFFERENCES } from "./differences";
import { idsIn } from "./snapshot";
import { tell } from "./telling";
import { wholeReadings } from "./whole";
import { Answer, ask, Beginning, daysBefore, World, worldFrom } from "./world";

// A difference that nobody sees would prove nothing by being hidden: whoever may see it does.

const { plain, lists } = wholeReadings(makeSchema());
let beginning: Beginning;
let one: World;
const known = new Map<string, Answer>();

beforeAll(async () => {
  beginning = await theBeginning();
  one = await worldFrom(beginning);
});
afterAll(async () => {
  await one.tandem.close();
  jest.useRealTimers();
});

/** Whether somebody sees that the other world is not as it was told without the difference. */
const tellsApart = async (other: World, viewer: string): Promise<boolean> => {
  const alike = new Alike(idsIn(beginning.snapshot));
  for (const query of [plain, ...lists]) {
    const key = `${viewer} ${query}`;
    const answer = known.get(key) ?? (await ask(one, viewer, query));
    known.set(key, answer);
    if (alike.difference(answer, await ask(other, viewer, query)) !== null) return true;
  }
  return false;
};

test.each(DIFFERENCES)("$what: whoever may see it tells the worlds apart", async (difference) => {
  const other = await worldFrom(beginning);
  await tell(other, difference);
  daysBefore(0);
  const blind = [];
  for (const viewer of difference.seenBy.split(" ")) if (!(await tellsApart(other, viewer))) blind.push(viewer);
  await other.tandem.close();
  expect(blind).toEqual([]);
});

test("everybody has something hidden from them, the programme leads too", () => {
  const all = VIEWERS.filter((viewer) => DIFFERENCES.every(({ seenBy }) => seenBy.split(" ").includes(viewer)));
  expect(all).toEqual([]);
});
