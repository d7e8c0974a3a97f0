import { Writable } from "node:stream";
import { takeOverConsole } from "../../src/operator/console";
import { Fields, Logger } from "../../src/operator/logger";

const memory = (level = "trace") => {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write: (line, _, next) => {
      lines.push(JSON.parse(String(line)));
      next();
    },
  });
  return { lines, logger: new Logger(level, destination) };
};

test("a line has its words, its level and the fields there are for it", () => {
  const { lines, logger } = memory();
  logger.warn({ id: "an-id", signal: "SIGTERM", err: new TypeError("canary") }, "not ready");

  expect(lines).toEqual([
    expect.objectContaining({ level: 40, msg: "not ready", id: "an-id", signal: "SIGTERM", err: expect.anything() }),
  ]);
  expect(lines[0]?.err).toMatchObject({ type: "TypeError" });
  expect(JSON.stringify(lines)).not.toContain("canary");
});

test("a field that is not named for it stays out, whatever its type says", () => {
  const { lines, logger } = memory();
  logger.info({ email: "canary", req: { url: "canary" }, err: undefined } as Fields, "not ready");

  expect(JSON.stringify(lines)).not.toContain("canary");
});

test("a text that is put together from values is no line: it does not compile", () => {
  const { lines, logger } = memory("silent");
  const name: string = "canary";
  // @ts-expect-error: only words written in the code.
  logger.info({}, name);
  // @ts-expect-error: not a template with a value in it either.
  logger.info({}, `${name} is not ready`);
  // @ts-expect-error: an error is no field.
  logger.info(new Error(name), "not ready");
  // @ts-expect-error: nor is anything that nobody has thought about.
  logger.info({ email: name }, "not ready");

  expect(lines).toEqual([]);
});

test("levels below the chosen one are not written", () => {
  const { lines, logger } = memory("error");
  logger.debug({}, "a");
  logger.info({}, "b");
  logger.warn({}, "c");
  logger.error({}, "d");
  logger.fatal({}, "e");

  expect(lines.map(({ msg }) => msg)).toEqual(["d", "e"]);
});

test("of what a library says the log has which one, how bad it is and what was thrown", () => {
  const { lines, logger } = memory();
  const fastify = logger.for("fastify").child();
  fastify.info({ req: { url: "/canary" } }, "canary");
  fastify.trace(new Error("canary"), "canary");
  fastify.warn("Route GET:/canary not found");
  fastify.error(new TypeError("canary"));
  fastify.error({ err: new RangeError("canary"), req: "canary" }, "canary");
  logger.for("apollo").error("canary", new SyntaxError("canary"));

  expect(lines).toMatchObject([
    { level: 40, library: "fastify", msg: "said by a library" },
    { level: 50, library: "fastify", err: { type: "TypeError" } },
    { level: 50, library: "fastify", err: { type: "RangeError" } },
    { level: 50, library: "apollo", err: { type: "SyntaxError" } },
  ]);
  expect(JSON.stringify(lines)).not.toContain("canary");
});

test("what is written to the console goes the same way", () => {
  const before = { ...console };
  const { lines, logger } = memory();
  try {
    takeOverConsole(logger);
    console.log("canary");
    console.error("Internal error occurred during message handling.", new TypeError("canary"));
    console.error(null);
  } finally {
    Object.assign(console, before);
  }

  expect(lines).toMatchObject([{ library: "console", level: 50, err: { type: "TypeError" } }, { library: "console" }]);
  expect(JSON.stringify(lines)).not.toContain("canary");
});
