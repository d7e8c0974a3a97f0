/** The numbers that must be shown by a test, or by the field where the office types in what the source has lost. */
export const COMPLETE: readonly number[] = [
  2, 9, 12, 13, 14, 19, 20, 21, 22, 23, 24, 25, 26, 27, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 46, 48, 49,
];
