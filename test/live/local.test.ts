import { IncomingMessage } from "node:http";
import { asksFromHere } from "../../src/transport/local";

const asks = (remoteAddress: string | undefined, headers: Record<string, string> = { host: "localhost:4000" }) =>
  asksFromHere({ headers, socket: { remoteAddress } } as unknown as IncomingMessage);

test.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])("%s is on this machine", (address) => {
  expect(asks(address)).toBe(true);
});

test.each(["10.0.0.1", "192.168.1.7", "128.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "fe80::1", "::", "", undefined])(
  "%s is elsewhere, whatever name it asks for",
  (address) => expect(asks(address)).toBe(false),
);

test("without a name, as the oldest HTTP allows, nobody asks from here", () => {
  expect(asks("127.0.0.1", {})).toBe(false);
});
