import { ADDRESS, Buckets, PERSON } from "../../src/operation/bucket";
import { Story, story } from "../support/story";
import { Answer, startTandem, Tandem } from "../support/tandem";

describe("a bucket", () => {
  const at = (seconds: number) => 1_000_000 + seconds * 1_000;

  test("holds so much at once, and fills again so fast", () => {
    const buckets = new Buckets();
    expect(buckets.spend("ada", 20_000, PERSON, at(0))).toBe(0);
    expect(buckets.spend("ada", 80_000, PERSON, at(0))).toBe(0);
    expect(buckets.spend("ada", 20_000, PERSON, at(0))).toBe(4);
    expect(buckets.spend("ada", 20_000, PERSON, at(3.9))).toBe(1);
    expect(buckets.spend("ada", 20_000, PERSON, at(4))).toBe(0);
    expect(buckets.spend("ada", 1, PERSON, at(4))).toBe(1);
  });

  test("is refilled to the brim and no further", () => {
    const buckets = new Buckets();
    buckets.spend("ada", 100_000, PERSON, at(0));
    expect(buckets.spend("ada", 100_000, PERSON, at(3_600))).toBe(0);
    expect(buckets.spend("ada", 5_000, PERSON, at(3_600))).toBe(1);
  });

  test("what was refused was not spent, and nobody pays for another", () => {
    const buckets = new Buckets();
    buckets.spend("@1.2.3.4", 20_000, ADDRESS, at(0));
    for (let count = 0; count < 10; count += 1) expect(buckets.spend("@1.2.3.4", 2_000, ADDRESS, at(1))).toBe(1);
    expect(buckets.spend("@1.2.3.4", 1_000, ADDRESS, at(1))).toBe(0);
    expect(buckets.spend("@1.2.3.5", 20_000, ADDRESS, at(1))).toBe(0);
  });
});

describe("over the wire", () => {
  const QUERY = "{ trainees(first: 100) { nodes { evidence(first: 10) { nodes { areas { code } } } } } }";
  let tandem: Tandem;
  let s: Story;
  beforeEach(async () => {
    tandem = await startTandem({ rateLimit: true });
    s = await story(tandem);
  });
  afterEach(() => tandem.close());

  const askUntilRefused = async (personId: string | null): Promise<{ times: number; refusal: Answer }> => {
    for (let times = 0; times < 100; times += 1) {
      const answer = await tandem.as(personId).ask(QUERY);
      if (answer.errors) return { times, refusal: answer };
    }
    throw new Error("It was never refused.");
  };
  const cost = async () => (await tandem.as(s.lead.id).ask(QUERY)).extensions?.cost?.requested as number;

  test("who asks for too much is told RATE_LIMITED and how long to wait", async () => {
    const { refusal } = await askUntilRefused(null);

    expect(refusal.status).toBe(429);
    expect(refusal.data).toBeUndefined();
    expect(refusal.errors).toEqual([
      {
        message: expect.stringMatching(/^That is more than you may ask for now: wait \d+ s\.$/),
        extensions: { code: "RATE_LIMITED", retryAfter: expect.any(Number) },
      },
    ]);
    expect(refusal.errors?.[0].extensions.retryAfter).toBeGreaterThanOrEqual(1);
  });

  test("a person may ask for more than an address, and each has a bucket of their own", async () => {
    const each = await cost();
    const nobody = await askUntilRefused(null);
    const ada = await askUntilRefused(s.ada.personId);

    expect(nobody.times).toBeGreaterThanOrEqual(Math.floor(20_000 / each));
    expect(ada.times).toBeGreaterThanOrEqual(Math.floor(100_000 / each));
    expect((await tandem.as(s.ben.personId).ask(QUERY)).errors).toBeUndefined();
  });

  test("both transports draw from the same bucket and refuse alike", async () => {
    await askUntilRefused(s.ada.personId);
    const refusal = (await tandem.ws(s.ada.personId).ask(QUERY)).errors?.[0];

    expect(refusal.extensions).toEqual({ code: "RATE_LIMITED", retryAfter: expect.any(Number) });
    expect((await tandem.ws(s.ben.personId).ask(QUERY)).errors).toBeUndefined();
  });
});
