/** R49: VAT on an amount, in pence: rounded to the nearest penny, half a penny up. Whole numbers throughout. */
export const vatOn = (amountMinor: number, vatPercent: number): number =>
  Math.floor((amountMinor * vatPercent + 50) / 100);
