import { dotBetween } from "@/lib/i18n/rules";

/** A venue as lists offer it: with its town where that is not the one of the course. */
export const venueAndTown = (venue: string, town: string | null): string =>
  town === null ? venue : `${venue}${dotBetween}${town}`;
