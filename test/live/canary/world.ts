import { Commission } from "../../../src/commission/commission.entity";
import { EvidenceSource } from "../../../src/evidence/evidence-source";
import { Person } from "../../../src/person/person.entity";
import { assessing } from "../../support/assessing";
import { done } from "../../support/change";
import { Story, story } from "../../support/story";
import { daysAgo } from "../../support/story.beginning";
import { Tandem } from "../../support/tandem";
import { BEN, EVIDENCE, JUDGEMENT, NOTES } from "./words";

/** What was said to whom: in answers and frames, over both transports. */
export interface Said {
  readonly to: string;
  readonly text: string;
}

/** A programme in which a canary sits wherever people write something, and what its server said. */
export interface World {
  readonly tandem: Tandem;
  readonly s: Story;
  readonly assessmentId: string;
  /** A trainee who has nothing to do with the others. */
  readonly stranger: string;
  readonly said: Said[];
  /** Remembers what was said to somebody. */
  say(to: string, what: unknown): void;
}

export const plant = async (tandem: Tandem): Promise<World> => {
  const s = await story(tandem);
  const stranger = await s.trainee("Stranger");
  const { manager } = tandem.db.source;
  const review = await s.readyForAssessment(s.ada);
  const act = assessing(tandem, s);
  await manager.update(Commission, { id: review.id }, { qualityNotes: "ZqpQualityQz", boardResponse: "ZqpBoardQz" });
  await manager.update(Person, { id: s.ben.personId }, BEN);
  await done(tandem, s.ada.personId, "submitEvidence", {
    ...EVIDENCE,
    commissionId: review.id,
    source: EvidenceSource.DOCUMENT,
    traineeIds: [s.ada.id],
    areaIds: ["C1"],
  });
  await done(tandem, s.supervisor.id, "logIndividualSupervision", {
    ...{ traineeId: s.ada.id, commissionId: review.id, date: daysAgo(5) },
    ...{ minutes: 60, notes: NOTES, chargeMinor: 100 },
  });
  const opened = await act.open();
  await done(tandem, s.assessor.id, "recordJudgement", { ...act.judgement(opened, "C1", "MET"), ...JUDGEMENT });

  const said: Said[] = [];
  const say = (to: string, what: unknown) =>
    void said.push({ to, text: typeof what === "string" ? what : JSON.stringify(what) });
  return { tandem, s, assessmentId: opened.id, stranger: stranger.personId, said, say };
};
