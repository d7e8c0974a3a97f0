import { done } from "../support/change";
import { Instances } from "../support/instances";
import { Frame, Listening, LiveSocket } from "../support/socket";
import { until } from "../support/until";

export const FEED = `subscription ($after: Cursor) {
  feed(after: $after) { cursor entry { id kind } subject { id ... on Commission { pair { id } } } }
}`;
const PATIENCE_MS = 15_000;

/** Somebody's feed, on a socket of its own to every instance. */
export interface Watcher {
  readonly sockets: readonly LiveSocket[];
  /** Resolves once the entry at that cursor has arrived on every instance. */
  has(cursor: string): Promise<void>;
  /** What arrived before that cursor, the same on every instance: nothing else came, and nothing has ended. */
  heard(cursor: string): Promise<Frame["data"][]>;
}

interface Feed {
  readonly listening: Listening;
  ended: boolean;
}

const at = ({ received }: Listening, cursor: string): number =>
  received.findIndex(({ data }) => data?.feed.cursor === cursor);

/** Follows somebody's feed on every instance, from a place in the Log. */
export const watch = async ({ all }: Instances, personId: string, after: string): Promise<Watcher> => {
  const sockets = all.map((instance) => instance.ws(personId));
  const feeds = sockets.map((socket): Feed => {
    const feed = { listening: socket.subscribe(FEED, { after }), ended: false };
    void feed.listening.ended.then(() => {
      feed.ended = true;
    });
    return feed;
  });
  const has = async (cursor: string) => {
    for (const { listening } of feeds) await until(() => at(listening, cursor) >= 0, PATIENCE_MS);
  };
  // What a socket is asked after a subscription is answered after it has begun.
  for (const socket of sockets) await socket.ask("{ __typename }");
  return {
    sockets,
    has,
    heard: async (cursor) => {
      await has(cursor);
      const answers = feeds.map(({ listening, ended }) => {
        expect(ended).toBe(false);
        const frames = listening.received.slice(0, at(listening, cursor));
        for (const frame of frames) expect(frame).toEqual({ data: { feed: expect.anything() } });
        return frames.map(({ data }) => data.feed);
      });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      return answers[0] as Frame["data"][];
    },
  };
};

export const kindsOf = (heard: readonly Frame["data"][]): string[] => heard.map(({ entry }) => entry.kind);

let boards = 0;
/** An entry that everybody who is signed in may see: whoever has it has had all that is before. */
export const mark = async ({ here }: Instances, leadId: string): Promise<string> => {
  boards += 1;
  const board = { name: `Board ${boards}`, reference: `BOARD-${boards}`, kind: "SAB", sector: "ADULTS" };
  return (await done(here, leadId, "registerBoard", { ...board, jurisdiction: "England" })).cursor;
};
