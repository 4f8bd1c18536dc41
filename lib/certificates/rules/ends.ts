import type { CertificateFacts } from "../../../db/values/certificates";

type End = { code: string; until: string };

/** The last of these ends; none of nothing. */
const lastOf = (ends: readonly End[]): string | null =>
  ends.reduce<string | null>((last, { until }) => (last === null || until > last ? until : last), null);

/**
 * What a paper says of these modules: its own last civil day, the last of theirs where nothing ends it before, and the end of each
 * where one comes before that.
 */
export function endsOnPaper(
  ends: readonly End[],
  most: string | null = null,
): { expiresOn: string | null; facts: Pick<CertificateFacts, "ends"> } {
  const expiresOn = most ?? lastOf(ends);
  const said = ends.map(({ code, until }) => ({
    code,
    until: expiresOn !== null && until > expiresOn ? expiresOn : until,
  }));
  return { expiresOn, facts: said.some(({ until }) => until !== expiresOn) ? { ends: said } : {} };
}

/** The last civil day on which all that a paper says holds. */
export const allUntil = (facts: Pick<CertificateFacts, "ends">, expiresOn: string | null): string | null =>
  facts.ends?.map(({ until }) => until).sort()[0] ?? expiresOn;
