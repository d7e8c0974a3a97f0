import {
  AREAS,
  Commission,
  Item,
  isMember,
  isOf,
  isStaff,
  isTheirOwn,
  Meant,
  Model,
  Person,
  seesCommission,
  seesRound,
  seesTrainee,
  Trainee,
} from "./model";
import type { Roll } from "./roll";
import { ABSENT, CONFLICT, FORBIDDEN, INVALID, named, Refusal, Step, somebody, Told, unmet } from "./step";
import { recent } from "./steps.commission";
import { words } from "./steps.stage";

const SPEAKS: Record<string, readonly string[]> = {
  DOCUMENT: ["SELF", "PARTNER", "LEAD"],
  OTHERS: ["PARTNER", "SUPERVISOR", "LEAD"],
  TRAINEE: ["SELF"],
};

/** What somebody is to a trainee, when they give evidence about them. */
const speaksAs = ({ pair }: Commission, trainee: Trainee, by: Person): string[] => {
  if (trainee.person === by) return ["SELF"];
  const is = [
    trainee.pair === pair && isOf(pair, by) && "PARTNER",
    trainee.supervisor === by && "SUPERVISOR",
    by.lead && "LEAD",
  ];
  return is.filter((one) => typeof one === "string");
};

/** An item is seen by those it is about, their staff and whoever wrote it. */
const seesItem = ({ about, by: writer }: Item, by: Person): boolean =>
  writer === by || by.lead === true || about.some((trainee) => trainee.person === by || isStaff(trainee, by));

const isReplaced = ({ items }: Model, item: Item): boolean => items.some(({ replaces }) => replaces === item);

/** One's own that was returned, once, and from the same source and review, about the same people. */
const mayReplace = (model: Model, by: Person, { commission, source, about, replaces }: Meant): boolean =>
  replaces === null ||
  (replaces.by === by &&
    replaces.state === "RETURNED" &&
    !isReplaced(model, replaces) &&
    replaces.source === source &&
    replaces.commission === commission &&
    replaces.about.length === about.length &&
    replaces.about.every((trainee) => about.includes(trainee)));

/** What somebody means to submit, mostly theirs to say; now and then in the place of what was returned. */
export const meaning = (model: Model, roll: Roll): { by: Person; meant: Meant } | null => {
  if (model.commissions.length === 0) return null;
  const returned = model.items.filter((item) => item.state === "RETURNED" && !isReplaced(model, item));
  const replaces = roll.chance(0.3)
    ? (roll.one(returned.length > 0 && roll.chance(0.9) ? returned : model.items) ?? null)
    : null;
  const alike = replaces !== null && roll.chance(0.9);
  const commission = alike ? replaces.commission : recent(model, roll);
  const { trainees } = commission.pair;
  const about = alike ? [...replaces.about] : roll.chance(0.1) ? [...trainees] : [roll.one(trainees)];
  if (roll.chance(0.05)) about.push(roll.one(model.trainees));
  const isMeant = (person: Person) =>
    alike ? person === replaces.by : about.some((one) => speaksAs(commission, one, person).length > 0);
  const by = somebody(model, roll, 0.85, isMeant);
  const source = alike ? replaces.source : roll.one(Object.keys(SPEAKS));
  const area = roll.chance(0.95) ? roll.one(AREAS) : "C9";
  return { by, meant: { commission, source, about, area, title: words(roll, "The narrative"), replaces } };
};

/** Whether somebody may give evidence at all, and this item is one. */
export const given = (model: Model, by: Person, { title, about }: Meant) => [
  !isMember(model, by) && !by.supervisor && !by.lead && FORBIDDEN,
  (title === " " || about.length > 2) && INVALID,
];

/** What stands in the way of an item: as it is submitted, and as it is drafted. */
export const standing = (model: Model, by: Person, meant: Meant): (Refusal | false)[] => {
  const { commission, source, about, area, replaces } = meant;
  const speakers = about.map((trainee) => speaksAs(commission, trainee, by));
  const foreign = about.some((trainee) => trainee.pair !== commission.pair) || new Set(about).size < about.length;
  return [
    !seesCommission(commission, by) && ABSENT,
    about.some((trainee) => !seesTrainee(model, trainee, by)) && ABSENT,
    replaces !== null && !seesItem(replaces, by) && ABSENT,
    speakers.some((is) => is.length === 0) && FORBIDDEN,
    faults(foreign || !mayReplace(model, by, meant), area === "C9"),
    unmet({ E20: speakers.every((is) => is.some((one) => SPEAKS[source]?.includes(one))) }),
  ];
};

/** Faults of one list are told at once. */
const faults = (invalid: boolean, absent: boolean): Refusal | false =>
  (invalid || absent) && [invalid && INVALID, absent && ABSENT].filter(Boolean).join(" ");

export const asInput = ({ commission, source, about, area, title, replaces }: Meant) => ({
  ...{ commissionId: commission.id, source, title, text: "Who did what, and why it made sense." },
  ...{ traineeIds: about.map(({ id }) => id), areaIds: [area] },
  ...(replaces && { replacesId: replaces.id }),
});

/** It comes to stand among the evidence, and each whom it is about is told. */
export const arrive = ({ items }: Model, id: string, by: Person, meant: Meant): Told[] => {
  const { commission, source, about, area, title, replaces } = meant;
  items.push({ ...meant, id, by, state: "SUBMITTED", version: 1 });
  const facts = {
    source,
    title,
    areas: [area],
    commissionId: commission.id,
    ...(replaces && { replacesId: replaces.id }),
  };
  return about.map((trainee) => ({ kind: "EvidenceSubmitted", about: { traineeId: trainee.id }, facts }));
};

const submitEvidence: Step = {
  mutation: "submitEvidence",
  thing: "evidence",
  weight: 9,
  draw: (model, roll) => {
    const { by, meant } = meaning(model, roll) ?? {};
    if (!by || !meant) return null;
    return {
      by,
      input: asInput(meant),
      obstacles: [...given(model, by, meant), ...standing(model, by, meant)],
      done: (id) => arrive(model, id, by, meant),
    };
  },
};

/** What a decision rests on stays as it is: as far as whoever asks knows of the decision. */
const decidedOn = (model: Model, by: Person, item: Item): boolean =>
  model.trainees.some(({ rounds }) =>
    rounds.some((round) => round.outcome !== null && round.judgedOn.includes(item) && seesRound(round, by)),
  );

/** An item is in another state: each whom it is about is told. */
const moved = (item: Item, to: Item["state"], kind: string): Told[] => {
  const { about, source, title, commission, state: from } = item;
  const facts = { source, title, commissionId: commission.id, from, to };
  item.state = to;
  item.version += 1;
  return about.map((trainee) => ({ kind, about: { traineeId: trainee.id }, facts }));
};

/** Mostly what counts, or was returned and may be taken back. */
const anItem = ({ items }: Model, roll: Roll): Item | undefined => {
  const there = items.filter(({ state }) => state !== "WITHDRAWN");
  return roll.one(there.length > 0 && roll.chance(0.9) ? there.slice(-12) : items);
};

/** Their staff return an item, or a programme lead: nobody their own, or one about themself or their pair partner. */
const returns = ({ by: writer, about }: Item, by: Person): boolean =>
  writer !== by &&
  !about.some((trainee) => isTheirOwn(trainee, by)) &&
  (by.lead === true || about.some((trainee) => isStaff(trainee, by)));

const returnEvidence: Step = {
  mutation: "returnEvidence",
  thing: "evidence",
  weight: 0.9,
  draw: (model, roll) => {
    const item = anItem(model, roll);
    if (!item) return null;
    const by = somebody(model, roll, 0.6, (person) => returns(item, person));
    const expectedVersion = named(roll, item.version);
    const reason = words(roll, "Say who decided it.");
    return {
      by,
      input: { evidenceId: item.id, reason, expectedVersion },
      obstacles: [
        !by.supervisor && !by.assessor && !by.lead && FORBIDDEN,
        reason === " " && INVALID,
        !seesItem(item, by) && ABSENT,
        !returns(item, by) && FORBIDDEN,
        expectedVersion !== item.version && CONFLICT,
        (item.state !== "SUBMITTED" || decidedOn(model, by, item)) && INVALID,
      ],
      done: () => {
        const told = moved(item, "RETURNED", "EvidenceReturned");
        const isAbout = item.about.some(({ person }) => person === item.by);
        const facts = { from: "SUBMITTED", to: "RETURNED" };
        return isAbout ? told : [...told, { kind: "EvidenceReturnedToWriter", facts }];
      },
    };
  },
};

const withdrawEvidence: Step = {
  mutation: "withdrawEvidence",
  thing: "evidence",
  weight: 0.5,
  draw: (model, roll) => {
    const item = anItem(model, roll);
    if (!item) return null;
    const by = somebody(model, roll, 0.8, (person) => person === item.by);
    const expectedVersion = named(roll, item.version);
    const reason = words(roll, "It says too little.");
    const isLeft = item.state !== "WITHDRAWN" && !isReplaced(model, item);
    return {
      by,
      input: { evidenceId: item.id, reason, expectedVersion },
      obstacles: [
        reason === " " && INVALID,
        !seesItem(item, by) && ABSENT,
        item.by !== by && FORBIDDEN,
        expectedVersion !== item.version && CONFLICT,
        (!isLeft || decidedOn(model, by, item)) && INVALID,
      ],
      done: () => moved(item, "WITHDRAWN", "EvidenceWithdrawn"),
    };
  },
};

export const EVIDENCE: readonly Step[] = [submitEvidence, returnEvidence, withdrawEvidence];
