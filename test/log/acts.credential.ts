import { accreditedOne } from "../support/partner";
import { Acts, Stage } from "./stage";

const issuing = async ({ db, told }: Stage) => {
  const { id: personId } = await accreditedOne({ db }, told, "Fay");
  const [accreditation] = await db.rows("SELECT id FROM accreditation WHERE personId = ?", [personId]);
  return { by: told.lead.id, input: { accreditationId: accreditation?.id } };
};

/** The credentials of accreditations. */
export const CREDENTIAL_ACTS: Acts = {
  issueCredential: { "of one from before": issuing },
  replaceCredential: {
    "of somebody who is called otherwise now": async (stage) => {
      const { by, input } = await issuing(stage);
      await stage.act(by, "issueCredential", input);
      const [credential] = await stage.db.rows("SELECT id FROM credential");
      return { by, input: { credentialId: credential?.id, reason: "She is called Fay Novak now." } };
    },
  },
};
