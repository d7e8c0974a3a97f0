import { IncomingMessage } from "node:http";
import { jwtVerify } from "jose";
import Libsql from "libsql";
import { createPool } from "mysql2/promise";
import { answers } from "./by-hand";
import { serve } from "./child";
import { SECRETS } from "./database";

/** The rival: what one would write by hand for these questions alone, with the same check of who asks. */
type Rows = (sql: string, values: readonly (string | number)[]) => Promise<Record<string, never>[]>;

const address = process.env.BENCH_DATABASE as string;

const onServer = (): Rows => {
  const at = new URL(address);
  const pool = createPool({
    ...{ host: at.hostname, port: Number(at.port), user: at.username, password: at.password },
    ...{ database: at.pathname.slice(1), connectionLimit: 10, dateStrings: true, charset: "utf8mb4_bin" },
  });
  return async (sql, values) => (await pool.execute(sql, [...values]))[0] as never;
};

const inFile = (): Rows => {
  const file = new Libsql(address);
  const compiled = new Map<string, Libsql.Statement>();
  return async (sql, values) => {
    const statement = compiled.get(sql) ?? file.prepare(sql);
    compiled.set(sql, statement);
    return statement.all(...values) as never;
  };
};

const rows = address.startsWith("mysql:") ? onServer() : inFile();
const key = new TextEncoder().encode(SECRETS.authSecret);
const expected = { algorithms: ["HS256"], issuer: "tandem", audience: "tandem", requiredClaims: ["exp", "sub"] };

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** The person, not disabled nor signed out, and what they are: the statements that Tandem asks of a lead. */
const mayAsk = async (authorization = ""): Promise<boolean> => {
  const { payload } = await jwtVerify(authorization.slice("Bearer ".length), key, expected);
  const personId = payload.sub as string;
  const [person] = await rows("SELECT id, signedOutAt FROM person WHERE id = ?", [personId]);
  if (!person) return false;
  const found = await rows(
    `SELECT 'person' AS what, id AS personId, NULL AS id, NULL AS other FROM person WHERE id IN (?) AND disabledAt IS NULL
     UNION ALL SELECT 'role', personId, \`role\`, NULL FROM person_role WHERE personId IN (?)
     UNION ALL SELECT 'trainee', personId, id, NULL FROM trainee WHERE personId IN (?)
     UNION ALL SELECT 'seat', personId, boardId, NULL FROM seat WHERE personId IN (?) AND endedOn IS NULL
     UNION ALL SELECT 'member', personId, pairId, NULL FROM pair_member WHERE personId IN (?)
     UNION ALL SELECT 'assigned', personId, traineeId, \`role\` FROM staff_assignment WHERE personId IN (?)`,
    Array(6).fill(personId),
  );
  return found.some(({ what, id }) => what === "role" && id === "PROGRAMME_LEAD");
};

serve(async (request, response) => {
  const body = JSON.parse(await bodyOf(request)) as { operation: keyof typeof answers; variables: never };
  if (!(await mayAsk(request.headers.authorization))) return void response.writeHead(403).end();
  const data = await answers[body.operation](rows as never, body.variables);
  const text = JSON.stringify({ data });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) }).end(text);
});
