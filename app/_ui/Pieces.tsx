import { Children, type ReactNode } from "react";
import { dotBetween } from "@/lib/i18n/rules";

/** Things in a line with a dot between them, each dot held to the thing after it; what is not there leaves no dot. */
export const Pieces = ({ children }: { children: ReactNode }) =>
  Children.toArray(children)
    .filter((piece) => piece !== "")
    .flatMap((piece, place) => (place === 0 ? [piece] : [dotBetween, piece]));
