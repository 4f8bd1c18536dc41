"use client";

import { useFrame } from "@/app/_ui/form/frame";
import type { ReadList } from "@/lib/faults";

/** A list as it was read. `right`: nothing is wrong with it; `count`: how many are registered by sending it, none while anything is. */
export type Read = { list: ReadList; right: boolean; count: number };

/** How many people of a list are not in the course yet. */
export const leftIn = (list: ReadList): number =>
  list.rows.filter(({ becomes }) => becomes === "new" || becomes === "known").length;

/** The list that came back with an answer; null where none was sent, or something else was amiss. */
export function useRead(): Read | null {
  const { list, accept } = useFrame().faults;
  if (list?.code !== "listToRead" && list?.code !== "listWrong") return null;
  const right = list.code === "listToRead" && !accept;
  return { list: list.list, right, count: right ? leftIn(list.list) : 0 };
}

/** Where in the form a line stands, or the button that registers them. */
export function usePlaceOf(): (line: number | "end") => string {
  const { formId } = useFrame();
  return (line) => `${formId}-line-${line}`;
}
