import { join } from "node:path";
import { folder, run, serve } from "../support/process";

jest.setTimeout(120_000);

const under = (SECRET: string) => ({
  DATABASE_URL: `sqlite:${join(folder, "signing.db")}`,
  ...{ SECRET, AUTH_SECRET: "a secret for tokens alone, of 32 bytes", DEMO: "off" },
});
const [former, other] = [under("the former secret, of thirty-two bytes"), under("another secret, of thirty-two bytes")];

test("under another SECRET a server says what to do instead of signing; with a new key it starts", async () => {
  await run("admin.cli.js", former, "create-lead", "lead@example.org", "Lead", "One");
  expect(await run("admin.cli.js", former, "new-signing-key")).toMatchObject({
    code: 0,
    out: expect.stringContaining("signed with key 1"),
  });
  const { code, out, err } = await run("server.js", other);
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^SECRET is not the one that the key .*: set the former SECRET again or, .* new-signing-key/);

  expect((await run("admin.cli.js", other, "new-signing-key")).out).toContain("signed with key 2");
  const { base, stop } = await serve(other);
  const { keys } = (await (await fetch(`${base}/.well-known/jwks.json`)).json()) as { keys: object[] };
  expect(keys).toHaveLength(2);
  await stop();
});
