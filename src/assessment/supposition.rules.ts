import { CAME_TO_NOTHING, hasReached } from "../commission/commission.rules";
import { CommissionStage } from "../commission/commission-stage";
import { AttendedDay } from "../course/course.rules";
import { EvidenceSource } from "../evidence/evidence-source";
import { PossibleMember } from "../pair/pair.rules";
import { inWords } from "../rules/day";
import { ReadinessFacts } from "./readiness.rules";

/** What might be of one trainee; what is left out is as it is. */
export interface Supposed {
  readonly courseDays: readonly string[];
  readonly groupDays: readonly string[];
  readonly stage: CommissionStage | null;
  readonly qualityPassed: boolean | null;
  readonly ratesAgreed: boolean | null;
  readonly evidenceFrom: readonly EvidenceSource[];
  /** Whom they would work with; null where nobody else is supposed. */
  readonly partner: PossibleMember | null;
}

/** What there is for it to agree with. */
export interface Surroundings {
  readonly today: string;
  readonly self: PossibleMember;
  /** The course days of their cohort. */
  readonly courseDays: readonly AttendedDay[];
  /** The group days in everybody's calendar that are supposed. */
  readonly calendar: readonly { readonly id: string; readonly date: string; readonly cancelled: boolean }[];
}

const { COMMISSIONED, QUALITY_ASSURANCE } = CommissionStage;
const words = (constant: string): string => constant.toLowerCase().replaceAll("_", " ");
const twice = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

/** Days that cannot be added to those attended: named twice, or attended already. */
const faultsOfDays = (name: string, days: readonly string[], attended: readonly { readonly date: string }[]) => [
  ...twice(days).map((day) => `${name} names ${inWords(day)} twice.`),
  ...[...new Set(days)]
    .filter((day) => attended.some(({ date }) => date === day))
    .map((day) => `${name} names ${inWords(day)}, which they attended already.`),
];

/** The group day of a date in the calendar; one that is cancelled only where there is no other. */
const scheduled = (calendar: Surroundings["calendar"], day: string) => {
  const that = calendar.filter(({ date }) => date === day);
  return that.find(({ cancelled }) => !cancelled) ?? that[0];
};

/** What of a supposition contradicts itself, or what is: each a sentence. */
export const contradictions = (facts: ReadinessFacts, supposed: Supposed, around: Surroundings): string[] => {
  const { commission } = facts;
  const { stage, qualityPassed, ratesAgreed, courseDays, groupDays, evidenceFrom, partner } = supposed;
  const at = stage ?? commission?.stage ?? null;
  const reaches = (wanted: CommissionStage) => at !== null && hasReached(at, wanted);
  const faults: [boolean, string][] = [
    [commission === null && stage !== null, "stage is of a practice review, and there is none."],
    [commission === null && qualityPassed !== null, "qualityPassed is of a practice review, and there is none."],
    [commission === null && ratesAgreed !== null, "ratesAgreed is of a practice review, and there is none."],
    [
      stage !== null && CAME_TO_NOTHING.includes(stage),
      `stage is ${words(stage ?? "")}: such a review comes to nothing.`,
    ],
    [
      commission !== null && stage !== null && !CAME_TO_NOTHING.includes(stage) && !hasReached(stage, commission.stage),
      `stage is behind ${words(commission?.stage ?? "")}, where the review stands.`,
    ],
    [
      commission !== null && qualityPassed === true && !reaches(QUALITY_ASSURANCE),
      `qualityPassed comes with quality assurance, and the review stands at ${words(at ?? "")}.`,
    ],
    [qualityPassed === false && commission?.qualityPassed === true, "qualityPassed is false, and it was passed."],
    [
      qualityPassed === false && commission !== null && commission.qualityPassed !== true && reaches(QUALITY_ASSURANCE),
      `qualityPassed is false, and a review reaches ${words(at ?? "")} only when it was passed.`,
    ],
    [
      ratesAgreed === false && commission !== null && commission.rates.some(({ agreed }) => agreed !== null),
      "ratesAgreed is false, and a day rate is agreed.",
    ],
    [
      ratesAgreed === false &&
        commission !== null &&
        !hasReached(commission.stage, COMMISSIONED) &&
        reaches(COMMISSIONED),
      `ratesAgreed is false, and a review reaches ${words(at ?? "")} only when they are agreed.`,
    ],
    [partner !== null && facts.members.length > 0, "partnerId names somebody, and they work in a pair already."],
    [partner?.personId === around.self.personId, "partnerId names the trainee: a pair is two people."],
  ];
  return [
    ...faultsOfDays("courseDays", courseDays, facts.courseDays),
    ...[...new Set(courseDays)]
      .filter((day) => !around.courseDays.some(({ date }) => date === day))
      .filter((day) => !facts.courseDays.some(({ date }) => date === day))
      .map((day) => `courseDays names ${inWords(day)}, which is no course day of their cohort.`),
    ...faultsOfDays("groupDays", groupDays, facts.groupDays),
    ...[...new Set(groupDays)]
      .filter((day) => scheduled(around.calendar, day)?.cancelled)
      .map((day) => `groupDays names ${inWords(day)}, which is cancelled.`),
    ...twice(evidenceFrom).map((source) => `evidenceFrom names ${source} twice.`),
    ...faults.filter(([is]) => is).map(([, says]) => says),
  ];
};

/** The facts as they would be. What is supposed has an id only where there is such a thing. */
export const supposing = (facts: ReadinessFacts, supposed: Supposed, around: Surroundings): ReadinessFacts => {
  const { commission, window } = facts;
  const { stage, qualityPassed, partner } = supposed;
  const later = [...supposed.groupDays].sort().at(-1) ?? window.until;
  return {
    ...facts,
    courseDays: [...facts.courseDays, ...around.courseDays.filter(({ date }) => supposed.courseDays.includes(date))],
    ...(partner ? { members: [around.self, partner], pairFormedOn: around.today } : {}),
    commission: commission && {
      ...commission,
      stage: stage ?? commission.stage,
      qualityPassed: qualityPassed ?? commission.qualityPassed,
      rates: supposed.ratesAgreed
        ? commission.rates.map((rate) => ({ ...rate, agreed: rate.agreed ?? { text: "a day rate, as supposed" } }))
        : commission.rates,
    },
    groupDays: [
      ...facts.groupDays,
      ...supposed.groupDays.map((date) => ({ id: scheduled(around.calendar, date)?.id, date })),
    ],
    // Days to come count as if they were past; where an assessment ended the matter none does.
    window: { ...window, until: window.until === around.today && later > window.until ? later : window.until },
    evidence: [
      ...facts.evidence,
      ...supposed.evidenceFrom.map((source) => ({ title: "an item, as supposed", source })),
    ],
  };
};
