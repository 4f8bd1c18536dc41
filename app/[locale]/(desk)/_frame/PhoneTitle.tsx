"use client";

import { ArrowLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Written } from "@/app/_ui/Written";

/** A page that has others below it: its address, its name, and how the way back to it is called. */
export type Above = { href: string; name: string; back: string };

const coursePart = /^(\/desk\/courses\/\d+)(?:\/([a-z]+))?(\/.+)?$/;

/** The page above an address: of a part of a course, the course's first; of what is in a part, the part. */
function aboveOf(path: string, places: readonly Above[], parts: readonly Above[]): Above | undefined {
  const [, course, part, below] = coursePart.exec(path) ?? [];
  if (course && part) {
    const href = below ? `/${part}` : "";
    const found = parts.find((of) => of.href === href) ?? parts.find((of) => of.href === "");
    if (found) return { ...found, href: course + found.href };
  }
  return places.find(({ href }) => path.startsWith(`${href}/`));
}

/** On a phone, above: the product's sign on the first pages, else the way back, by the name of what it leads to. */
export function PhoneTitle({
  places,
  parts,
  children,
}: {
  places: readonly Above[];
  /** The parts of a course, by what is added to its address. */
  parts: readonly Above[];
  children: ReactNode;
}) {
  const above = aboveOf(usePathname(), places, parts);
  if (!above) return children;
  return (
    <a href={above.href} className="desk-back" aria-label={above.back}>
      <ArrowLeft size={20} className="mirrored" />
      <Written>{above.name}</Written>
    </a>
  );
}
