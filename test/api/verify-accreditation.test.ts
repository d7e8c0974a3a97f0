import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { newId } from "../../src/id";
import { SYSTEM } from "../../src/time";
import { assessing } from "../support/assessing";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let today = 0; // so many days from now it is for the server

beforeAll(async () => {
  const now = () => new Date(Date.now() + today * 86_400_000);
  tandem = await startTandem({ clock: { ...SYSTEM, now } });
  told = await story(tandem);
});
afterAll(() => tandem.close());
beforeEach(() => {
  today = 0;
});

const NUMBER = "LT-7K3Q-9XMB";
const VERIFY = `query ($number: String!) { verifyAccreditation(number: $number) {
  number standing accreditedOn reviewDueOn lapsedOn withdrawnOn restoredOn programme } }`;

const insert = async (more: Partial<Accreditation>): Promise<Accreditation> => {
  const { id: personId } = await told.person(`Pat ${more.reference}`);
  const made = {
    ...{ id: newId("acc"), personId, programmeId: told.programme.id, traineeId: null, assessmentId: null },
    ...{ accreditedOn: daysAgo(900), yearFrom: daysAgo(165), reviewDueOn: daysAgo(-200), lapsesOn: daysAgo(-290) },
    ...{ conditionsUntil: null, withdrawnOn: null, restoredOn: null, version: 1, ...more },
  };
  await tandem.db.source.manager.insert(Accreditation, made);
  return made as Accreditation;
};
const answered = async (number: string, by: string | null = null) => {
  const { data, errors } = await tandem.as(by).ask(VERIFY, { number });
  expect(errors).toBeUndefined();
  return data.verifyAccreditation;
};

const STANDS = {
  ...{ number: NUMBER, standing: "ACTIVE", accreditedOn: daysAgo(900), reviewDueOn: daysAgo(-200) },
  ...{ lapsedOn: null, withdrawnOn: null, restoredOn: null, programme: "Learning together" },
};

test("R46: anybody who has its number asks where an accreditation stands, and its dates, without a token", async () => {
  await insert({ reference: NUMBER });
  const viewers = [null, told.ada.personId, told.seat.id, told.lead.id];
  for (const by of viewers) expect(await answered(NUMBER, by)).toEqual(STANDS);
  const { headers } = await tandem.as(null).ask(VERIFY, { number: NUMBER });
  expect(headers.get("cache-control")).toBe("no-store"); // tomorrow it may stand otherwise
});

test.each([
  "lt-7k3q-9xmb",
  " LT-7K3Q-9XMB\n",
  "LT - 7k3q - 9xmb",
  "l t\u00a0-7K3Q-9XM\tB",
  "lt 7k3q 9xmb",
  "LT7K3Q9XMB",
])("a number is known as %j too: people type it", async (typed) => {
  expect(await answered(typed)).toEqual(STANDS);
});

test("nothing else is told: not whose it is, which it is, or which conditions there are", async () => {
  const { data } = await tandem
    .as(null)
    .ask(
      `{ __type(name: "VerifiedAccreditation") { fields { name type { name kind ofType { name kind } } } } accreditation(id: "${NUMBER}") { id } }`,
    );
  expect(data.accreditation).toBeNull();
  const fields = data.__type.fields.map(({ name }: { name: string }) => name).sort();
  expect(fields).toEqual(Object.keys(STANDS).sort());
  for (const { type } of data.__type.fields) {
    expect(["SCALAR", "ENUM"]).toContain((type.ofType ?? type).kind);
  }
});

test("R46: it tells where the accreditation stands on the day it is asked", async () => {
  const reference = "LT-DAYS-2345";
  await insert({
    ...{ reference, reviewDueOn: daysAgo(-10), lapsesOn: daysAgo(-100), restoredOn: daysAgo(165) },
    ...{ withdrawnOn: daysAgo(-120), conditionsUntil: daysAgo(-99) },
  });
  const on = async (day: number) => {
    today = day;
    const { standing, lapsedOn, withdrawnOn, restoredOn } = await answered(reference);
    expect(restoredOn).toBe(daysAgo(165));
    return [standing, lapsedOn, withdrawnOn];
  };
  expect(await on(0)).toEqual(["CONDITIONAL", null, null]);
  expect(await on(10)).toEqual(["CONDITIONAL", null, null]);
  expect(await on(11)).toEqual(["REVIEW_DUE", null, null]);
  expect(await on(99)).toEqual(["REVIEW_DUE", null, null]);
  expect(await on(100)).toEqual(["LAPSED", daysAgo(-100), null]);
  expect(await on(120)).toEqual(["WITHDRAWN", daysAgo(-100), daysAgo(-120)]);
});

test("R46: what was withdrawn does not lapse later", async () => {
  const reference = "LT-GONE-2345";
  await insert({ reference, lapsesOn: daysAgo(-100), withdrawnOn: daysAgo(-20) });
  today = 1_000;
  expect(await answered(reference)).toMatchObject({ standing: "WITHDRAWN", lapsedOn: null, withdrawnOn: daysAgo(-20) });
});

/** A positive decision about Ada creates her accreditation, which she is not told of until it is released. */
const decided = async () => {
  await told.readyForAssessment(told.ada);
  const act = assessing(tandem, told);
  const assessment = await act.decide(await act.judgeAreas(await act.open()), "ACCREDIT");
  const [made] = await tandem.db.rows("SELECT reference FROM accreditation WHERE traineeId = ?", [told.ada.id]);
  return { reference: made?.reference as string, release: () => act.release(assessment) };
};

test("what is not released yet is answered like what was never given, and so is anything else", async () => {
  const { reference, release } = await decided();
  const whole = async (number: string) => {
    const { status, data, errors, extensions } = await tandem.as(null).ask(VERIFY, { number });
    return JSON.stringify({ status, data, errors, extensions });
  };
  const never = await whole("LT-2222-2222");
  expect(never).toContain('"verifyAccreditation":null');
  const others = [reference, told.ada.id, told.ada.reference, "LT-2017", "", "   ", "%", "LT-%", "' OR 1=1 --"];
  for (const number of [...others, "L".repeat(4_000), "\u0000", "LT-7K3Q_9XMB", "ＬＴ-7K3Q-9XMB"]) {
    expect(await whole(number)).toBe(never);
  }
  await release();
  expect(await answered(reference)).toMatchObject({ number: reference, standing: "ACTIVE" });
});

test("whatever was typed, one statement looks for it: a number that is none takes as long as another", async () => {
  const statements: string[] = [];
  const { rows } = tandem.db;
  Object.assign(tandem.db, {
    rows: (sql: string, values: never) => {
      if (sql.includes("accreditation")) statements.push(sql);
      return rows(sql, values);
    },
  });
  try {
    for (const number of [NUMBER, "LT-2222-2222", "", told.ada.id, "L".repeat(4_000)]) await answered(number);
  } finally {
    Object.assign(tandem.db, { rows });
  }
  expect(statements).toHaveLength(5);
  expect(new Set(statements).size).toBe(1);
});

test("who tries numbers one after the other is told to wait", async () => {
  const limited = await startTandem({ db: tandem.db, rateLimit: true });
  const tries = Array.from(
    { length: 20 },
    (_, nth) => `n${nth}: verifyAccreditation(number: "LT-${nth}") { standing }`,
  );
  const query = `{ ${tries.join(" ")} }`;
  try {
    const first = await limited.as(null).ask(query);
    expect(first.extensions?.cost?.requested).toBe(20 * 101);
    const codes: unknown[] = [];
    for (let again = 0; again < 12; again += 1) {
      const { errors } = await limited.as(null).ask(query);
      codes.push(errors?.[0]?.extensions.code);
    }
    expect(codes).toContain("RATE_LIMITED");
  } finally {
    await limited.close();
  }
});
