import { join } from "node:path";
import { folder, run, serve } from "../support/process";

const env = { DATABASE_URL: `sqlite:${join(folder, "letter.db")}` };

test("a letter is recorded, so it is not written beside the server of an embedded database, which is alone to write", async () => {
  await run("admin.cli.js", env, "create-lead", "lead@example.org", "Lead", "One");
  const letter = () => run("admin.cli.js", env, "export", "lead@example.org");
  const { stop } = await serve(env);
  expect(await letter()).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/is in use by another server/) });
  await stop();
  const { code, out } = await letter();
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ held: { Person: [{ name: "Lead One" }] } });
});
