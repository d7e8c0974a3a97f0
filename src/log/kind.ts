import { RowName } from "../scope/table";

/** What a kind of entry is declared by. */
export interface Kind {
  /** The row of "who may see what" under which such an entry falls. */
  readonly sees: RowName;
  /** Whether it has been opened to those the row keeps waiting until then. */
  readonly opened?: "released" | "shared";
  /** Nobody where it follows from what somebody else did, who may be a stranger to whoever is told of it. */
  readonly actor?: "nobody";
  /** Whether it changes what somebody may see: scopes are read anew before what follows is delivered. */
  readonly changesScope?: true;
  /**
   * Whether such an entry must say why: always, or where it corrects what was recorded before, or may. Others say
   * nothing of it.
   */
  readonly reason?: "required" | "to correct" | "if told";
  /**
   * Where the id of the thing stands whose content the facts repeat, so that reading them opens it: `subjectId` or a
   * fact. Null where they repeat nothing of it.
   */
  readonly opens?: string | null;
  /** What the facts of such an entry may hold: everybody who sees the entry sees all of it. */
  readonly facts: readonly string[];
  readonly description: string;
}
