import { Rows } from "../personal/holds";
import { OpenAppeal } from "./appeal.rules";

/** The appeals of a trainee's that are not decided yet. Whoever must not find one opened beside them locks the trainee. */
export const openAppeals = async (rows: Rows, traineeId: string): Promise<OpenAppeal[]> =>
  (await rows(
    `SELECT x.id, a.round, x.assessorId FROM appeal x JOIN assessment a ON a.id = x.assessmentId
     WHERE x.traineeId = ? AND x.state = 'OPEN' ORDER BY a.round`,
    [traineeId],
  )) as unknown as OpenAppeal[];
