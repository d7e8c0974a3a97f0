import { vatOn } from "../../src/programme/vat";
import { dice } from "../support/dice";

test("R49: VAT on 3,500 pounds is 700 pounds at 20 per cent", () => {
  expect(vatOn(350_000, 20)).toBe(70_000);
});

test.each([
  { pence: 0, percent: 20, vat: 0 },
  { pence: 1, percent: 50, vat: 1 }, // half a penny is rounded up
  { pence: 1, percent: 49, vat: 0 },
  { pence: 10, percent: 5, vat: 1 },
  { pence: 333, percent: 17, vat: 57 },
  { pence: 350_000, percent: 0, vat: 0 },
  { pence: 100_000_000, percent: 100, vat: 100_000_000 },
])("R49: VAT of $percent % on $pence pence is $vat pence", ({ pence, percent, vat }) => {
  expect(vatOn(pence, percent)).toBe(vat);
});

test("R49: VAT is the whole number of pence that is nearest, half a penny up, whatever the fee and the rate", () => {
  const roll = dice(49);
  const tried = Array.from({ length: 20_000 }, () => [Math.floor(roll() * 100_000_001), Math.floor(roll() * 101)]);
  // Exact, without a fraction: twice the difference, in hundredths of a penny, lies within one penny.
  const nearest = ([pence, percent]: number[]) => {
    const over =
      200n * BigInt(vatOn(pence as number, percent as number)) -
      2n * BigInt(pence as number) * BigInt(percent as number);
    return over > -100n && over <= 100n;
  };
  expect(tried.filter((one) => !nearest(one))).toEqual([]);
});
