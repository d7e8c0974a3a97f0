import { createFirstLead } from "../person/first-lead";
import { londonDay } from "../time";
import { applicantsStory } from "./applicants.story";
import { besideStory } from "./beside.story";
import { LEAD } from "./cast";
import { contributedStory } from "./contributed.story";
import { daysFrom } from "./days";
import { accreditEarlier } from "./earlier";
import { evidenceStory } from "./evidence.story";
import { DemoMark } from "./mark.entity";
import { networkStory } from "./network.story";
import { programmeStory } from "./programme.story";
import { reviewersStory } from "./reviewers.story";
import { Known, play, Stage } from "./stage";
import { traineesStory } from "./trainees.story";

/** Fills an empty database with the demo's story, told in days that count back from today, and leaves its mark. */
export const loadDemo = async (stage: Stage, now = new Date()): Promise<void> => {
  const { db, log } = stage;
  // As plain SQL: with one value to bind, the embedded driver takes it for an object of named ones.
  await db.inTurn(() => db.source.query("INSERT INTO demo_mark (id, filledAt) VALUES (1, NULL)"));
  const day = daysFrom(londonDay(now));
  const known: Known = new Map();
  known.set(LEAD.name, await createFirstLead(db, log, LEAD, new Date("2016-06-01T09:00:00Z")));

  const beginnings = [
    ...programmeStory(known, db, day),
    ...accreditEarlier(stage, known, day),
    ...networkStory(known, db, day),
  ];
  const cohort = beginnings.filter((act) => "as" in act && act.as === "cohort now");
  const opened = cohort[0]?.day as string;
  await play(
    stage,
    known,
    beginnings.filter((act) => act.day < opened),
  );
  await play(stage, known, cohort);
  const days = await db.rows("SELECT id, number FROM course_day WHERE cohortId = ?", [
    known.get("cohort now") as string,
  ]);
  for (const { id, number } of days) known.set(`course day ${number}`, id as string);

  const rest = beginnings.filter((act) => act.day >= opened && !cohort.includes(act));
  await play(stage, known, [
    ...rest,
    ...applicantsStory(known, db, day),
    ...traineesStory(known, db, day),
    ...evidenceStory(known, db, day),
    ...besideStory(known, db, day),
    ...contributedStory(known, db, day),
    ...reviewersStory(known, db, day, stage.publicUrl !== undefined),
  ]);
  await db.inTurn(() => db.source.manager.update(DemoMark, { id: 1 }, { filledAt: now }));
};
