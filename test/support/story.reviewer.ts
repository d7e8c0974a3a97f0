import { Commission } from "../../src/commission/commission.entity";
import { CommissionStage } from "../../src/commission/commission-stage";
import { PairMember } from "../../src/pair/pair.entity";
import { Person } from "../../src/person/person.entity";
import { Role } from "../../src/person/role";
import { Trainee } from "../../src/trainee/trainee.entity";
import { accredited } from "./partner";
import { Story } from "./story";
import { Tandem } from "./tandem";

/** A review that an accredited reviewer conducts, who was a trainee once, with a trainee or with another reviewer. */
export interface WithReviewer {
  /** The reviewer's record of when they were a trainee; its supervisor and assessor are those of Ada. */
  readonly rex: Trainee;
  /** The partner, as the trainee they are, or were. */
  readonly cy: Trainee;
  /** Supervises Cy. */
  readonly sue: Person;
  readonly review: Commission;
}

/** One of a pair takes their place in it as a reviewer. */
const asReviewer = async ({ db }: Pick<Tandem, "db">, told: Story, { id, personId }: Trainee, name: string) => {
  await accredited({ db }, told, personId, name);
  await db.source.manager.update(PairMember, { traineeId: id }, { traineeId: null });
  await db.source.manager.update(Trainee, { id }, { pairId: null });
};

/** The practice review of a trainee and a reviewer. */
export const withReviewer = async (
  tandem: Pick<Tandem, "db">,
  told: Story,
  stage = CommissionStage.COMMISSIONED,
): Promise<WithReviewer> => {
  const pair = await told.pair("Cy", "Rex");
  const review = await told.commissioned(pair, told.board, stage);
  const [cy, rex, sue] = [
    await told.trainee("Cy"),
    await told.trainee("Rex"),
    await told.person("Sue", Role.SUPERVISOR),
  ];
  await told.assign(cy, sue, Role.SUPERVISOR);
  await told.assign(rex, told.supervisor, Role.SUPERVISOR);
  await told.assign(rex, told.assessor, Role.ASSESSOR);
  await asReviewer(tandem, told, rex, "Rex");
  return { rex, cy, sue, review };
};

/** A review that two reviewers conduct, as they do once they are accredited: nobody learns on it. */
export const laterReview = async (
  tandem: Pick<Tandem, "db">,
  told: Story,
  stage = CommissionStage.COMMISSIONED,
): Promise<WithReviewer> => {
  const reviewed = await withReviewer(tandem, told, stage);
  await asReviewer(tandem, told, reviewed.cy, "Cy");
  await tandem.db.source.manager.update(Commission, { id: reviewed.review.id }, { practice: false });
  return reviewed;
};
