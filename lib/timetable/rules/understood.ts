import type { Plan, PlannedSession } from "./issues";
import { times } from "./times";

type Taught = { trainers: readonly { id: number }[]; interpretedInto?: readonly string[] | null };

/** True where a trainer of a session is known to speak a language, or somebody interprets into it. */
const isUnderstood = (
  speaks: ((personId: number, language: string) => boolean) | undefined,
  { trainers, interpretedInto }: Taught,
  language: string,
): boolean =>
  (interpretedInto ?? []).includes(language) || trainers.some(({ id }) => speaks?.(id, language) ?? true);

/** Who trains a session, as one text in whatever order they are. */
const whoTrains = ({ trainers }: Pick<Taught, "trainers">): string =>
  trainers
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join(" ");

/** The language of a session's group that nobody who trains it is known to speak, as one thing with its other sessions. */
export const notUnderstood =
  ({ languageOf, speaks }: Plan) =>
  (session: PlannedSession) => {
    const { id, groupId, trainers } = session;
    const language = groupId === null ? undefined : languageOf?.get(groupId);
    if (groupId === null || !language || trainers.length === 0) return [];
    if (isUnderstood(speaks, session, language)) return [];
    const of = `group ${groupId} language ${language}`;
    const by = whoTrains(session);
    const issue = { kind: "language" as const, language, groupId };
    return [{ key: of, of, by, was: `${id} ${times(session)} ${language} ${by}`, issue }];
  };
