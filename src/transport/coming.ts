import { IncomingMessage } from "node:http";

/** What has not come in its time. */
export class Late extends Error {}

/** A request's body as it comes, as long as it has all come in time; leaving it early leaves the connection open. */
export async function* inTimeFrom(request: IncomingMessage, milliseconds: number): AsyncGenerator<Buffer> {
  let late = false;
  let giveUp: () => void = () => undefined;
  const timer = setTimeout(() => {
    late = true;
    giveUp();
  }, milliseconds);
  const pieces = request.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  try {
    for (;;) {
      // Not a race with one promise for all of them: that would hold every piece that has won until the end.
      const { done, value } = await new Promise<IteratorResult<Buffer>>((resolve, reject) => {
        giveUp = () => reject(new Late());
        if (late) giveUp();
        else pieces.next().then(resolve, reject);
      });
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** How long somebody who is refused may go on sending: their client hears the answer only when it has not to be cut off. */
const LET_GO_MS = 2_000;

/** Lets go of a request whose body nobody reads any more, once it is answered. */
export const letGo = (request: IncomingMessage): void => {
  if (request.complete) return;
  request.resume();
  const end = setTimeout(() => request.destroy(), LET_GO_MS).unref();
  request.once("end", () => clearTimeout(end));
  request.once("close", () => clearTimeout(end));
};
