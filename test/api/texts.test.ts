import { done, refused } from "../support/change";
import { Story, story } from "../support/story";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let kim: string;

beforeAll(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  kim = (await told.person("Kim Newcomer")).id;
});
afterAll(() => tandem.close());

const QUERY = { programmeId: "LT", question: "May I bring a review of my own?" };
const INVITED = { name: "Lou", email: "lou@example.org" };
const asked = (more: object) => refused(tandem, kim, "askForCall", { ...QUERY, ...more });
const invited = (more: object) => refused(tandem, told.lead.id, "invitePerson", { ...INVITED, ...more });
const changed = (more: object) =>
  refused(tandem, told.lead.id, "changePerson", { personId: kim, expectedVersion: 1, ...more });
/** Two signs each, of which the second only says how the first is drawn. */
const drawn = (times: number) => "a\uFE0F".repeat(times);
const fault = (field: string, message: string) => [{ code: "INVALID_INPUT", path: [field], message }];

test("a text's length is counted as a database counts it, signs that only say how others are drawn included", async () => {
  const most = (field: string, count: number) => fault(field, `${field} may have at most ${count} characters.`);
  expect(await asked({ preferredTimes: drawn(251) })).toMatchObject(most("preferredTimes", 500));
  expect(await asked({ preferredTimes: `${drawn(250)}\uFE0E` })).toMatchObject(most("preferredTimes", 500));
  expect(await changed({ phone: drawn(21) })).toMatchObject(most("phone", 40));
  const email = `kim@${`${"a".repeat(60)}.`.repeat(4)}example.org`;
  const noAddress = fault("email", "email must be an e-mail address.");
  expect(await changed({ email })).toMatchObject([...most("email", 254), ...noAddress]);
  const address = fault("email", "email must be shorter than or equal to 254 characters");
  expect(await invited({ email })).toMatchObject([...address, ...noAddress]);
  const id = "programmeId must be shorter than or equal to 64 characters";
  expect(await asked({ programmeId: drawn(33) })).toMatchObject(fault("programmeId", id));
  const key = "idempotencyKey must have 8 to 100 characters.";
  for (const idempotencyKey of [drawn(51), "1234567"]) {
    expect(await asked({ idempotencyKey })).toMatchObject(fault("idempotencyKey", key));
  }
  for (const preferredTimes of [drawn(250), "😀".repeat(500)]) {
    const { enquiry } = await done(
      tandem,
      kim,
      "askForCall",
      { ...QUERY, preferredTimes },
      "enquiry { preferredTimes }",
    );
    expect(enquiry).toEqual({ preferredTimes });
  }
});

test.each(["", " \n", "\u200B", "\u2060\u00A0\uFEFF", "\u00AD", "\u2028\u202E"])(
  "%j says nothing",
  async (question) => {
    expect(await asked({ question })).toMatchObject(fault("question", "question must say something."));
  },
);

test("a telephone number that says nothing is none", async () => {
  const lou = await done(tandem, told.lead.id, "invitePerson", { ...INVITED, phone: "1" }, "person { id version }");
  const { id: personId, version: expectedVersion } = lou.person;
  const none = { personId, expectedVersion, phone: "\u200B " };
  expect((await done(tandem, told.lead.id, "changePerson", none, "person { phone }")).person).toEqual({ phone: null });
});

test("signs that are no part of a text are refused, and the ends of lines and tabs are none of them", async () => {
  const strange = (field: string) => fault(field, `${field} has a sign in it that is not part of a text.`);
  for (const sign of ["\0", "\u0007", "\u001B", "\u007F", "\u0085"]) {
    expect(await asked({ question: `May${sign} I?` })).toMatchObject(strange("question"));
  }
  expect(await changed({ phone: "1\0" })).toMatchObject(strange("phone"));
  const email = '"kim\u0001"@example.org';
  for (const errors of [await invited({ email }), await changed({ email })]) {
    expect(errors).toMatchObject(strange("email"));
  }
  const question = "May I:\r\n\tbring a review?\nHow?";
  const { enquiry } = await done(tandem, kim, "askForCall", { ...QUERY, question }, "enquiry { question }");
  expect(enquiry).toEqual({ question });
});
