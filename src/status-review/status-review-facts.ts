import { Row } from "../database/database";
import { grouped } from "../graph/grouped";
import { toIso } from "../graph/scalars";
import { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { StatusReviewFacts } from "./status-review.rules";

/** Each statement is about all the accreditations at once; `$` stands for their ids. */
const STATEMENTS = {
  accreditations: `
    SELECT t.id, t.yearFrom, t.reviewDueOn, t.lapsesOn, t.conditionsUntil, t.withdrawnOn,
      (SELECT s.networkMeetings FROM standard s WHERE s.programmeId = t.programmeId
         AND s.number = (SELECT MAX(n.number) FROM standard n WHERE n.programmeId = t.programmeId)) AS networkMeetings
    FROM accreditation t WHERE t.id IN ($)`,
  meetings: `
    SELECT a.accreditationId, m.id, m.date FROM network_attendance a JOIN network_meeting m ON m.id = a.meetingId
    JOIN accreditation t ON t.id = a.accreditationId
    WHERE a.attended = 1 AND m.cancelledAt IS NULL AND m.date >= t.yearFrom AND m.date < t.reviewDueOn
      AND a.accreditationId IN ($) ORDER BY m.date, m.id`,
  // About the person's work, whichever of their accreditations a concern was raised on.
  concerns: `
    SELECT a.id AS accreditationId, t.id, t.raisedAt FROM fidelity_concern t
    JOIN accreditation a ON a.personId = t.personId
    WHERE t.closedAt IS NULL AND a.id IN ($) ORDER BY t.raisedAt, t.id`,
};
type Found = Record<keyof typeof STATEMENTS, Row[]>;

/** What a yearly review looks at, for each of these accreditations that exists. The number of statements is fixed. */
export const statusReviewFacts = async (
  rows: Rows,
  accreditationIds: readonly string[],
): Promise<Map<string, StatusReviewFacts>> => {
  if (accreditationIds.length === 0) return new Map();
  const ids = padded([...new Set(accreditationIds)]);
  const found = Object.fromEntries(
    await Promise.all(
      Object.entries(STATEMENTS).map(async ([name, sql]) => [name, await rows(sql.replace("$", marks(ids)), ids)]),
    ),
  ) as Found;
  const meetings = grouped(found.meetings, ({ accreditationId }) => accreditationId);
  const concerns = grouped(found.concerns, ({ accreditationId }) => accreditationId);
  return new Map(
    found.accreditations.map(({ id, networkMeetings, ...days }): [string, StatusReviewFacts] => [
      id as string,
      {
        ...(days as unknown as Omit<StatusReviewFacts, "networkMeetings" | "meetings" | "openConcerns">),
        networkMeetings: Number(networkMeetings),
        meetings: (meetings.get(id as string) ?? []).map((meeting) => ({
          id: meeting.id as string,
          date: meeting.date as string,
        })),
        openConcerns: (concerns.get(id as string) ?? []).map((concern) => ({
          id: concern.id as string,
          raisedOn: londonDay(new Date(toIso(concern.raisedAt))),
        })),
      },
    ]),
  );
};
