import { useTranslations } from "next-intl";
import type { Place } from "./places";

/** What the places of the frame are called. */
export function usePlaceNames(): (place: Pick<Place, "key">) => string {
  const t = useTranslations("frame");
  const d = useTranslations("deskFrame");
  return ({ key }) => (key === "workshop" || key === "observe" ? d(key) : t(key));
}

/** What one of them is called. */
export function PlaceName({ place }: { place: Place }) {
  return usePlaceNames()(place);
}
