import { ANY_TEXT, Shown } from "../cells";
import { Ear, Frame, listening } from "../listening";
import { inOrder } from "../oracle/lists";
import { asking } from "../room";
import { answerOf, BELOW } from "../selection";
import { Sight, World } from "../sight";
import { Matrix, Viewer, worldNow } from "../viewing";
import { changes } from "../world/changes";
import { inputTypeOf, Made, stageIn } from "../world/stage";
import { settled } from "./messages";
import { ERRORS } from "./refusals";

/** Somebody who listens from before the changes on, and what they must have heard so far. */
interface Listener {
  readonly viewer: Viewer;
  readonly ear: Ear;
  readonly heard: Frame[];
  readonly wanted: { readonly id: unknown; readonly kind: unknown; readonly facts: unknown }[];
}

const FEED = "subscription { feed { entry { id kind facts } } }";

const listenersOf = async ({ room, viewers }: Matrix): Promise<Listener[]> => {
  const listeners: Listener[] = [];
  for (const viewer of viewers.filter(({ personId }) => personId !== null)) {
    const ear = await listening(room, viewer.personId);
    const heard = await ear.follow(FEED);
    if (typeof heard === "string") throw new Error(`${viewer.name} may not listen: ${heard}`);
    listeners.push({ viewer, ear, heard, wanted: [] });
  }
  return listeners;
};

/** What is new since a position, for a listener, under the rights of now. */
const listenOn = (world: World, { viewer, wanted }: Listener, since: number): void => {
  const sight = new Sight(world, viewer.personId);
  const fresh = world.truth.all("Entry").filter(({ position }) => Number(position) > since);
  for (const { id, kind, facts } of inOrder(sight.among(fresh), { by: "position" })) {
    wanted.push({ id, kind, facts: JSON.parse(String(facts)) });
  }
};

/**
 * Every mutation by somebody who may, with the whole of the thing in its payload: what is hidden from them stays so.
 * Everybody else listens meanwhile, and hears of each change at once, or nothing at all. Answers with what was done.
 */
export const byPayloads = async (matrix: Matrix): Promise<Set<string>> => {
  const { cells, room, db, made } = matrix;
  const { selections } = matrix.world;
  const listeners = await listenersOf(matrix);
  const done = new Set<string>();
  // What came beside the mutations, as a file does, is heard with the next.
  let since = await room.log.headPosition();
  const act = async (by: string, mutation: string, input: Record<string, unknown>): Promise<Made> => {
    const field = selections.payloadOf(mutation);
    const { type } = answerOf(field);
    const ask = await asking(room, by);
    const { data, errors } = await ask(
      `mutation ($input: ${inputTypeOf(mutation)}!) { done: ${mutation}(input: $input) {
        ${field.name} { ${selections.whole(type)} } ${ERRORS} cursor } }`,
      { input },
    );
    done.add(mutation);
    const world = await worldNow(db, room, made.people.Lee, selections);
    const at = { road: "payloads", viewer: world.truth.called(by), thing: mutation };
    cells.check(at, undefined, errors);
    const thing = data?.done?.[field.name];
    const expected = { [field.name]: new Sight(world, by).whole(thing?.id, BELOW), errors: [], cursor: ANY_TEXT };
    const payload = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`;
    cells.check(at, new Shown(payload, expected), data?.done ?? null);

    for (const listener of listeners) listenOn(world, listener, since);
    since = await room.log.headPosition();
    for (const { heard, wanted } of listeners) await settled(heard, wanted.length);
    return { id: thing?.id, version: thing?.version };
  };
  await changes({ ...stageIn(db, room), act }, made);

  for (const { viewer, ear, heard, wanted } of listeners) {
    const got = heard.map(({ data }) => data?.feed?.entry);
    cells.check({ road: "live messages", viewer: viewer.name, thing: "feed" }, wanted, got);
    ear.close();
  }
  return done;
};
