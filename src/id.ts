import { typeid } from "typeid-js";

/** A new TypeID: the prefix names the type, the rest is a UUIDv7, so ids sort by the time they were made. */
export const newId = (prefix: string): string => typeid(prefix).toString();

const FORM = /^([a-z]{2,8})_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** The prefix of a well-formed id, or null: a malformed id is the id of nothing. */
export const prefixOf = (id: string): string | null => FORM.exec(id)?.[1] ?? null;
