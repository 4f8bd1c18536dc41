"use client";

import { useTranslations } from "next-intl";
import { useFrame } from "@/app/_ui/form/frame";
import { useErrorText } from "@/app/_ui/form/useErrorText";
import type { ListedPerson, ReadList } from "@/lib/faults";

/** A list as it was read. `right`: nothing is wrong with it; `count`: how many are registered by sending it, none while anything is. */
export type Read = { list: ReadList; right: boolean; count: number };

/** How many people of a list are not in the course yet. */
export const leftIn = (list: ReadList): number =>
  list.rows.filter(({ becomes }) => becomes !== "here" && becomes !== "wrong").length;

/** The lines that have to be corrected first. */
export const wrongIn = (list: ReadList) => list.rows.filter(({ becomes }) => becomes === "wrong");

/** The list that came back with an answer; null where none was sent, or something else was amiss. */
export function useRead(): Read | null {
  const { list, accept } = useFrame().faults;
  if (list?.code !== "listToRead") return null;
  const right = wrongIn(list.list).length === 0 && list.list.beyond === null && !accept;
  return { list: list.list, right, count: right ? leftIn(list.list) : 0 };
}

/** Where in the form a line stands, or the button that registers them. */
export function usePlaceOf(): (line: number | "end") => string {
  const { formId } = useFrame();
  return (line) => `${formId}-line-${line}`;
}

/** What is wrong with a line, a sentence each. */
export function useWrong(): (row: ListedPerson) => string[] {
  const t = useTranslations("peopleList");
  const text = useErrorText();
  return (row) => [...row.faults.map(text), ...row.wrong.map((what) => t(what, { line: row.sameAs ?? 0 }))];
}
