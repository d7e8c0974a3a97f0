import { QueryFailedError } from "typeorm";
import { AUTH_SECRET, SECRET } from "../../support/tandem";

// What must be found nowhere: planted in the programme's records (Zqp…), and sent by clients (Zqs…).
export const PLANTED = /zqp[a-z]+qz/gi;
export const CANARY = /zq[ps][a-z]+qz/gi;
export const TOKEN = /eyJ[\w-]+/g;
export const METRICS_TOKEN = "zqsmetricsqz-0123456789";

export const NOTES = "ZqpNotesQz";
export const EVIDENCE = { title: "ZqpTitleQz", text: "ZqpEvidenceQz" };
export const JUDGEMENT = { strengths: "ZqpStrengthsQz", areasToWorkOn: "ZqpWeaknessQz" };
export const BEN = {
  name: "ZqpBenQz",
  email: "zqpmailqz@example.org",
  emailKey: "zqpmailqz@example.org",
  phone: "ZqpPhoneQz",
};

/** Everything goes wrong in here with as many words as it can. */
export const disaster = (): Error => {
  const driver = Object.assign(new Error("Duplicate entry 'zqpmailqz@example.org' for key 'person.ZqpBenQz'"), {
    code: "ER_DUP_ENTRY",
    errno: 1062,
    sqlState: "23000",
    sql: "INSERT INTO person VALUES ('ZqpBenQz')",
    sqlMessage: "ZqpNotesQz",
  });
  const failed = new QueryFailedError("SELECT 'ZqpStrengthsQz'", ["ZqpWeaknessQz", SECRET], driver);
  const error = new Error(`ZqpEvidenceQz of ${BEN.email}\n    at ZqpTitleQz (/ZqpPhoneQz.js:1:1)`, { cause: failed });
  return Object.assign(error, { name: "ZqpBenQz", validationErrors: [{ value: "ZqpNotesQz" }], secret: AUTH_SECRET });
};
