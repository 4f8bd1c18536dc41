/**
 * Whom a batch is for, in a word that a form carries: another where anybody came or went since its page was looked at. A sum
 * over the keys of their registrations (FNV-1a), whatever their order.
 */
export function batchWord(registrationIds: readonly number[]): string {
  let sum = 0x811c9dc5;
  for (const sign of [...registrationIds].sort((a, b) => a - b).join("."))
    sum = Math.imul(sum ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return `${registrationIds.length}-${sum.toString(36)}`;
}
