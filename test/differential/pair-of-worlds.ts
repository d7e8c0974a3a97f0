import { until } from "../support/until";
import { Alike } from "./alike";
import { DIFFERENCES } from "./differences";
import { listen } from "./listening";
import { Operation } from "./operations";
import { LAST, theSequel } from "./sequel";
import { idsIn, Snapshot, snapshotOf } from "./snapshot";
import { tell } from "./telling";
import { Answer, ask, Beginning, daysBefore, World, worldFrom } from "./world";

/** What somebody listens to while the worlds part: everything that a message may hold. */
const FEED = `subscription { feed { cursor subject { __typename id }
  entry { id at actor { id name } kind subjectType subject { __typename id } facts reason } } }`;

/** Two worlds of one beginning and one sequel. Between them only the other one was told what is hidden from a viewer. */
export interface PairOfWorlds {
  readonly one: World;
  readonly other: World;
  readonly alike: Alike;
  readonly before: Snapshot;
  /** The other world, where it had parted from the one. */
  readonly parted: Snapshot;
  /** Where what the viewer heard meanwhile differs; null when it is alike. */
  readonly heard: { readonly difference: string | null; readonly messages: number };
  /** Asks the same in both: where the answers differ, and the one. */
  ask(operation: Operation): Promise<{ difference: string | null; answer: Answer }>;
  /** Listens to the same in both, from where it is told to begin up to now. */
  listen(operation: Operation): Promise<{ difference: string | null; messages: number }>;
  close(): Promise<void>;
}

export const hiddenFrom = (viewer: string) => DIFFERENCES.filter(({ seenBy }) => !seenBy.split(" ").includes(viewer));

export const partedFor = async (viewer: string, beginning: Beginning): Promise<PairOfWorlds> => {
  daysBefore(3);
  const [one, other] = [await worldFrom(beginning), await worldFrom(beginning)];
  const alike = new Alike(idsIn(beginning.snapshot));
  const feeds = [await listen(one, viewer, { query: FEED, variables: {} })];
  feeds.push(await listen(other, viewer, { query: FEED, variables: {} }));
  for (const difference of hiddenFrom(viewer)) await tell(other, difference);
  const parted = await snapshotOf(other.tandem.db);
  for (const world of [one, other]) await theSequel(world);
  daysBefore(0);
  for (const { heard } of feeds) {
    await until(() => heard.errors !== null || JSON.stringify(heard.messages.at(-1) ?? "").includes(LAST));
  }
  const [first, second] = feeds.map(({ heard }) => heard);
  const heard = { difference: alike.difference(first, second), messages: first?.messages.length ?? 0 };
  for (const feed of feeds) feed.stop();

  return {
    ...{ one, other, alike, before: beginning.snapshot, parted, heard },
    ask: async ({ query, variables }) => {
      const answer = await ask(one, viewer, query, variables);
      return {
        answer,
        difference: alike.difference(answer, await ask(other, viewer, query, alike.inOther(variables))),
      };
    },
    listen: async ({ query, variables }) => {
      const here = await listen(one, viewer, { query, variables });
      const there = await listen(other, viewer, { query, variables: alike.inOther(variables) });
      for (const listening of [here, there]) await listening.caughtUp();
      for (const listening of [here, there]) listening.stop();
      return { difference: alike.difference(here.heard, there.heard), messages: here.heard.messages.length };
    },
    close: async () => {
      await one.tandem.close();
      await other.tandem.close();
    },
  };
};
