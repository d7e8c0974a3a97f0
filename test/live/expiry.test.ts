import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { closeAt, connectionOf, Socket } from "../../src/transport/socket";
import { aroundField } from "../support/around-field";
import { openRaw } from "../support/raw-socket";
import { story, tell } from "../support/story";
import { startTandem, tokenFor } from "../support/tandem";
import { until } from "../support/until";

const DAY_MS = 86_400_000;

describe("a token that ends", () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each([1, 24, 25, 60, 400])("in %s days closes its socket then, and not before", (days) => {
    jest.useFakeTimers();
    const close = jest.fn();
    closeAt({ extra: { socket: { close } } } as unknown as Socket, new Date(Date.now() + days * DAY_MS));
    jest.advanceTimersByTime(days * DAY_MS - 1);
    expect(close).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(close.mock.calls).toEqual([[4403, "Forbidden"]]);
  });

  test("lets nothing out from that moment, even when the timer that closes its socket is late", () => {
    jest.useFakeTimers();
    const ws = { readyState: WebSocket.OPEN, OPEN: WebSocket.OPEN } as WebSocket;
    const expiresAt = new Date(Date.now() + 1_000);
    const connection = connectionOf(ws, { personId: "per_1", issuedAt: null, expiresAt }, () => undefined);
    jest.setSystemTime(expiresAt.getTime() - 1);
    expect(connection.open).toBe(true);
    jest.setSystemTime(expiresAt);
    expect(connection.open).toBe(false);
  });

  test("while a replay runs ends the replay, though its client does not answer the close", async () => {
    const tandem = await startTandem();
    try {
      const s = await story(tandem);
      const after = await tandem.log.head();
      await tell(tandem, s.lead.id, async (tx) => {
        for (let count = 0; count < 400; count += 1) tx.append("EvidenceSubmitted", s.ada, { traineeId: s.ada.id }, {});
      });
      let made = 0;
      aroundField(tandem, "Subscription", "feed", async (next) => {
        made += 1;
        await sleep(10);
        return next();
      });
      const socket = await (await openRaw(tandem.url)).init(`Bearer ${await tokenFor(s.lead.id, 2)}`);
      const query = "subscription ($after: Cursor) { feed(after: $after) { cursor } }";
      socket.send({ type: "subscribe", id: "1", payload: { query, variables: { after } } });
      await until(() => made > 5);
      socket.ws.pause();
      await sleep(2_100);
      const ended = made;
      await sleep(300);
      expect(ended).toBeLessThan(400);
      expect(made).toBe(ended);

      socket.ws.resume();
      expect(await socket.closed).toMatchObject({ code: 4403 });
      expect(socket.received.filter(({ type }: { type: string }) => type === "next").length).toBeLessThanOrEqual(made);
      expect(socket.received.map(({ type }: { type: string }) => type)).not.toContain("error");
    } finally {
      await tandem.close();
    }
  });
});
