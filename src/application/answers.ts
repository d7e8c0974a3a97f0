import { newId } from "../id";
import { differences } from "../log/differences";
import { invalid, UserError } from "../mutation/refused";
import { Transaction } from "../mutation/transact";
import { Application, ApplicationAnswer } from "./application.entity";
import { AnswerInput } from "./application.inputs";
import { Answered, EXAMPLE_KINDS } from "./application.rules";
import { ABOUT_A_REVIEW } from "./questions";

/** What cannot be of answers that are each well formed: a question twice, or what only the sixth asks for. */
export const faultsOf = (answers: readonly AnswerInput[]): UserError[] =>
  answers.flatMap(({ question, reviewKind, issue, effect }, at) => {
    const fault = (field: string, message: string) =>
      invalid(["answers", String(at), field], `answers.${at}.${field} ${message}`);
    const parts = Object.entries({ reviewKind, issue, effect }).filter(([, value]) => value != null);
    return [
      ...(answers.findIndex((other) => other.question === question) < at
        ? [fault("question", `is answered twice: question ${question}.`)]
        : []),
      ...(question === ABOUT_A_REVIEW
        ? []
        : parts.map(([field]) => fault(field, `belongs to question ${ABOUT_A_REVIEW} alone.`))),
      ...(reviewKind && !EXAMPLE_KINDS.includes(reviewKind)
        ? [fault("reviewKind", `must be one of ${EXAMPLE_KINDS.join(", ")}.`)]
        : []),
    ];
  });

/** Writes answers of a draft, and tells of each that is new or another; whether there was any. */
export const writeAnswers = async (
  tx: Transaction,
  { id: applicationId, personId }: Application,
  answers: readonly AnswerInput[],
): Promise<boolean> => {
  let written = false;
  for (const { question, text, reviewKind, issue, effect } of answers) {
    const said: Omit<Answered, "question"> = {
      ...{ text, reviewKind: reviewKind ?? null, issue: issue ?? null, effect: effect ?? null },
    };
    const known = await tx.manager.findOneBy(ApplicationAnswer, { applicationId, question });
    const answer = known ?? (await tx.add(ApplicationAnswer, { id: newId("ans"), applicationId, question, ...said }));
    const changed = known ? differences(known, said) : said;
    if (Object.keys(changed).length === 0) continue;
    if (known) await tx.manager.update(ApplicationAnswer, { id: known.id }, said);
    tx.append("AnswerWritten", answer, { personId }, { question, ...changed });
    written = true;
  }
  return written;
};

/** The answers of an application, as far as there are any. */
export const answersOf = (tx: Transaction, { id: applicationId }: Application): Promise<ApplicationAnswer[]> =>
  tx.manager.findBy(ApplicationAnswer, { applicationId });
