import { Application, ApplicationAnswer } from "../../src/application/application.entity";
import { ApplicationState } from "../../src/application/application-state";
import { Enquiry } from "../../src/enquiry/enquiry.entity";
import { newId } from "../../src/id";
import { Transaction } from "../../src/mutation/transact";
import { Story } from "../support/story";

/** Somebody's application with one answer, and a query of theirs, open both; the words are the given ones. */
export const applied = async (
  tx: Transaction,
  { cohort, programme, assessor }: Story,
  personId: string,
  word: (at: string) => string,
): Promise<void> => {
  const { now } = tx.ctx;
  const application = await tx.add(Application, {
    ...{ id: newId("app"), reference: "LT-2017-A23456", cohortId: cohort.id, personId, traineeId: null, version: 1 },
    ...{ state: ApplicationState.OFFERED, cvReference: word("application.cvReference"), commitsTime: true },
    ...{ statement: word("application.statement"), decisionReason: word("application.decisionReason") },
    ...{ startedAt: now, submittedAt: now, decidedAt: now, confirmBy: null, confirmedAt: null, waitingRank: null },
  });
  const answer = await tx.add(ApplicationAnswer, {
    ...{ id: newId("ans"), applicationId: application.id, question: 6, text: word("application_answer.text") },
    ...{ reviewKind: null, issue: null, effect: null },
  });
  const enquiry = await tx.add(Enquiry, {
    ...{ id: newId("enq"), programmeId: programme.id, personId, question: word("enquiry.question"), askedAt: now },
    ...{ phone: word("enquiry.phone"), preferredTimes: word("enquiry.preferredTimes"), version: 1 },
    ...{ callAt: now, withId: assessor.id, closedAt: null },
  });
  tx.append("AnswerWritten", answer, { personId }, { question: 6, text: word("AnswerWritten") });
  tx.append("ApplicationWithdrawn", application, { personId }, {}, word("ApplicationWithdrawn"));
  tx.append("CallRequested", enquiry, { personId }, { question: word("CallRequested") });
};
