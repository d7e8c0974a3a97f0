import { newId } from "../id";
import { differences } from "../log/differences";
import { UseCase } from "../mutation/answer";
import { invalid, Refused, refuse, refuseUnless } from "../mutation/refused";
import { Cohort } from "../programme/cohort.entity";
import { uncounted } from "../programme/reference";
import { londonDay } from "../time";
import { faultsOf, writeAnswers } from "./answers";
import { Application } from "./application.entity";
import {
  BeginApplicationInput,
  ChangeApplicationInput,
  DraftInput,
  ReopenApplicationInput,
} from "./application.inputs";
import { inTime } from "./application.rules";
import { ApplicationState } from "./application-state";
import { notDraft, own } from "./own";

/** What no draft has yet. */
const UNDECIDED = {
  ...{ submittedAt: null, decidedAt: null, decisionReason: null, confirmBy: null, confirmedAt: null },
} satisfies Partial<Application>;

/** R53: whoever is signed in begins to apply for a place on a cohort that takes applications. */
export const begin: UseCase<BeginApplicationInput> = async (tx, { cohortId, ...given }) => {
  const answers = given.answers ?? [];
  const personId = tx.ctx.personId as string;
  // Locked by this: of two beginnings of one person at the same moment the second waits, and finds the first.
  const cohort = await tx.find(Cohort, cohortId, "cohortId");
  await tx.once();
  const begun = await tx.manager.existsBy(Application, { cohortId: cohort.id, personId });
  refuse([
    ...faultsOf(answers),
    ...(begun ? [invalid(["cohortId"], "cohortId has an application of yours already: go on with that one.")] : []),
  ]);
  refuseUnless(inTime(cohort, londonDay(tx.ctx.now)));

  const application = await tx.add(Application, {
    id: newId("app"),
    // Not counted: it would tell its holder how many others apply, and others that there is a draft.
    reference: `${cohort.reference}-A${uncounted(5)}`,
    cohortId: cohort.id,
    personId,
    state: ApplicationState.DRAFT,
    cvReference: given.cvReference ?? null,
    statement: given.statement ?? null,
    commitsTime: given.commitsTime ?? false,
    startedAt: tx.ctx.now,
    ...UNDECIDED,
    waitingRank: null,
    traineeId: null,
    version: 1,
  });
  const { reference, cvReference, statement, commitsTime } = application;
  const facts = { reference, cohort: cohort.reference, cvReference, statement, commitsTime };
  tx.append("ApplicationBegun", application, { personId }, facts);
  await writeAnswers(tx, application, answers);
  return application.id;
};

/** What of a draft is given, and nothing of what is not. */
const given = ({ cvReference, statement, commitsTime }: DraftInput): Partial<Application> => ({
  ...(cvReference == null ? {} : { cvReference }),
  ...(statement == null ? {} : { statement }),
  ...(commitsTime == null ? {} : { commitsTime }),
});

/** The applicant writes on, until it is submitted or too late. */
export const change: UseCase<ChangeApplicationInput> = async (tx, input) => {
  const { application, cohort } = await own(tx, input.applicationId);
  const answers = input.answers ?? [];
  await tx.once();
  tx.expect(application, input.expectedVersion);
  refuse([...notDraft(application), ...faultsOf(answers)]);
  refuseUnless(inTime(cohort, londonDay(tx.ctx.now)));

  const values = given(input);
  const changed = differences(application, values);
  await tx.change(Application, application, values);
  const told = Object.keys(changed).length > 0;
  if (told) tx.append("ApplicationChanged", application, { personId: application.personId }, changed);
  const answered = await writeAnswers(tx, application, answers);
  if (!told && !answered) throw new Refused([invalid([], "Nothing of it is other than what is saved.")]);
  return application.id;
};

/** Who took an application back writes it anew while the window is open: it is a draft again, and nobody else's. */
export const reopen: UseCase<ReopenApplicationInput> = async (tx, { applicationId, expectedVersion }) => {
  const { application, cohort } = await own(tx, applicationId);
  await tx.once();
  tx.expect(application, expectedVersion);
  if (application.state !== ApplicationState.WITHDRAWN) {
    throw new Refused([invalid(["applicationId"], "applicationId is not withdrawn.")]);
  }
  refuseUnless(inTime(cohort, londonDay(tx.ctx.now)));
  const { reference, state: from, personId } = application;
  const facts = { reference, from, to: ApplicationState.DRAFT, ...differences(application, UNDECIDED) };
  await tx.change(Application, application, { state: ApplicationState.DRAFT, ...UNDECIDED });
  tx.append("ApplicationReopened", application, { personId }, facts);
  return application.id;
};
