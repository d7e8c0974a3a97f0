import type { Context } from "../context";
import { toIso } from "../graph/scalars";
import type { Waiting } from "./task.type";
import { TaskKind } from "./task-kind";
import { appealsOfAssessor, appealsOfLead, appealsOfTrainee } from "./tasks-of-appeal";
import { tasksOfApplicant } from "./tasks-of-applicant";
import { tasksOfContributions } from "./tasks-of-contributions";
import { tasksOfFidelity, tasksOfReviewer } from "./tasks-of-fidelity";
import { tasksOfInformation } from "./tasks-of-information";
import { tasksOfMember, tasksOfNetworkLead } from "./tasks-of-network";
import { tasksOfPair } from "./tasks-of-pair";
import { tasksOfSeat } from "./tasks-of-seat";
import { tasksOfSelection } from "./tasks-of-selection";
import { tasksOfAssessor, tasksOfLead, tasksOfSupervisor } from "./tasks-of-staff";
import { statusReviewsDue, statusReviewsOfMember } from "./tasks-of-status-reviews";
import { tasksOfTrainee } from "./tasks-of-trainee";
import { tasksOfWriter } from "./tasks-of-writer";

const MOST = 50;
const URGENCY = Object.values(TaskKind);

/** What waits for the viewer, most urgent first and, of one kind, what has waited longest. The statements are fixed. */
export const tasksOf = async (ctx: Context): Promise<Waiting[]> => {
  const { lead, supervisor, assessor } = ctx.scope;
  const found = await Promise.all([
    tasksOfPair(ctx),
    tasksOfSeat(ctx),
    tasksOfInformation(ctx),
    tasksOfReviewer(ctx),
    tasksOfApplicant(ctx),
    tasksOfTrainee(ctx),
    appealsOfTrainee(ctx),
    tasksOfMember(ctx),
    tasksOfWriter(ctx),
    statusReviewsOfMember(ctx),
    ...(lead || supervisor ? [tasksOfContributions(ctx)] : []),
    ...(assessor ? [tasksOfAssessor(ctx), appealsOfAssessor(ctx)] : []),
    ...(supervisor ? [tasksOfSupervisor(ctx)] : []),
    ...(lead
      ? [
          ...[tasksOfLead(ctx), appealsOfLead(ctx), tasksOfSelection(ctx), tasksOfFidelity(ctx)],
          ...[tasksOfNetworkLead(ctx), statusReviewsDue(ctx)],
        ]
      : []),
  ]);
  const since = (task: Waiting) => (task.since === null ? "" : toIso(task.since));
  return found
    .flat()
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) ||
        compare(since(a), since(b)) ||
        compare(a.aboutId, b.aboutId),
    )
    .slice(0, MOST);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
