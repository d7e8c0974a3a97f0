import { dice } from "../support/dice";

/** Chance that is the same for the same seed. */
export interface Roll {
  /** True so often, from 0 to 1. */
  chance(often: number): boolean;
  /** A whole number from one to another, both among them. */
  whole(least: number, most: number): number;
  one<T>(among: readonly T[]): T;
  /** Each of these as often as it weighs. */
  weighed<T extends { readonly weight: number }>(among: readonly T[]): T;
}

export const rollWith = (seed: number): Roll => {
  const next = dice(seed);
  const one = <T>(among: readonly T[]): T => among[Math.floor(next() * among.length)] as T;
  return {
    chance: (often) => next() < often,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one,
    weighed: (among) => {
      let left = next() * among.reduce((sum, { weight }) => sum + weight, 0);
      return among.find(({ weight }) => {
        left -= weight;
        return left < 0;
      }) as (typeof among)[number];
    },
  };
};
