/** The days of the demo's story, counted from the day it is loaded. */
export const daysFrom =
  (today: string) =>
  (offset: number): string => {
    const day = new Date(`${today}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() + offset);
    return day.toISOString().slice(0, 10);
  };

export type DayOf = ReturnType<typeof daysFrom>;
