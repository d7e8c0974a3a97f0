import { grouped } from "../graph/grouped";
import { Rows } from "../personal/holds";
import { marks, padded } from "../scope/condition";
import { Assessment } from "./assessment.entity";
import { Round } from "./assessment.rules";

type Kept = Pick<Assessment, "id" | "round" | "assessorId" | "outcome"> & {
  readonly releasedAt: unknown;
  readonly setAsideAt: unknown;
};

/** An assessment as the next round depends on it. */
export const asRound = ({ releasedAt, setAsideAt, ...rest }: Kept): Round => ({
  ...rest,
  released: releasedAt !== null,
  setAside: setAsideAt !== null,
});

/** The rounds of each of these trainees. */
export const roundsOf = async (rows: Rows, traineeIds: readonly string[]): Promise<Map<string, Round[]>> => {
  if (traineeIds.length === 0) return new Map();
  const ids = padded(traineeIds);
  const found = await rows(
    `SELECT traineeId, id, round, assessorId, outcome, releasedAt, setAsideAt FROM assessment WHERE traineeId IN (${marks(ids)})`,
    ids,
  );
  const of = grouped(found, ({ traineeId }) => traineeId);
  return new Map(traineeIds.map((id) => [id, (of.get(id) ?? []).map((row) => asRound(row as never))]));
};
