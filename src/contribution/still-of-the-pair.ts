/** Whether whom somebody is asked about (`a`) is of the pair that conducts the review (`c`) now. */
export const STILL_OF_THE_PAIR = `EXISTS (SELECT 1 FROM pair_member n
  WHERE n.pairId = c.pairId AND n.traineeId = a.traineeId)`;
