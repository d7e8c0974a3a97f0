import { Accreditation } from "../../src/accreditation/accreditation.entity";
import { newId } from "../../src/id";
import { done } from "./change";
import { Story } from "./story";
import { daysAgo } from "./story.beginning";
import { Served } from "./tandem";

export const MEETING = `networkMeeting { id version date venue topic cancelledAt
  attendance { totalCount nodes { attended person { name } accreditation { reference } } } }`;

/** A meeting as somebody saw it. */
export interface Meeting {
  readonly id: string;
  readonly version: number;
}

type More = Record<string, unknown>;
/** A member: by accreditation, whether they were there and, of a correction, why. */
export type There = readonly [accreditation: { readonly id: string }, attended?: boolean, reason?: string];

export const marking = (meeting: Meeting, ...there: readonly There[]) => ({
  ...{ meetingId: meeting.id, expectedVersion: meeting.version },
  attendance: there.map(([{ id: accreditationId }, attended = true, reason]) => ({
    ...{ accreditationId, attended },
    ...(reason === undefined ? {} : { reason }),
  })),
});
export const changing = ({ id: meetingId, version: expectedVersion }: Meeting, more: More) => ({
  ...{ meetingId, expectedVersion, reason: "A slip." },
  ...more,
});

/** Somebody accredited for two and a half years, in the third year of it. */
export const member = async (
  { db }: Pick<Served, "db">,
  told: Pick<Story, "person" | "programme">,
  name: string,
  more: Partial<Accreditation> = {},
): Promise<Accreditation> => {
  const { id: personId } = await told.person(name);
  const accreditation: Partial<Accreditation> = {
    ...{ id: newId("acc"), reference: `LT-${name}`, personId, programmeId: told.programme.id },
    ...{ traineeId: null, assessmentId: null, accreditedOn: daysAgo(900), reviewDueOn: daysAgo(-195) },
    ...{ yearFrom: daysAgo(170), lapsesOn: daysAgo(-285), conditionsUntil: null, withdrawnOn: null },
    ...{ restoredOn: null, version: 1, ...more },
  };
  await db.source.manager.insert(Accreditation, accreditation as never);
  return accreditation as Accreditation;
};

/** The lead runs the network through the API; its members were accredited before. */
export const networking = (tandem: Served, told: Pick<Story, "lead" | "person" | "programme">) => {
  const by = told.lead.id;
  const act = async (mutation: string, input: More): Promise<Meeting> =>
    (await done(tandem, by, mutation, input, MEETING)).networkMeeting;

  const schedule = (date: string, more: More = {}) =>
    act("scheduleNetworkMeeting", {
      ...{ programmeId: told.programme.id, date, venue: "London", topic: "Findings" },
      ...more,
    });
  const change = (meeting: Meeting, more: More) => act("changeNetworkMeeting", changing(meeting, more));
  const cancel = (meeting: Meeting) =>
    act("cancelNetworkMeeting", changing(meeting, { reason: "The room is flooded." }));
  const record = (meeting: Meeting, ...there: readonly There[]) =>
    act("recordNetworkAttendance", marking(meeting, ...there));
  /** A past meeting with those who were there. */
  const held = async (date: string, ...there: readonly There[]) => record(await schedule(date), ...there);

  const meetingsThisYear = async ({ id }: { id: string }, as: string | null = by) => {
    const query = "query ($id: ID!) { accreditation(id: $id) { meetingsThisYear } }";
    return (await tandem.as(as).ask(query, { id })).data.accreditation?.meetingsThisYear;
  };
  return {
    member: (name: string, more?: Partial<Accreditation>) => member(tandem, told, name, more),
    schedule,
    change,
    cancel,
    record,
    held,
    meetingsThisYear,
  };
};
