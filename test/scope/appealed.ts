import { Assessment } from "../../src/assessment/assessment.entity";
import { AssessmentOutcome } from "../../src/assessment/assessment-outcome";
import { newId } from "../../src/id";
import { Role } from "../../src/person/role";
import { done } from "../support/change";
import { Served } from "../support/tandem";

/** A trainee of the demo is refused accreditation, and appeals: once it is taken back, and once the decision is set aside. */
export const appealed = async (tandem: Served, leadId: string): Promise<void> => {
  const { db } = tandem;
  const [one] = await db.rows(
    `SELECT t.id AS traineeId, t.personId, c.id AS commissionId FROM trainee t JOIN commission c ON c.pairId = t.pairId
     WHERE t.standing = 'ENROLLED' AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.traineeId = t.id) ORDER BY t.id`,
  );
  const [traineeId, by] = [one?.traineeId, one?.personId] as [string, string];
  const [assesses] = await db.rows("SELECT personId FROM person_role WHERE `role` = 'ASSESSOR' ORDER BY personId");
  const assessorId = assesses?.personId as string;
  const at = new Date();
  const { id: assessmentId } = await db.source.manager.save(Assessment, {
    ...{ id: newId("asm"), traineeId, commissionId: one?.commissionId as string, assessorId, round: 1 },
    ...{ openedAt: at, outcome: AssessmentOutcome.NOT_ACCREDITED, summary: "Not yet.", decidedAt: at, releasedAt: at },
    ...{ setAsideAt: null, assessorSupervised: false, version: 1 },
  });
  const appeal = () =>
    done(tandem, by, "appealDecision", { assessmentId, grounds: "It was not heard." }, "appeal { id }");

  const { appeal: first } = await appeal();
  await done(tandem, by, "withdrawAppeal", { appealId: first.id, expectedVersion: 1 });
  await db.source.query("DELETE FROM appeal WHERE id = ?", [first.id]);

  const { appeal: second } = await appeal();
  const invited = { name: "Another Assessor", email: "another.assessor@example.org" };
  const { person } = await done(tandem, leadId, "invitePerson", invited, "person { id }");
  await done(tandem, leadId, "grantRole", { personId: person.id, role: Role.ASSESSOR, expectedVersion: 1 });
  const [trainee] = await db.rows("SELECT version FROM trainee WHERE id = ?", [traineeId]);
  const assigned = { traineeId, personId: person.id, role: Role.ASSESSOR, expectedVersion: trainee?.version };
  await done(tandem, leadId, "assignStaff", assigned);
  const given = { appealId: second.id, assessorId: person.id, expectedVersion: 1 };
  await done(tandem, leadId, "assignAppeal", given);
  const decided = { appealId: second.id, outcome: "UPHELD", reasons: "It was not.", expectedVersion: 2 };
  await done(tandem, person.id, "decideAppeal", decided);
};
