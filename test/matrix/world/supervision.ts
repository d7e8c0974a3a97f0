import { daysAgo } from "../../support/story.beginning";
import { superviseAlone, words } from "./reviews";
import { Made, Stage } from "./stage";

type Ids = Readonly<Record<string, string>>;

/** Books a group day for a trainee, as they do it themselves. */
export const book = ({ act }: Stage, by: string, sessionId: string, traineeId: string): Promise<Made> =>
  act(by, "bookGroupSupervision", { sessionId, traineeId });

/** Corrects a group day, or an individual session, as somebody. */
export const onSession = async (
  { act, version }: Stage,
  by: string,
  mutation: string,
  sessionId: string,
  more: object = {},
): Promise<Made> =>
  act(by, mutation, { sessionId, expectedVersion: await version("supervision_session", sessionId), ...more });

/** Group days to come and who booked them, one of them cancelled; and individual sessions that were corrected. */
export const calendar = async (stage: Stage, people: Ids, trainees: Ids, reviews: Ids): Promise<void> => {
  const { act, on, version } = stage;
  const { Lee, Sam, Stu, Lena, Ada, Ben, Cara, Rex } = people as Record<string, string>;
  const trainee = (name: string) => trainees[name] as string;
  on(356);
  const day = async (ago: number, capacity: number, supervisorId: unknown, ...facilitatorIds: unknown[]) =>
    act(Lee as string, "scheduleGroupSupervision", {
      ...{ date: daysAgo(ago), venue: words("A room"), capacity, supervisorId, facilitatorIds },
    });
  const [first, second] = [await day(-31, 1, Sam, Stu, Lee), await day(-32, 3, Stu, Sam)];
  const third = await day(-33, 12, Sam);
  on(355);
  const booked = async (by: unknown, { id }: Made, name: string) => book(stage, by as string, id, trainee(name));
  const given = await booked(Ada, first, "Ada");
  await booked(Ben, first, "Ben");
  on(354);
  await booked(Stu, first, "Cara");
  await booked(Lena, second, "Lena");
  await booked(Cara, third, "Cara");
  await booked(Sam, third, "Ada");
  on(353);
  const back = { bookingId: given.id, reason: words("Why"), expectedVersion: await version("booking", given.id) };
  await act(Ada as string, "cancelBooking", back);
  const why = () => ({ reason: words("Why") });
  await onSession(stage, Lee as string, "changeGroupSupervision", first.id, { date: daysAgo(-34), ...why() });
  const other = { venue: words("A room"), capacity: 4, supervisorId: Sam, facilitatorIds: [] };
  await onSession(stage, Lee as string, "changeGroupSupervision", second.id, { ...other, ...why() });
  await onSession(stage, Sam as string, "cancelGroupSupervision", third.id, why());

  on(352);
  for (const [by, whom, review, ago] of [
    [Sam, { traineeId: trainee("Ada") }, "ours", 396],
    [Stu, { traineeId: trainee("Cara") }, "theirs", 395],
    [Stu, { reviewerId: Rex as string, supervisorId: Stu as string }, "theirs", 394],
  ] as const) {
    const alone = async (shared: boolean, days: number) =>
      superviseAlone(stage, by as string, whom, reviews[review] as string, shared, days);
    const never = await alone(true, ago);
    await onSession(stage, by as string, "strikeOutIndividualSupervision", never.id, why());
    const { id } = await alone(false, ago - 2);
    const said = { date: daysAgo(ago - 4), minutes: ago, chargeMinor: 20_000 + ago, notes: words("Silent notes anew") };
    await onSession(stage, by as string, "correctIndividualSupervision", id, { ...said, ...why() });
    on(351);
    await onSession(stage, by as string, "shareSupervisionNotes", id);
  }
};
