import { words } from "./reviews";
import { Made, Stage } from "./stage";

const against = ({ act }: Stage, by: string, assessmentId: string): Promise<Made> =>
  act(by, "appealDecision", { assessmentId, grounds: words("Grounds") });

/** A trainee appeals against a decision, and somebody else decides. */
export const appealed = async (
  stage: Stage,
  by: string,
  assessmentId: string,
  { lead, to, outcome }: { readonly lead: string; readonly to: string; readonly outcome: string },
): Promise<void> => {
  const { act } = stage;
  const { id: appealId, version } = await against(stage, by, assessmentId);
  await act(lead, "assignAppeal", { appealId, assessorId: to, expectedVersion: version });
  await act(to, "decideAppeal", { appealId, outcome, reasons: words("Reasons"), expectedVersion: version + 1 });
};

/** A trainee appeals, and takes it back. */
export const takenBack = async (stage: Stage, by: string, assessmentId: string): Promise<void> => {
  const { id: appealId, version: expectedVersion } = await against(stage, by, assessmentId);
  await stage.act(by, "withdrawAppeal", { appealId, reason: words("Why"), expectedVersion });
};
