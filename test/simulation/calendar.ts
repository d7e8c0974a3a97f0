// A calendar of its own, counted in days: what is simulated is not checked by the arithmetic that it uses.

const FIRST = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const LONG = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number => (month === 1 && isLeap(year) ? 29 : (LONG[month] as number));

/** A day, as how many have gone by since the first of the year 2000. */
export type Day = number;

/** Year, month from 0, and date of a day, counted off year by year and month by month. */
const apart = (day: Day): [year: number, month: number, date: number] => {
  let [left, year, month] = [day, 2000, 0];
  for (; left >= (isLeap(year) ? 366 : 365); year += 1) left -= isLeap(year) ? 366 : 365;
  for (; left >= lengthOf(year, month); month += 1) left -= lengthOf(year, month);
  return [year, month, left + 1];
};

const together = (year: number, month: number, date: number): Day => {
  let days = date - 1;
  for (let before = 2000; before < year; before += 1) days += isLeap(before) ? 366 : 365;
  for (let before = 0; before < month; before += 1) days += lengthOf(year, before);
  return days;
};

export const dayOf = (text: string): Day => {
  const [year, month, date] = text.split("-").map(Number) as [number, number, number];
  return together(year, month - 1, date);
};

export const textOf = (day: Day): string => {
  const [year, month, date] = apart(day);
  return [year, String(month + 1).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
};

/** So many months later, on the same date or the month's last. */
export const later = (day: Day, months: number): Day => {
  const [year, month, date] = apart(day);
  const [inYear, inMonth] = [year + Math.floor((month + months) / 12), (month + months) % 12];
  return together(inYear, inMonth, Math.min(date, lengthOf(inYear, inMonth)));
};

export const isMonthsEnd = (day: Day): boolean => apart(day + 1)[2] === 1;

/** Whether clocks in London are an hour ahead at the beginning of a day: from the last Sunday of March to October's. */
const isSummer = (day: Day): boolean => {
  const [year] = apart(day);
  const lastSunday = (month: number): Day => {
    const last = together(year, month, 31);
    return last - ((last + 6) % 7); // the first of the year 2000 was a Saturday
  };
  return day > lastSunday(2) && day <= lastSunday(9);
};

/** The moment at which a day begins in London, and its last one. */
export const beginningOf = (day: Day): Date => new Date(FIRST + day * DAY_MS - (isSummer(day) ? 3_600_000 : 0));
export const endOf = (day: Day): Date => new Date(beginningOf(day + 1).getTime() - 1);
