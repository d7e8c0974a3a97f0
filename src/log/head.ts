/** Where a Log ended, to note down elsewhere: a Log that was cut or written anew does not have that entry any more. */
export interface Head {
  readonly position: number;
  readonly seal: string;
}

export const writtenHead = ({ position, seal }: Head): string => `${position}:${seal}`;

/** Null when the text is not a head as `writtenHead` writes it. */
export const readHead = (text: string): Head | null => {
  const found = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text);
  return found && { position: Number(found[1]), seal: found[2] as string };
};
