import { UseCase } from "../mutation/answer";
import { invalid, Refused, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Cohort } from "../programme/cohort.entity";
import { londonDay } from "../time";
import { ChangeCourseDayInput } from "./course.inputs";
import { CourseDay, CourseDayFacilitator, CourseDayItem } from "./course-day.entity";
import { facilitatorsNamed, itemsNamed } from "./course-day.parts";
import { tie } from "./named";

/** R15–R18, R31: corrects a course day. The history keeps what was said before. */
export const change: UseCase<ChangeCourseDayInput> = async (tx, input) => {
  const day = await tx.find(CourseDay, input.courseDayId, "courseDayId");
  // One day of a cohort is changed at a time: two at once could each move to where the other was.
  const cohort = await tx.find(Cohort, day.cohortId, "courseDayId");
  await tx.once();
  tx.expect(day, input.expectedVersion);

  const items = await itemsNamed(tx, day, cohort, input.itemIds ?? null);
  const facilitators = await facilitatorsNamed(tx, day, input.facilitatorIds ?? null);
  const { date = day.date, venue = day.venue, topics = day.topics } = given(input);
  const faults = [
    ...(date === day.date ? [] : await faultsOfDate(tx, day, cohort, date)),
    ...items.faults,
    ...facilitators.faults,
  ];
  if (faults.length > 0) throw new Refused(faults);

  const facts = {
    ...changed("date", day.date, date),
    ...changed("venue", day.venue, venue),
    ...changed("topics", day.topics, topics),
    ...changed("itemIds", items.before, items.after),
    ...changed("facilitatorIds", facilitators.before, facilitators.after),
  };
  if (Object.keys(facts).length === 0) throw new Refused([invalid([], "Nothing of the day would be otherwise.")]);
  const { id: courseDayId } = day;
  await tie(items, (itemId) => ({ courseDayId, itemId }), tx, CourseDayItem);
  await tie(facilitators, (personId) => ({ courseDayId, personId }), tx, CourseDayFacilitator);
  await tx.change(CourseDay, day, { date, venue, topics });
  tx.append("CourseDayChanged", day, {}, { day: day.number, ...facts }, input.reason);
  return day.id;
};

/** What was said: null says no more than nothing. */
const given = ({ date, venue, topics }: ChangeCourseDayInput) => ({
  ...(date == null ? {} : { date }),
  ...(venue == null ? {} : { venue }),
  ...(topics == null ? {} : { topics }),
});

const changed = <Name extends string, T>(name: Name, from: T, to: T) =>
  JSON.stringify(from) === JSON.stringify(to) ? {} : ({ [name]: { from, to } } as { [N in Name]: { from: T; to: T } });

/** Days stay different, in order and after the application window; who was there was there on a day that has come. */
const faultsOfDate = async (
  tx: Transaction,
  { id, cohortId, number }: CourseDay,
  { applyBy }: Cohort,
  date: string,
): Promise<UserError[]> => {
  const days = await tx.rows("SELECT number, date FROM course_day WHERE cohortId = ? ORDER BY number", [cohortId]);
  const before = days.filter((other) => Number(other.number) < number).at(-1);
  const after = days.find((other) => Number(other.number) > number);
  const faults: UserError[] = [];
  if (before && date <= String(before.date)) {
    faults.push(invalid(["date"], `date must be after day ${before.number}, which is on ${before.date}.`));
  }
  if (after && date >= String(after.date)) {
    faults.push(invalid(["date"], `date must be before day ${after.number}, which is on ${after.date}.`));
  }
  if (!before && date <= applyBy) {
    faults.push(invalid(["date"], `date must be after the last day of application, which is ${applyBy}.`));
  }
  const [recorded] = await tx.rows("SELECT id FROM course_attendance WHERE courseDayId = ? LIMIT 1", [id]);
  if (recorded && date > londonDay(tx.ctx.now)) {
    faults.push(invalid(["date"], "date is yet to come, and who was there is recorded already."));
  }
  return faults;
};
