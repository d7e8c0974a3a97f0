import { In } from "typeorm";
import { Commission } from "../commission/commission.entity";
import type { Context } from "../context";
import { forUpdate } from "../database/database";
import { arrive } from "../evidence/arrive";
import { EvidenceSource } from "../evidence/evidence-source";
import { newId } from "../id";
import { Transaction, transact } from "../mutation/transact";
import { marks } from "../scope/condition";
import { londonDay } from "../time";
import { Trainee } from "../trainee/trainee.entity";
import { Asked, askedBy } from "./asked";
import { Contribution, ContributionPart } from "./contribution.entity";
import { Contributor } from "./contributor.entity";

/** What somebody writes on their page: on which areas, how they know, and whether those it is about may read it. */
export interface Written {
  readonly parts: readonly { readonly areaId: string; readonly text: string }[];
  readonly howKnown: string;
  readonly agreed: boolean;
}

/** The same for every contribution: the trainee reads it, and it must not tell who wrote what. */
const TITLE = "Input from somebody involved in the review";
const TEXT = "Given on a page of their own. What they wrote, and who they are, is told to those who may read it.";

/** Thrown to leave the transaction: the link leads nowhere, or has been used. */
class NotOpen extends Error {
  constructor(readonly asked: Asked | null) {
    super("This link cannot be used.");
  }
}

/**
 * R35: takes what a contributor wrote, once, as evidence from others. Answers whether it was taken now or had been before;
 * null where the link leads nowhere. Nobody is signed in, so its entries have no actor.
 */
export const give = async (ctx: Context, token: string, written: Written): Promise<"now" | "before" | null> => {
  try {
    await transact(ctx, null, async (tx) => {
      const asked = await lockedBy(tx, token);
      if (!asked || asked.given) throw new NotOpen(asked);
      return take(tx, asked, written);
    });
    return "now";
  } catch (error) {
    if (error instanceof NotOpen) return error.asked ? "before" : null;
    throw error;
  }
};

/**
 * Reads what a token leads to and keeps it so until commit. Those it is about first, since whoever is erased is locked
 * before what is held about them: nothing is written about somebody who is being erased.
 */
const lockedBy = async (tx: Transaction, token: string): Promise<Asked | null> => {
  const day = londonDay(tx.ctx.now);
  const asked = await askedBy(tx.rows, token, day);
  if (!asked) return null;
  const people = asked.about.map(({ personId }) => personId);
  const lock = forUpdate(tx.ctx.db.kind);
  await tx.rows(`SELECT id FROM person WHERE id IN (${marks(people)}) ORDER BY id${lock}`, people);
  await tx.rows(`SELECT id FROM contributor WHERE id = ?${lock}`, [asked.contributorId]);
  return askedBy(tx.rows, token, day);
};

const take = async (tx: Transaction, asked: Asked, { parts, howKnown, agreed }: Written): Promise<string> => {
  const { contributorId, commissionId } = asked;
  const areas = asked.areas.filter(({ id }) => parts.some(({ areaId }) => areaId === id));
  const evidenceId = await arrive(tx, {
    ...{ source: EvidenceSource.OTHERS, title: TITLE, text: TEXT, areas, submittedById: null },
    commission: await tx.manager.findOneByOrFail(Commission, { id: commissionId }),
    trainees: await tx.manager.findBy(Trainee, { id: In(asked.about.map(({ id }) => id)) }),
  });
  const { id: contributionId } = await tx.add(Contribution, {
    ...{ id: newId("ctn"), contributorId, evidenceId, howKnown, agreed, givenAt: tx.ctx.now },
  });
  for (const [index, { areaId, text }] of parts.entries()) {
    await tx.add(ContributionPart, { id: newId("ctp"), contributionId, areaId, ordinal: index + 1, text });
  }
  const contributor = await tx.manager.findOneByOrFail(Contributor, { id: contributorId });
  await tx.change(Contributor, contributor, { givenAt: tx.ctx.now });
  tx.append("ContributionGiven", contributor, { commissionId }, { contributionId, evidenceId });
  return contributionId;
};
