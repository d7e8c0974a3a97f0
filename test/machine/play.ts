import type { Database } from "../../src/database/database";
import type { Log } from "../../src/log/log";
import { Ask, asking } from "../graph/asking";
import { begin } from "./beginning";
import { dayAfter } from "./day";
import { ALL_TOLD, ledgerOf, looking, outOfOrder, toldBy } from "./looking";
import { Model, readinessOf } from "./model";
import { Roll, rollWith } from "./roll";
import { Attempt, Step, Told } from "./step";
import { ASSESSMENT } from "./steps.assessment";
import { CALENDAR } from "./steps.calendar";
import { COMMISSION } from "./steps.commission";
import { DRAFT } from "./steps.draft";
import { EVIDENCE } from "./steps.evidence";
import { INDIVIDUAL } from "./steps.individual";
import { INFORMATION } from "./steps.information";
import { INTERRUPTION } from "./steps.interruption";
import { MONEY } from "./steps.money";
import { PAIR } from "./steps.pair";
import { RATE } from "./steps.rate";
import { STAGE } from "./steps.stage";
import { SUPERVISION } from "./steps.supervision";

export const STEPS: readonly Step[] = [
  ...[...COMMISSION, ...RATE, ...STAGE, ...INTERRUPTION, ...INFORMATION, ...PAIR],
  ...[...SUPERVISION, ...INDIVIDUAL, ...CALENDAR, ...EVIDENCE, ...DRAFT, ...ASSESSMENT, ...MONEY],
];

const DONE = "DONE";

/** What was tried, and how it was answered: as often as it happened. */
export type Tally = Map<string, number>;

/** What is looked at besides, as the programme's lead sees it: at the beginning, and after each step that was done. */
export type Beside = (lead: Ask, now: Date) => Promise<void>;

/** Plays so many steps of a seed, the model beside the server. Throws at the first that the model does not foretell. */
export const play = async (db: Database, log: Log, seed: number, steps: number, beside?: Beside): Promise<Tally> => {
  const roll = rollWith(seed);
  const model = await begin(db, log);
  const look = looking(db);
  let now = new Date(`${dayAfter(model.today, 1)}T12:00:00.000Z`);
  const ask = asking(db, log, undefined, () => now);
  const lead = ask(model.people.find((person) => person.lead)?.id ?? null);
  await beside?.(lead, now);
  const tally: Tally = new Map();
  const story: string[] = [];

  for (let nth = 1; nth <= steps; nth += 1) {
    now = new Date(now.getTime() + 1_000);
    if (roll.chance(0.15)) now = new Date(`${dayAfter(now.toISOString().slice(0, 10), 1)}T12:00:00.000Z`);
    model.today = now.toISOString().slice(0, 10);
    const { step, attempt, foretold } = tried(model, roll);
    story.push(`${nth}. ${attempt.by.name} ${step.mutation} ${JSON.stringify(attempt.input)} → ${foretold}`);
    const word = `${step.mutation} ${foretold}`;
    tally.set(word, (tally.get(word) ?? 0) + 1);
    try {
      await (foretold === DONE ? isDone : isRefused)({
        model,
        look,
        now,
        step,
        attempt,
        foretold,
        ask: ask(attempt.by.id),
      });
      expect(await look.ledger()).toEqual(ledgerOf(model));
      if (foretold === DONE) await beside?.(lead, now);
    } catch (error) {
      const told = `Seed ${seed}, step ${nth}: SEED=${seed} STEPS=${nth} plays it again. The last steps:`;
      throw new Error([told, ...story.slice(-8), (error as Error).message].join("\n"), { cause: error });
    }
  }
  return tally;
};

/** An attempt by anybody; two in three of them something that should be done. */
const tried = (model: Model, roll: Roll): { step: Step; attempt: Attempt; foretold: string } => {
  const wanted = roll.chance(0.67);
  for (let left = 12; ; left -= 1) {
    const step = roll.weighed(STEPS);
    const attempt = step.draw(model, roll);
    const foretold = attempt && (attempt.obstacles.find((one) => one !== false) ?? DONE);
    if (attempt && foretold && (left <= 0 || (foretold === DONE) === wanted)) return { step, attempt, foretold };
  }
};

interface Trial {
  readonly model: Model;
  readonly look: ReturnType<typeof looking>;
  readonly now: Date;
  readonly step: Step;
  readonly attempt: Attempt;
  readonly foretold: string;
  readonly ask: Ask;
}

const isDone = async (trial: Trial): Promise<void> => {
  const { model, look, now, attempt, step } = trial;
  const [before, stages] = [await look.head(), await look.stages()];
  const { outcome, id, cursor } = await answer(trial);
  expect(outcome).toBe(DONE);
  expect(cursor).toEqual(expect.any(String));

  const ready = model.trainees.map((trainee) => readinessOf(model, trainee));
  const entries = await look.entriesAfter(before);
  const told = attempt.done(id, (kind) => entries.find((entry) => entry.kind === kind)?.subjectId as string);
  const flips = model.trainees.flatMap((trainee, index) =>
    flipped(trainee.id, ready[index], readinessOf(model, trainee)),
  );
  expect(outOfOrder(stages, await look.stages())).toEqual([]);
  expect(await look.stages()).toEqual(new Map(model.commissions.map((one) => [one.id, one.stage])));
  expect({ step: step.mutation, ...toldBy(entries, attempt.by, now, [...told, ...flips]) }).toEqual({
    step: step.mutation,
    ...ALL_TOLD,
  });
};

const flipped = (traineeId: string, before: Record<string, boolean> = {}, after: Record<string, boolean>): Told[] =>
  Object.keys(after)
    .filter((rule) => before[rule] !== after[rule])
    .map((rule) => ({
      kind: "ReadinessChanged",
      about: { traineeId },
      facts: { rule, from: before[rule], to: after[rule] },
    }));

const isRefused = async (trial: Trial): Promise<void> => {
  const { look, foretold } = trial;
  const before = await look.digest();
  const { outcome, cursor } = await answer(trial);
  expect(outcome).toBe(foretold);
  expect(cursor).toBeNull();
  expect(await look.digest()).toBe(before);
};

/** How it was answered, in the words of the model. */
const answer = async ({ ask, step: { mutation, thing }, attempt: { input } }: Trial) => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await ask(
    `mutation Act($input: ${type}!) { ${mutation}(input: $input) {
       ${thing} { id } errors { code ... on RuleNotMet { rule { rule } } } cursor } }`,
    { input },
  );
  if (errors) return { outcome: errors[0].extensions.code as string, id: "", cursor: null };
  const payload = data[mutation];
  const codes: string[] = payload.errors.map(({ code }: { code: string }) => code);
  const rules: string[] = payload.errors.flatMap(({ rule }: { rule?: { rule: string } }) => rule?.rule ?? []);
  const outcome =
    [...new Set(codes)]
      .sort()
      .concat([...new Set(rules)].sort())
      .join(" ") || DONE;
  return { outcome, id: payload[thing]?.id as string, cursor: payload.cursor as string | null };
};
