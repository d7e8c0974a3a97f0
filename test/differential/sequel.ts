import { daysAgo } from "../support/story.beginning";
import { act, daysBefore, Input, idOf, World } from "./world";

/** What the last act of the sequel is: everybody who signs in hears of it. */
export const LAST = "SupervisionScheduled";

/**
 * What goes on in every world alike, after what they differ in: so that ids, positions and cursors of what is seen differ
 * as well. It takes no new references: those are counted, and tell how many there are.
 */
export const theSequel = async (world: World): Promise<void> => {
  daysBefore(1);
  const id = (name: string) => idOf(world.known, name);
  const does = (by: string, mutation: string, input: Input) => act(world, by, mutation, input);
  const there = { attendance: [{ traineeId: id("trainee Cara"), attended: true }] };

  const item = { areaIds: ["C3"], text: "In words." };
  const both = { traineeIds: [id("trainee Ada"), id("trainee Ben")], source: "DOCUMENT", title: "The report" };
  await does("Ada", "submitEvidence", { commissionId: id("review of Ada"), ...both, ...item });
  const partner = { traineeIds: [id("trainee Cara")], source: "OTHERS", title: "How Cara listens" };
  await does("Rex", "submitEvidence", { commissionId: id("review of Cara"), ...partner, ...item });
  const rate = { commissionId: id("proposal of Cara"), personId: id("Cara"), amountMinor: 45_000 };
  await does("Wes", "offerRate", rate);
  const published = { publication: "FULL", reason: "It was agreed." };
  await does("Nia", "recordPublication", { commissionId: id("review of Ada"), ...published });
  const alone = { traineeId: id("trainee Cara"), commissionId: id("review of Cara"), notes: "Halfway." };
  await does("Stu", "logIndividualSupervision", { ...alone, date: daysAgo(0), minutes: 45, chargeMinor: 9_000 });
  await does("Lee", "recordCourseAttendance", { courseDayId: id("course day 4"), ...there });
  await does("Lee", "recordGroupAttendance", { sessionId: id("group day"), ...there });
  await does("Lee", "scheduleGroupSupervision", { date: daysAgo(0), venue: "London" });
};
