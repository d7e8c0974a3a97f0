import { Commission } from "../commission/commission.entity";
import { UseCase } from "../mutation/answer";
import { absent, invalid, Refused, refuseUnless, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { forbidden } from "../operation/errors";
import { Area, areaMeant, areasOf } from "../programme/areas";
import { Trainee } from "../trainee/trainee.entity";
import { arrive } from "./arrive";
import { SubmitEvidenceInput } from "./evidence.inputs";
import { maySubmit, Speaker } from "./evidence.rules";

/** R33–R36: an item of evidence about one trainee or both of a pair. E20 says who may submit what; it may complete E12. */
export const submit: UseCase<SubmitEvidenceInput> = async (tx, input) => {
  const commission = await tx.find(Commission, input.commissionId, "commissionId");
  const trainees: Trainee[] = [];
  for (const [index, id] of input.traineeIds.entries()) {
    trainees.push(await tx.find(Trainee, id, "traineeIds", String(index)));
  }
  const speakers = await speakersTo(tx, commission, trainees);
  if (speakers.some((is) => is.length === 0)) throw forbidden();
  await tx.once();

  const areas = await areasNamed(tx, commission, trainees, input.areaIds);
  refuseUnless(maySubmit(input.source, speakers));

  const { source, title, text } = input;
  return arrive(tx, { source, title, text, commission, areas, trainees, submittedById: tx.ctx.personId as string });
};

/** What the submitter is to each trainee. To oneself one is nothing else, whatever one's roles. */
const speakersTo = async (
  tx: Transaction,
  { pairId }: Commission,
  trainees: readonly Trainee[],
): Promise<Speaker[][]> => {
  const { personId, scope } = tx.ctx;
  const [member] = await tx.rows("SELECT id FROM pair_member WHERE pairId = ? AND personId = ?", [pairId, personId]);
  const supervised = scope.supervisor
    ? await tx.rows(
        "SELECT traineeId FROM staff_assignment WHERE personId = ? AND `role` = 'SUPERVISOR' AND endedOn IS NULL",
        [personId],
      )
    : [];
  return trainees.map((trainee) => {
    if (trainee.personId === personId) return ["SELF"];
    const is: Speaker[] = [];
    if (member && trainee.pairId === pairId) is.push("PARTNER");
    if (supervised.some(({ traineeId }) => traineeId === trainee.id)) is.push("SUPERVISOR");
    if (scope.lead) is.push("LEAD");
    return is;
  });
};

/** The areas named, once what is named fits together: every fault at once. */
export const areasNamed = async (
  tx: Transaction,
  { pairId }: Commission,
  trainees: readonly Trainee[],
  named: readonly string[],
): Promise<Area[]> => {
  const known: Area[] = [];
  for (const { id } of trainees) known.push(...(await areasOf(tx, id)));
  const areas = named.map((idOrCode) => areaMeant(known, idOrCode));
  const ids = trainees.map(({ id }) => id);

  const faults: UserError[] = [
    ...trainees.flatMap((trainee, index) =>
      trainee.pairId === pairId
        ? []
        : [invalid(["traineeIds", String(index)], "traineeIds must name trainees of the commission's pair.")],
    ),
    ...(new Set(ids).size < ids.length ? [invalid(["traineeIds"], "traineeIds names a trainee twice.")] : []),
    ...areas.flatMap((area, index) => (area ? [] : absent("areaIds", String(index)).errors)),
  ];
  const found = areas.filter((area) => area !== undefined);
  if (new Set(found).size < found.length) faults.push(invalid(["areaIds"], "areaIds names an area twice."));
  if (faults.length > 0) throw new Refused(faults);
  return found;
};
