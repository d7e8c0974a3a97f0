import { RELEASED } from "../accreditation/seen";
import type { Context } from "../context";
import { AttendedDay } from "../course/course.rules";
import { Row } from "../database/database";
import { grouped } from "../graph/grouped";
import { visible } from "../graph/rows";
import { thingNamed } from "../graph/thing";
import { prefixOf } from "../id";
import { badInput } from "../operation/errors";
import { PossibleMember } from "../pair/pair.rules";
import { RuleOutcome } from "../rules/outcome";
import { marks, padded } from "../scope/condition";
import { londonDay } from "../time";
import { ReadinessFacts, readiness } from "./readiness.rules";
import type { ReadinessSupposition } from "./supposition.inputs";
import { contradictions, Supposed, Surroundings, supposing } from "./supposition.rules";

type Answer = (traineeId: string, facts: ReadinessFacts) => RuleOutcome | Error;

/** How readiness answers for each of these trainees under a supposition: nothing is stored, nothing is told of it. */
export const underSupposition = async (
  ctx: Context,
  traineeIds: readonly string[],
  said: ReadinessSupposition,
): Promise<Answer> => {
  const partner = said.partnerId == null ? null : await partnerNamed(ctx, said.partnerId);
  const supposed: Supposed = {
    ...{ courseDays: said.courseDays ?? [], groupDays: said.groupDays ?? [], evidenceFrom: said.evidenceFrom ?? [] },
    ...{ stage: said.stage ?? null, qualityPassed: said.qualityPassed ?? null, ratesAgreed: said.ratesAgreed ?? null },
    partner,
  };
  const around = await surroundings(ctx, traineeIds, supposed.groupDays);
  return (traineeId, facts) => {
    const there = around(traineeId);
    const faults = contradictions(facts, supposed, there);
    return faults.length > 0 ? badInput(faults.join(" ")) : readiness(supposing(facts, supposed, there));
  };
};

const NOBODY = "partnerId names nobody, or somebody whose standing is not yours to see.";

/** Somebody as the viewer may know them: what is hidden of them is not there, and who is hidden is nobody. */
const partnerNamed = async (ctx: Context, id: string): Promise<PossibleMember> => {
  const seen = seenOf(ctx, "Person", "name");
  const [person] =
    prefixOf(id) === "per"
      ? await ctx.db.rows(`SELECT t.id, t.name FROM person t WHERE t.id = ? AND ${seen.sql}`, [id, ...seen.values])
      : [];
  if (!person) throw badInput(NOBODY);
  const [trainees, accreditations] = [seenOf(ctx, "Trainee"), seenOf(ctx, "Accreditation")];
  const [enrolled, held] = await Promise.all([
    ctx.db.rows(
      `SELECT t.id, (SELECT p.reference FROM pair p WHERE p.id = t.pairId AND p.dissolvedOn IS NULL) AS pairedAs
       FROM trainee t WHERE t.personId = ? AND t.standing = 'ENROLLED' AND ${trainees.sql}`,
      [id, ...trainees.values],
    ),
    ctx.db.rows(
      `SELECT t.accreditedOn, t.lapsesOn, t.withdrawnOn FROM accreditation t
       WHERE t.personId = ? AND ${RELEASED} AND ${accreditations.sql}`,
      [id, ...accreditations.values],
    ),
  ]);
  return member(person, enrolled[0], held);
};

const seenOf = (ctx: Context, name: string, row?: Parameters<typeof visible>[2]) => {
  const thing = thingNamed(name);
  if (!thing) throw new Error(`${name} is not a thing of the graph.`);
  return visible(ctx, thing, row);
};

const member = (person: Row, trainee: Row | undefined, accreditations: readonly Row[]): PossibleMember => ({
  personId: person.id as string,
  name: person.name as string,
  traineeId: (trainee?.id ?? null) as string | null,
  pairedAs: (trainee?.pairedAs ?? null) as string | null,
  accreditations: accreditations as never,
});

/** Who each trainee is, the days of their course, and the supposed group days that are in the calendar. */
const surroundings = async (
  { db, now }: Context,
  traineeIds: readonly string[],
  groupDays: readonly string[],
): Promise<(traineeId: string) => Surroundings> => {
  const ids = padded([...new Set(traineeIds)]);
  const dates = padded([...new Set(groupDays)]);
  const [people, days, sessions] = await Promise.all([
    db.rows(
      `SELECT r.id AS traineeId, p.id, p.name FROM trainee r JOIN person p ON p.id = r.personId
       WHERE r.id IN (${marks(ids)})`,
      ids,
    ),
    db.rows(
      `SELECT r.id AS traineeId, d.id, d.number, d.date FROM trainee r JOIN course_day d ON d.cohortId = r.cohortId
       WHERE r.id IN (${marks(ids)})`,
      ids,
    ),
    groupDays.length === 0
      ? []
      : db.rows(
          `SELECT id, date, cancelledAt FROM supervision_session
           WHERE kind = 'GROUP' AND date IN (${marks(dates)}) ORDER BY id`,
          dates,
        ),
  ]);
  const courseDays = grouped(days, ({ traineeId }) => traineeId);
  const calendar = sessions.map(({ id, date, cancelledAt }) => ({
    ...{ id: id as string, date: date as string, cancelled: cancelledAt !== null },
  }));
  return (traineeId) => {
    const person = people.find((row) => row.traineeId === traineeId) as Row;
    return {
      today: londonDay(now),
      self: member(person, { id: traineeId }, []),
      courseDays: (courseDays.get(traineeId) ?? []).map(
        ({ id, number, date }) => ({ id, number: Number(number), date }) as AttendedDay,
      ),
      calendar,
    };
  };
};
