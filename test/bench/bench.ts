import "reflect-metadata";
import { ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createConnection } from "mysql2/promise";
import { placesWith } from "../../src/graph/place";
import { newId } from "../../src/id";
import { mintToken } from "../../src/identity/tokens";
import { openLog } from "../../src/log/log";
import { fill } from "./data";
import { openBenchDatabase, SECRETS } from "./database";
import { leavesOf, NESTED, ONE, PAGE } from "./questions";

/** How much is asked. A round ends with its requests or its time, whichever comes first. */
const LOAD = { rounds: 7, warmUp: 100, seconds: 4, atOnce: 4 };

interface Server {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
  readonly agent: Agent;
}

interface Question {
  readonly name: string;
  readonly requests: number;
  readonly query: string;
  readonly operation: string;
  readonly variables: object;
}

const started = async (name: string, file: string, address: string): Promise<Server> => {
  const child = fork(join(__dirname, file), { env: { ...process.env, BENCH_DATABASE: address } });
  child.on("exit", (code) => {
    if (code) process.exit(code); // its own error is on stderr
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { name, child, port, agent: new Agent({ keepAlive: true, maxSockets: LOAD.atOnce }) };
};

const cpuOf = async ({ child }: Server): Promise<number> => {
  child.send("cpu");
  const [{ cpuMs }] = (await once(child, "message")) as [{ cpuMs: number }];
  return cpuMs;
};

const asked = ({ port, agent }: Server, token: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const sent = request({ port, host: "127.0.0.1", path: "/graphql", method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

/** One round against one server: its CPU a request, and how many requests it answers a second. */
const round = async (server: Server, token: string, body: string, requests: number) => {
  const until = Date.now() + LOAD.seconds * 1_000;
  const [cpu, from] = [await cpuOf(server), performance.now()];
  let begun = 0;
  let done = 0;
  const client = async () => {
    while (begun < requests && Date.now() < until) {
      begun += 1;
      await asked(server, token, body);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: LOAD.atOnce }, client));
  const seconds = (performance.now() - from) / 1_000;
  return { cpuMs: ((await cpuOf(server)) - cpu) / done, perSecond: done / seconds };
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const compare = async (servers: readonly [Server, Server], token: string, question: Question) => {
  const { query, operation, variables, requests } = question;
  const body = JSON.stringify({ query, operationName: operation, operation, variables });
  const [ours, theirs] = await Promise.all(servers.map(async (of) => JSON.parse(await asked(of, token, body)).data));
  if (!isDeepStrictEqual(ours, theirs)) throw new Error(`${question.name}: the two servers answer differently.`);

  const rounds = servers.map((): { cpuMs: number; perSecond: number }[] => []);
  for (const server of servers) await round(server, token, body, LOAD.warmUp);
  for (let index = 0; index < LOAD.rounds; index += 1) {
    for (const [at, server] of servers.entries()) rounds[at]?.push(await round(server, token, body, requests));
  }
  console.log(`\n${question.name}: ${leavesOf(ours)} leaves, ${(JSON.stringify(ours).length / 1_000).toFixed(1)} kB`);
  const cpu = rounds.map((all) => median(all.map(({ cpuMs }) => cpuMs)));
  for (const [at, { name }] of servers.entries()) {
    const perSecond = median((rounds[at] ?? []).map((each) => each.perSecond));
    console.log(
      `  ${name.padEnd(12)} ${cpu[at]?.toFixed(3)} CPU ms a request, ${perSecond.toFixed(0)} requests a second`,
    );
  }
  const ratios = (rounds[0] ?? []).map(({ cpuMs }, index) => cpuMs / (rounds[1]?.[index]?.cpuMs ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  console.log(`  ratio        ${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)} round by round)`);
};

/** A new database, filled: what its address is and how to be rid of it. */
const made = async () => {
  const server = process.env.TEST_DATABASE_URL;
  const name = `tandem_bench_${newId("b").slice(-10)}`;
  const admin = server ? await createConnection(server) : null;
  await admin?.query(`CREATE DATABASE ${name}`);
  const address = server ? Object.assign(new URL(server), { pathname: `/${name}` }).href : join(tmpdir(), `${name}.db`);
  const db = await openBenchDatabase(address);
  await db.source.runMigrations({ transaction: "each" });
  const leadId = await fill(db, await openLog(db, SECRETS.secret));
  const far = await db.rows("SELECT id, sortName FROM trainee ORDER BY sortName LIMIT 1 OFFSET 300");
  await db.close();
  const remove = async () => {
    await admin?.query(`DROP DATABASE ${name}`);
    await admin?.end();
    if (!admin) for (const end of ["", "-wal", "-shm"]) rmSync(address + end, { force: true });
  };
  return { address, leadId, far: far[0] as { id: string; sortName: string }, remove };
};

const main = async () => {
  const { address, leadId, far, remove } = await made();
  const servers = [
    await started("Tandem", "tandem.child.js", address),
    await started("by hand", "by-hand.child.js", address),
  ] as const;
  try {
    const token = await mintToken({ personId: leadId, secret: SECRETS.authSecret, ttl: 3_600 });
    const after = placesWith(SECRETS.secret).close(["NAME", far.sortName, far.id]);
    const only = process.argv[2];
    for (const question of [
      { name: "nested list of 50", requests: 60, query: NESTED, operation: "Nested", variables: { first: 50 } },
      { name: "one trainee", requests: 400, query: ONE, operation: "One", variables: { id: far.id } },
      { name: "a page far down", requests: 300, query: PAGE, operation: "Page", variables: { first: 20, after } },
    ]) {
      if (!only || question.operation.toLowerCase() === only) await compare(servers, token, question);
    }
  } finally {
    for (const { child, agent } of servers) {
      agent.destroy();
      child.disconnect();
    }
    await remove();
  }
};
void main();
