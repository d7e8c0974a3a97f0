import { AudienceId } from "./condition";
import { Relation } from "./table";

export type Ids = Partial<Record<AudienceId, readonly string[]>>;

/** What a viewer may see, as a plain value: equal scopes see the same. */
export interface Scope {
  /** Null without a token: the public part only. */
  readonly personId: string | null;
  /** A programme lead sees everything, less what the table withholds. */
  readonly lead: boolean;
  readonly supervisor: boolean;
  readonly assessor: boolean;
  /** Whether they speak for a board, and whether they are one of a pair: what somebody may do, a lead too. */
  readonly seat: boolean;
  readonly member: boolean;
  /** Whom and what the viewer is related to, by relation. Ids are sorted. */
  readonly ids: Partial<Record<Relation, Ids>>;
}

export const PUBLIC: Scope = {
  personId: null,
  lead: false,
  supervisor: false,
  assessor: false,
  seat: false,
  member: false,
  ids: {},
};

/** One text for scopes that see the same: what subscriptions are grouped by. */
export const scopeKey = ({ personId, ...rest }: Scope): string =>
  // Leads see alike whoever they are: what is withheld from one stands in `ids`.
  JSON.stringify(rest.lead ? rest : { personId, ...rest });
