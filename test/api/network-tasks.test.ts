import { done } from "../support/change";
import { networking } from "../support/networking";
import { Story, story } from "../support/story";
import { daysAgo } from "../support/story.beginning";
import { startTandem, Tandem } from "../support/tandem";

let tandem: Tandem;
let told: Story;
let our: ReturnType<typeof networking>;

beforeEach(async () => {
  tandem = await startTandem();
  told = await story(tandem);
  our = networking(tandem, told);
});
afterEach(() => tandem.close());

const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const inWords = (day: string) => LONG.format(new Date(day));
const tasksOf = async (by: string) =>
  (await tandem.as(by).ask("{ viewer { tasks { kind text since about { id } } } }")).data.viewer.tasks.filter(
    ({ kind }: { kind: string }) => /NETWORK/.test(kind),
  );

test("R41, R45: a member comes to the meetings of the next 14 days, and is told how many they have attended", async () => {
  const [fay, gus] = [await our.member("Fay"), await our.member("Gus")];
  await our.held(daysAgo(3), [fay], [gus, false]);
  const soon = await our.schedule(daysAgo(-14), { topic: "Whose day it was" });
  await our.schedule(daysAgo(-15));
  await our.cancel(await our.schedule(daysAgo(-5)));
  const task = (attended: number) => ({
    ...{ kind: "ATTEND_NETWORK_MEETING", since: null, about: { id: soon.id } },
    text: `Come to the meeting of your network on ${inWords(daysAgo(-14))}: Whose day it was. You have attended ${attended} of 3 this year.`,
  });
  expect(await tasksOf(fay.personId)).toEqual([task(1)]);
  expect(await tasksOf(gus.personId)).toEqual([task(0)]);
  for (const by of [told.ada.personId, told.seat.id, told.supervisor.id]) expect(await tasksOf(by)).toEqual([]);
});

test("R45: how many meetings are needed is the newest Standard's to say", async () => {
  const fay = await our.member("Fay");
  await our.schedule(daysAgo(-1));
  const standard = {
    ...{ courseDays: 4, groupDays: 4, sources: 3, networkMeetings: 5, everyAreaMet: true },
    ...{ reviewCountsFrom: "DRAFT_REPORT", assessorMayHaveSupervised: false },
    areas: [{ code: "C1", name: "Area", description: "What it asks." }],
  };
  const input = { programmeId: told.programme.id, standard, expectedVersion: 1 };
  await done(tandem, told.lead.id, "publishStandard", input);
  expect((await tasksOf(fay.personId))[0].text).toMatch(/You have attended 0 of 5 this year\.$/);
});

test("R41: a meeting is no task of who is no member on its day, nor of who does not know of their accreditation", async () => {
  await our.schedule(daysAgo(-7));
  const held = await our.schedule(daysAgo(0));
  const they = await Promise.all([
    our.member("Fay", { lapsesOn: daysAgo(-7) }),
    our.member("Gus", { withdrawnOn: daysAgo(-7) }),
    our.member("Hal", { accreditedOn: daysAgo(-8) }),
    our.member("Ida", { assessmentId: (await unreleased()).id, traineeId: told.ada.id }),
  ]);
  const of = async (index: number) => (await tasksOf(they[index]?.personId as string)).length;
  expect([await of(0), await of(1), await of(2), await of(3)]).toEqual([1, 1, 0, 0]);
  await our.record(held, ...they.slice(0, 2).map((one) => [one] as const));
  expect([await of(0), await of(1)]).toEqual([0, 0]);
});

/** An assessment that accredited somebody and is not released yet. */
const unreleased = async (): Promise<{ id: string }> => {
  await told.readyForAssessment(told.ada);
  const input = { traineeId: told.ada.id };
  return (await done(tandem, told.assessor.id, "openAssessment", input, "assessment { id }")).assessment;
};

test("R45: a lead records who was at a past meeting, until it is recorded of anybody or the meeting is cancelled", async () => {
  const fay = await our.member("Fay");
  const [held, never] = [await our.schedule(daysAgo(1)), await our.schedule(daysAgo(2))];
  await our.schedule(daysAgo(0));
  const task = (id: string, ago: number) => ({
    ...{ kind: "RECORD_NETWORK_ATTENDANCE", since: `${daysAgo(ago)}T00:00:00.000Z`, about: { id } },
    text: `Record who was at the meeting of the network on ${inWords(daysAgo(ago))}: Findings.`,
  });
  expect(await tasksOf(told.lead.id)).toEqual([task(never.id, 2), task(held.id, 1)]);
  expect((await tasksOf(fay.personId)).map(({ kind }: { kind: string }) => kind)).toEqual(["ATTEND_NETWORK_MEETING"]);
  await our.cancel(never);
  await our.record(held, [fay, false]);
  expect(await tasksOf(told.lead.id)).toEqual([]);
});
