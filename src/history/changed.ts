import { EntryKind } from "../log/kinds";
import { Facts, isChange } from "./columns";

/** What a kind of entry changed by its own `from` and `to`, where that is not the state of its subject. */
const CHANGED: Partial<Readonly<Record<EntryKind, string>>> = {
  PersonLinked: "identity",
  CriterionScored: "score",
  CallArranged: "callAt",
  ItemsPublished: "items",
  CourseAttendanceRecorded: "attended",
  GroupSupervisionAttended: "attended",
  NetworkMeetingAttended: "attended",
  BookedDayMoved: "date",
  AttendedMeetingMoved: "date",
  FidelityConcernAnswered: "answer",
  AppealAssigned: "assessorId",
  CommissionGranted: "stage",
  CommissionDeclined: "stage",
  CommissionAdvanced: "stage",
  CommissionAbandoned: "stage",
  QualityAssured: "stage",
  QualityCorrected: "stage",
  PublicationDecided: "stage",
  ReadinessChanged: "met",
};

/** One thing that an entry changed. */
export interface Changed {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What an entry changed, as its facts tell it; facts that are no change stay facts. */
export const changedBy = (kind: EntryKind, facts: Facts): Changed[] => {
  const { from, to } = facts;
  const own = "from" in facts && "to" in facts ? [[CHANGED[kind] ?? "state", { from, to }] as const] : [];
  return [...own, ...Object.entries(facts)].flatMap(([name, change]) =>
    isChange(change) && JSON.stringify(change.from) !== JSON.stringify(change.to)
      ? [{ name, before: change.from, after: change.to }]
      : [],
  );
};
