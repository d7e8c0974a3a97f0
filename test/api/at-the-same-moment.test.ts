import { ask } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
});
afterEach(() => tandem.close());

const person = (name: string) => ({ name, email: "kim@example.org" });
const board = (name: string) => ({
  ...{ reference: "FEN", name, kind: "SAB", sector: "ADULTS", jurisdiction: "England" },
});

test.each([
  ["invitePerson", person, "email"],
  ["registerBoard", board, "reference"],
] as const)(
  "of four who %s what only one can be, at once, one is done, and each other is told why",
  async (mutation, said, path) => {
    const answers = await Promise.all(
      ["one", "two", "six", "ten"].map((name) => ask(tandem, told.lead.id, mutation, said(name))),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const refusals = answers.map(({ data }) => data[mutation].errors);
    expect(refusals.filter((errors) => errors.length === 0)).toHaveLength(1);
    expect(refusals.flat()).toMatchObject(Array(3).fill({ code: "INVALID_INPUT", path: [path] }));
  },
);
