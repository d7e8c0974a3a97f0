import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { done } from "../support/change";
import { beforeTheCourse, published, submittedApplication } from "../support/selecting";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let second: Person;
let third: Person;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  await beforeTheCourse(tandem.db, told.cohort);
  second = await told.person("Lou Second", Role.PROGRAMME_LEAD);
  third = await told.person("Mia Third", Role.PROGRAMME_LEAD);
});
afterEach(() => tandem.close());

const tasksOf = async ({ id }: { id: string }) =>
  (await tandem.as(id).ask("{ viewer { tasks { kind text about { id } } } }")).data.viewer.tasks;
const kindsOf = async (...people: Person[]) => {
  const all = [];
  for (const one of people) all.push((await tasksOf(one)).map(({ kind }: { kind: string }) => kind).join());
  return all;
};

test("R52, R63: an application waits for two leads to score it, for a decision, for its applicant, and for its end", async () => {
  const { db } = tandem;
  const kim = await told.person("Kim Newcomer");
  const criterionId = await published(db, told.programme.id, 1);
  const { id, reference } = await submittedApplication(db, { cohortId: told.cohort.id, personId: kim.id });
  const leads = [told.lead, second, third];
  const score = (by: Person) =>
    done(tandem, by.id, "scoreApplication", {
      ...{ applicationId: id, expectedVersion: 1, scores: [{ criterionId, score: 2 }] },
    });
  expect(await tasksOf(second)).toEqual([
    { kind: "SCORE_APPLICATION", text: `Score Kim Newcomer's application (${reference}).`, about: { id } },
  ]);
  expect(await kindsOf(...leads)).toEqual(["SCORE_APPLICATION", "SCORE_APPLICATION", "SCORE_APPLICATION"]);
  await score(told.lead);
  expect(await kindsOf(...leads)).toEqual(["", "SCORE_APPLICATION", "SCORE_APPLICATION"]);
  await score(second);
  expect(await tasksOf(third)).toEqual([
    { kind: "DECIDE_APPLICATION", text: `Decide on Kim Newcomer's application (${reference}).`, about: { id } },
  ]);
  expect(await kindsOf(...leads)).toEqual(["DECIDE_APPLICATION", "DECIDE_APPLICATION", "DECIDE_APPLICATION"]);

  expect(await tasksOf(kim)).toEqual([]);
  const offer = { decision: "OFFER", confirmBy: daysAgo(0) };
  await done(tandem, told.lead.id, "decideApplication", { applicationId: id, expectedVersion: 1, ...offer });
  expect(await kindsOf(...leads)).toEqual(["", "", ""]);
  const text = `Confirm your place on LT-2017 by the end of ${daysAgo(0)}, or decline it.`;
  expect(await tasksOf(kim)).toEqual([{ kind: "CONFIRM_PLACE", text, about: { id } }]);

  await db.source.query("UPDATE application SET confirmBy = ? WHERE id = ?", [daysAgo(1), id]);
  expect(await tasksOf(kim)).toEqual([]);
  const late = `Withdraw the offer to Kim Newcomer (${reference}), who had until ${daysAgo(1)} to confirm it.`;
  expect(await tasksOf(second)).toEqual([{ kind: "WITHDRAW_OFFER", text: late, about: { id } }]);
});

test("R52: a lead's own application waits for other leads, and for them tells nothing", async () => {
  const { db } = tandem;
  await published(db, told.programme.id, 1);
  await submittedApplication(db, { cohortId: told.cohort.id, personId: second.id });
  expect(await kindsOf(told.lead, second, third)).toEqual(["SCORE_APPLICATION", "", "SCORE_APPLICATION"]);
});
