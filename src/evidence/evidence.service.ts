import { UseCase } from "../mutation/answer";
import { arrive } from "./arrive";
import { SubmitEvidenceInput } from "./evidence.inputs";
import { fitting, partiesTo } from "./submission";

/** R33–R36: an item of evidence about one trainee or both of a pair. E20 says who may submit what; it may complete E12. */
export const submit: UseCase<SubmitEvidenceInput> = async (tx, input) => {
  const parties = await partiesTo(tx, input);
  await tx.once();
  const areas = await fitting(tx, parties, input);
  const { source, title, text, selfRating, replacesId } = input;
  const { commission, trainees } = parties;
  const submittedById = tx.ctx.personId as string;
  return arrive(tx, { source, title, text, commission, areas, trainees, submittedById, selfRating, replacesId });
};
