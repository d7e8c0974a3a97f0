import { ANY_TEXT, Shown } from "../cells";
import { Ear, Frame, listening } from "../listening";
import { entriesOf, FEEDS, mayFollow } from "../oracle/subscriptions";
import { answerOf, FAR_BELOW, Selections } from "../selection";
import { Sight } from "../sight";
import { Row } from "../truth/truth";
import { Matrix, Viewer } from "../viewing";
import { openFor } from "./starts";

/** A cursor of before everything. */
const beginning = ({ room }: Matrix): string => room.log.cursorOf(0);

/** The fields of a subscription's messages: the entry whole, and what its edges lead to. */
const messageOf = (selections: Selections, name: string): string => {
  const type = selections.messageOf(name);
  const asked = selections.fields(type).map((field) => {
    if (field.name === "entry") return `entry { ${selections.whole("Entry")} }`;
    const answer = answerOf(field);
    return answer.kind === "thing"
      ? `${field.name} { ${selections.whole(answer.type, FAR_BELOW)} }`
      : selections.field(field);
  });
  return asked.join(" ");
};

const factsOf = (entry: Row): Record<string, unknown> => JSON.parse(String(entry.facts));

/** Where the edges of each message lead, and which fact stands in each of its other fields. */
const LEADS: Readonly<Record<string, (entry: Row) => unknown>> = {
  subject: ({ subjectId }) => subjectId,
  commission: ({ commissionId }) => commissionId,
  session: ({ subjectId }) => subjectId,
  evidence: ({ subjectId }) => subjectId,
  assessment: ({ subjectId }) => subjectId,
  trainee: ({ traineeId }) => traineeId,
};

/** A message as it must be for a viewer. */
export const shown = (sight: Sight, name: string, entry: Row): Shown => {
  const { selections, truth } = sight.world;
  const type = selections.messageOf(name);
  const fields = selections.fields(type).map((field) => {
    if (field.name === "cursor") return [field.name, ANY_TEXT];
    if (field.name === "entry") return [field.name, sight.plain(entry.id)];
    const { kind } = answerOf(field);
    const target = LEADS[field.name]?.(entry);
    if (kind === "anything") return [field.name, sight.node(target)];
    if (kind === "thing") return [field.name, sight.plain(target, FAR_BELOW)];
    return [field.name, factsOf(entry)[field.name] ?? null];
  });
  return new Shown(type, Object.fromEntries(fields), `${name} of ${truth.called(entry.id as string)}`);
};

/** Waits until so many messages have come; then whether one comes that must not. */
export const settled = async (frames: readonly Frame[], wanted: number): Promise<void> => {
  for (let waited = 0; frames.length < wanted && waited < 3_000; waited += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

const written = (value: unknown): string => (Array.isArray(value) ? `[${value.join(", ")}]` : JSON.stringify(value)); // kinds are an enum's

/** One subscription from before everything on: exactly the entries that the viewer sees, as they really were. */
const replayed = async (matrix: Matrix, viewer: Viewer, ear: Ear, name: string, args: Record<string, unknown>) => {
  const { cells, world } = matrix;
  const { sight } = viewer;
  const said = Object.entries(args).map(([arg, value]) => `${arg}: ${written(value)}`);
  const list = [`after: "${beginning(matrix)}"`, ...said].join(", ");
  // Whole messages once; with arguments the question is which come.
  const whole = said.length === 0 || name === "readinessChanged";
  const asked = whole ? messageOf(world.selections, name) : "entry { id }";
  const got = await ear.follow(`subscription { ${name}(${list}) { ${asked} } }`);
  const feed = FEEDS[name];
  const at = { road: "messages", viewer: viewer.name, thing: `${name}(${said})` };
  if (!feed || typeof got === "string") return cells.check(at, "messages", got);
  const mine = sight.among(entriesOf(world.truth, feed)).filter((entry) => feed.matches(entry, args, sight.standing));
  await settled(got, mine.length);
  const entries = got.map(({ data }) => data?.[name]?.entry?.id);
  cells.check(
    { ...at, field: "entries" },
    mine.map(({ id }) => id),
    entries,
  );
  for (const [index, entry] of whole ? mine.entries() : []) {
    cells.check(at, undefined, got[index]?.errors);
    cells.check(at, shown(sight, name, entry), got[index]?.data?.[name] ?? null);
  }
};

const SOME_KINDS = ["JudgementRecorded", "AssessmentReleased", "RateOffered", "PairFormed", "PersonInvited"];

/** Every subscription that is the viewer's to follow, replayed whole, and by each of its arguments. */
export const byMessages = async (matrix: Matrix, viewer: Viewer): Promise<void> => {
  const { sight, personId } = viewer;
  if (personId === null) return;
  const ear = await listening(matrix.room, personId);
  for (const [name, feed] of Object.entries(FEEDS)) {
    if (!mayFollow(feed, sight.standing)) continue;
    if (name !== "readinessChanged") await replayed(matrix, viewer, ear, name, {});
    for (const arg of feed.about) {
      for (const id of openFor(sight, feed, arg)) await replayed(matrix, viewer, ear, name, { [arg]: id });
    }
    if (feed.filters.includes("boardId")) {
      for (const { id } of sight.all("Board")) await replayed(matrix, viewer, ear, name, { boardId: id });
    }
    if (feed.filters.includes("kinds")) await replayed(matrix, viewer, ear, name, { kinds: SOME_KINDS });
  }
  ear.close();
};
