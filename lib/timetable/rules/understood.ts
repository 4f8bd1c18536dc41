type Taught = { trainers: readonly { id: number }[]; interpretedInto?: readonly string[] | null };

/** True where a trainer of a session is known to speak a language, or somebody interprets into it. */
export const isUnderstood = (
  speaks: ((personId: number, language: string) => boolean) | undefined,
  { trainers, interpretedInto }: Taught,
  language: string,
): boolean =>
  (interpretedInto ?? []).includes(language) || trainers.some(({ id }) => speaks?.(id, language) ?? true);

/** Who trains a session, as one text in whatever order they are. */
export const whoTrains = ({ trainers }: Pick<Taught, "trainers">): string =>
  trainers
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join(" ");
