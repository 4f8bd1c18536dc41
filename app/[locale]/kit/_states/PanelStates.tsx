"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { BesidePanel } from "@/app/_ui/kit/BesidePanel";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import { Written } from "@/app/_ui/Written";

const people = [
  ["Laila Al-Khatib", "ليلى الخطيب"],
  ["Dina Rawashdeh", "دينا الرواشدة"],
  ["Mustafa Al-Abdallah-Bin-Muhammad-Al-Masri-Al-Hashimi", "مصطفى"],
] as const;
const at = (i: number) => `?part=panel&show=${i}`;

/** One row of a list beside it. */
export function PanelStates() {
  const shown = useSearchParams().get("show");
  const i = Number(shown);
  const person = shown === null ? undefined : people[i];
  return (
    <BesidePanel
      panel={
        person ? (
          <SidePanel
            row={`row-${i}`}
            place={`${i + 1} of ${people.length}`}
            title={person[0]}
            under={<Written>{person[1]}</Written>}
            previous={i > 0 ? at(i - 1) : undefined}
            next={i < people.length - 1 ? at(i + 1) : undefined}
            close={`?part=panel#row-${i}`}
            actions={
              <>
                <button type="button" className="button-main">
                  Accept
                </button>
                <button type="button" className="button">
                  Waiting list
                </button>
              </>
            }
          >
            {Array.from({ length: 12 }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines that fill it
              <p key={line}>Where will you use the tools? With 46 milk producers of North Shuna.</p>
            ))}
          </SidePanel>
        ) : null
      }
    >
      <ul className="card grid gap-2">
        {people.map(([name], index) => (
          <li key={name}>
            <Link
              id={`row-${index}`}
              href={at(index)}
              scroll={false}
              prefetch={false}
              aria-current={index === i && person ? "true" : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </BesidePanel>
  );
}
