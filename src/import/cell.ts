import { strange } from "../mutation/text";

/** What a spreadsheet takes for the beginning of a formula, and would work out when somebody opens the file again. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;
const TELEPHONE = /^\s*\+[\d ()./-]+$/;

/** What stands where a letter could not be read: the sign for it, or half of one. */
const UNREAD = /\uFFFD|\p{Surrogate}/u;

/** Why a cell cannot be taken as it is, whatever it should hold; null where nothing is amiss. */
export const amiss = (cell: string, telephone = false): string | null => {
  if (FORMULA.test(cell) && !(telephone && TELEPHONE.test(cell))) {
    const sign = /^[\t\r]/.test(cell) ? cell[0] : cell.trim()[0];
    return `begins as a formula does: a spreadsheet would work out what follows ${JSON.stringify(sign)}.`;
  }
  const sign = strange(cell, { lines: false });
  if (sign) return sign;
  return UNREAD.test(cell) ? "has letters that could not be read: save the file as UTF-8." : null;
};
