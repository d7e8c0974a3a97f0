import { Scope } from "./scope";

/** What somebody may be, for the question whether an act is theirs at all. */
export type KindOfPerson = "LEAD" | "SUPERVISOR" | "ASSESSOR" | "SEAT" | "MEMBER" | "TRAINEE";

export const isKindOfPerson = (scope: Scope, kind: KindOfPerson): boolean => {
  const is: Record<KindOfPerson, boolean> = {
    LEAD: scope.lead,
    SUPERVISOR: scope.supervisor,
    ASSESSOR: scope.assessor,
    SEAT: scope.seat,
    MEMBER: scope.member,
    // Whether or not they work in a pair now.
    TRAINEE: (scope.ids.self?.traineeId ?? []).length > 0,
  };
  return is[kind];
};
