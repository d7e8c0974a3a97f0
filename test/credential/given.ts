import { assessing } from "../support/assessing";
import { done } from "../support/change";
import { Story } from "../support/story";
import { Tandem } from "../support/tandem";
import { Fetch } from "./outside";

const CREDENTIAL = "{ accreditations { nodes { reference credential { id jwt issuedAt revokedOn } } } }";

/** What somebody sees of the only credential there is. */
export const credentialFor = async (tandem: Tandem, personId: string | null) => {
  const { data } = await tandem.as(personId).ask(CREDENTIAL);
  return data.accreditations.nodes[0]?.credential ?? null;
};

/** Ada's assessment is decided for accreditation, and not released. */
export const decided = async (tandem: Tandem, told: Story) => {
  await told.readyForAssessment(told.ada);
  const act = assessing(tandem, told);
  return act.decide(await act.judgeAreas(await act.open()));
};

/** Ada is accredited: the credential as she has it. */
export const given = async (tandem: Tandem, told: Story): Promise<string> => {
  await assessing(tandem, told).release(await decided(tandem, told));
  return (await credentialFor(tandem, told.ada.personId)).jwt;
};

const CHECK = "query ($jwt: String!) { verifyCredential(jwt: $jwt) { verdict why reference standing } }";

/** What anybody is answered who shows a credential. */
export const check = async (tandem: Pick<Tandem, "as">, jwt: string) => {
  const { data, errors } = await tandem.as(null).ask(CHECK, { jwt });
  expect(errors).toBeUndefined();
  return data.verifyCredential;
};

/** Something other than the API has it that the only accreditation stands so. */
export const stands = async ({ db }: Tandem, columns: Record<string, string>): Promise<void> => {
  for (const [column, value] of Object.entries(columns)) {
    await db.source.query(`UPDATE accreditation SET \`${column}\` = ? WHERE reference <> ?`, [value, ""]);
  }
};

/** Reads over HTTP, as anybody can. */
export const overHttp: Fetch = async (url) => {
  const answer = await fetch(url);
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", body: await answer.text() };
};

export const replaced = (tandem: Tandem, told: Story, credentialId: string) =>
  done(tandem, told.lead.id, "replaceCredential", { credentialId, reason: "She has another name." });
