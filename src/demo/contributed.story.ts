import { askedBy } from "../contribution/asked";
import { give } from "../contribution/give";
import type { Database } from "../database/database";
import { londonDay } from "../time";
import { AREAS } from "./cast";
import { DayOf } from "./days";
import { writer } from "./review.story";
import { Act, idOf, Known, Told } from "./stage";

const SUPERVISOR = "Sunniva Hale";

/** What comes to stand among the evidence in other ways: drafts, what was given back, and the input of people involved. */
export const contributedStory = (known: Known, db: Database, day: DayOf): (Act | Told)[] => {
  const { id, act } = writer(known, db, day);
  const item = (by: string, review: string, title: string, areaIds: readonly string[], selfRating?: string) => () => ({
    commissionId: id(review),
    source: "TRAINEE",
    title,
    text: "What I did, what I would do otherwise, and why.",
    traineeIds: [id(`trainee ${by}`)],
    areaIds,
    ...(selfRating ? { selfRating } : {}),
  });
  const [asha, tom, ines, dilys] = ["Asha Bellweather", "Tom Quillfeather", "Ines Marlowe", "Dilys Penhallow"] as const;
  const [northmoor, eastvale, westhaven] = ["Northmoor review", "Eastvale review", "Westhaven review"] as const;

  const written = [
    act(
      -3,
      asha,
      "draftEvidence",
      item(asha, northmoor, "Reflection on a meeting with the family", ["C3"], "DEVELOPING"),
    ),
    act(-40, tom, "submitEvidence", item(tom, northmoor, "Learning journal, first half", ["C1", "C6"]), {
      as: "journal of Tom",
    }),
    act(
      -35,
      "Anselm Roe",
      "returnEvidence",
      () => ({
        evidenceId: id("journal of Tom"),
        reason: "It tells what happened. Say also what you learned from it, and name nobody of the family.",
      }),
      { changes: "journal of Tom" },
    ),
    // Before her assessment was opened: in each area she says herself where she stands.
    ...AREAS.map(([code, name]) =>
      act(-16, dilys, "submitEvidence", item(dilys, westhaven, `Where I stand: ${name}`, [code], "MET")),
    ),
  ];

  const names = (
    when: number,
    by: string,
    about: readonly string[],
    review: string,
    [name, involvement, areaIds]: readonly [string, string, readonly string[]],
  ) =>
    act(
      when,
      by,
      "nameContributor",
      () => ({
        commissionId: id(review),
        name,
        email: `${name.toLowerCase().replace(" ", ".")}@example.org`,
        involvement,
        traineeIds: about.map((trainee) => id(`trainee ${trainee}`)),
        areaIds,
        until: day(25),
        message: "You saw how the review was led: we would be glad of your word on it.",
      }),
      { as: name },
    );
  const links = (when: number, name: string) =>
    act(when, SUPERVISOR, "issueContributionLink", () => ({ contributorId: id(name) }), { changes: name, as: name });
  const asked = [
    names(-28, tom, [tom], northmoor, ["Marit Sandell", "REVIEW_TEAM", ["C3", "C6"]]),
    links(-27, "Marit Sandell"),
    names(-12, tom, [asha, tom], northmoor, ["Idris Fenwick", "CASE_GROUP", ["C3"]]),
    links(-11, "Idris Fenwick"),
    // Still to be sent their links.
    names(-4, asha, [asha], northmoor, ["Signe Attwell", "PRACTITIONER", ["C3", "C6"]]),
    names(-10, ines, [ines], eastvale, ["Hanne Sorley", "REVIEW_TEAM", ["C3", "C5"]]),
  ];

  const given: Told = {
    day: day(-22),
    tells: async (nobody) => {
      const token = idOf(known, "link of Marit Sandell").split("/").at(-1) as string;
      const page = await askedBy(db.rows, token, londonDay(nobody.now));
      const parts = (page?.areas ?? []).map(({ id: areaId }) => ({
        areaId,
        text: "He asked how it had made sense at the time, and waited for the answer.",
      }));
      const how = { howKnown: "I was one of the review team from its first meeting.", agreed: true };
      if ((await give(nobody, token, { parts, ...how })) !== "now") throw new Error("The contribution was not taken.");
    },
  };
  return [...written, ...asked, given];
};
