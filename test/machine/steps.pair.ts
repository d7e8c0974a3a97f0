import { Commission, courseDone, hasReached, isOf, Model, mayAppeal, Pair, Trainee } from "./model";
import { CONFLICT, FORBIDDEN, INVALID, named, Step, somebody, Told, unmet } from "./step";
import { about } from "./steps.commission";
import { words } from "./steps.stage";

/** What goes to the new pair: whatever goes on, and a practice review on which who stays is, or may be, still to be judged. */
const carriesOver = (commission: Commission, stays: Trainee, today: string): boolean => {
  const { accredited, rounds } = stays;
  const { stage, practice } = commission;
  const judged = accredited || rounds.some((one) => one.released && one.outcome !== "FURTHER_EVIDENCE_NEEDED");
  return (
    hasReached(commission, "NEGOTIATING") && (stage !== "CLOSED" || (practice && (!judged || mayAppeal(stays, today))))
  );
};

/** The pair ends, and another of who stays and who comes takes its place. */
const succeed = (model: Model, former: Pair, id: string, stays: Trainee, comes: Trainee): Pair => {
  const joinedOn = new Map(former.joinedOn).set(comes, model.today);
  const trainees = former.trainees.map((one) => (one === stays ? stays : comes));
  const next: Pair = { id, trainees, joinedOn, ended: false, version: 1 };
  former.ended = true;
  former.version += 1;
  for (const one of former.trainees) one.pair = one === stays ? next : null;
  comes.pair = next;
  model.everyPair.push(next);
  model.pairs = model.pairs.map((pair) => (pair === former ? next : pair));
  return next;
};

const replacePartner: Step = {
  mutation: "replacePartner",
  thing: "pair",
  weight: 0.6,
  draw: (model, roll) => {
    const pair = roll.one(roll.chance(0.9) ? model.pairs : model.everyPair);
    const leaves = roll.one(roll.chance(0.95) ? pair.trainees : model.trainees);
    const stays = pair.trainees.find((one) => one !== leaves) as Trainee;
    const free = model.trainees.filter((one) => one.pair === null);
    const comes = roll.one(free.length > 0 && roll.chance(0.7) ? free : model.trainees);
    const joins = roll.chance(0.9) ? comes.person : roll.one(model.people);
    // Somebody accredited comes as a reviewer: here only trainees conduct reviews.
    if (model.trainees.some(({ person, accredited }) => person === joins && accredited)) return null;
    const enrolled = model.trainees.find(({ person }) => person === joins);
    const by = somebody(model, roll, 0.85, ({ lead }) => lead === true);
    const expectedVersion = named(roll, pair.version);
    const reason = words(roll, "A new post, far away.");
    const reviews = model.commissions.filter((one) => one.pair === pair && carriesOver(one, stays, model.today));
    const begun = reviews.some((one) => one.practice && hasReached(one, "SCOPING"));
    const finished = reviews.some((one) => one.practice && hasReached(one, "QUALITY_ASSURANCE"));
    const assesses = pair.trainees.some(({ assessors }) => assessors.includes(joins));
    return {
      by,
      input: {
        ...{ pairId: pair.id, leavingPersonId: leaves.person.id, joiningPersonId: joins.id },
        ...{ reason, expectedVersion },
      },
      obstacles: [
        !by.lead && FORBIDDEN,
        reason === " " && INVALID,
        expectedVersion !== pair.version && CONFLICT,
        (pair.ended || !pair.trainees.includes(leaves) || isOf(pair, joins) || assesses) && INVALID,
        unmet({
          E6: enrolled !== undefined && enrolled.pair === null,
          APPEAL: !mayAppeal(leaves, model.today),
          SUCCESSION: !enrolled || !finished,
          E5: !enrolled || !begun || courseDone(enrolled),
        }),
      ],
      done: (id) => {
        const next = succeed(model, pair, id, stays, enrolled as Trainee);
        const formed = next.trainees.map((one): Told => ({ kind: "PairFormed", about: { traineeId: one.id } }));
        const pairId = { from: pair.id, to: id };
        const personId = { from: leaves.person.id, to: joins.id };
        for (const one of reviews) {
          one.pair = next;
          one.pairs.push(next);
          one.version += 1;
        }
        return [
          { kind: "PairDissolved", about: { traineeId: leaves.id } },
          ...formed,
          ...reviews.map((one) => ({ kind: "CommissionReassigned", about: about(one), facts: { pairId, personId } })),
        ];
      },
    };
  },
};

export const PAIR: readonly Step[] = [replacePartner];
