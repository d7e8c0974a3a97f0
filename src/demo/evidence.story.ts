import type { Database } from "../database/database";
import { AREAS } from "./cast";
import { DayOf } from "./days";
import { writer } from "./review.story";
import { Act, Known } from "./stage";

const ALL = AREAS.map(([code]) => code);

/** What the trainees and others submitted, and the assessments as far as they have come. */
export const evidenceStory = (known: Known, db: Database, day: DayOf): Act[] => {
  const { id, act } = writer(known, db, day);
  const item = (
    when: number,
    by: string,
    review: string,
    about: readonly string[],
    source: string,
    title: string,
    areaIds: readonly string[],
  ) =>
    act(when, by, "submitEvidence", () => ({
      commissionId: id(review),
      source,
      title,
      text: `${title}. It is kept with the papers of the review.`,
      traineeIds: about.map((name) => id(`trainee ${name}`)),
      areaIds,
    }));
  const [asha, tom, ines, dilys, nia, kit] = [
    "Asha Bellweather",
    "Tom Quillfeather",
    "Ines Marlowe",
    "Dilys Penhallow",
    "Nia Calloway",
    "Kit Rowanberry",
  ] as const;
  const supervisor = "Sunniva Hale";
  const assessor = "Anselm Roe";

  /** A whole set: two documents, a word from the supervisor, and the trainee's own. */
  const whole = (when: number, by: string, review: string) => [
    item(when, by, review, [by], "DOCUMENT", "Scoping note and plan", ["C1", "C2"]),
    item(when + 30, by, review, [by], "DOCUMENT", "Draft report with findings", ["C4", "C5"]),
    item(when + 33, supervisor, review, [by], "OTHERS", "The supervisor's note on the process", ["C3", "C6"]),
    item(when + 36, by, review, [by], "TRAINEE", "Reflection on a hard conversation", ["C3", "C4", "C6"]),
  ];
  const evidence = [
    item(-150, asha, "Northmoor review", [asha, tom], "DOCUMENT", "Scoping note", ["C1", "C2"]),
    item(-70, tom, "Northmoor review", [asha, tom], "DOCUMENT", "Key practice episodes", ["C4"]),
    item(-68, asha, "Northmoor review", [asha], "TRAINEE", "Learning journal, first half", ["C6"]),
    item(-64, asha, "Northmoor review", [tom], "OTHERS", "How Tom led the review team meeting", ["C3", "C6"]),
    item(-150, ines, "Eastvale review", [ines], "DOCUMENT", "Letters of invitation and meeting plans", ["C3"]),
    item(-60, ines, "Eastvale review", [ines], "DOCUMENT", "Final report", ["C4", "C5"]),
    item(-58, ines, "Eastvale review", [ines], "TRAINEE", "What changed between two drafts", ["C5"]),
    ...whole(-120, dilys, "Westhaven review"),
    ...whole(-120, nia, "Harrowmere review"),
    ...whole(-119, kit, "Harrowmere review"),
  ];

  const judged = (who: string, when: number, ratings: readonly string[]) => {
    const assessment = `assessment of ${who}`;
    return [
      act(when, assessor, "openAssessment", () => ({ traineeId: id(`trainee ${who}`) }), { as: assessment }),
      ...ratings.map((rating, index) =>
        act(
          when + 1 + index,
          assessor,
          "recordJudgement",
          () => ({
            assessmentId: id(assessment),
            areaId: ALL[index],
            rating,
            strengths: "The evidence shows the model at work, and the choices are explained.",
            areasToWorkOn: "Say earlier what the review will not do.",
          }),
          { changes: assessment },
        ),
      ),
    ];
  };
  return [
    ...evidence,
    ...judged(dilys, -14, ["MET", "MET", "STRENGTH", "MET", "MET", "STRENGTH"]),
    ...judged(nia, -12, ["MET", "DEVELOPING", "MET"]),
  ];
};
