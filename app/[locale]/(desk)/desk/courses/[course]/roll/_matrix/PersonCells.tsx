"use client";

import { TriangleAlert } from "lucide-react";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import type { PersonRow } from "./cells";

/** Whose row it is, with what tells them from others of their name; a red edge where they are below the minimum. */
export function PersonHead({ person }: { person: PersonRow }) {
  return (
    <span className="attendance-name" data-below={person.share?.below || undefined}>
      <span className="attendance-called">
        <PersonName {...person.names} inLine />
      </span>
      {person.apart ? (
        <span className="attendance-apart">
          <Written>{person.apart}</Written>
        </span>
      ) : null}
    </span>
  );
}

/** How much of the planned minutes somebody attended, against the line of the minimum; and what can no longer be. */
export function ShareBar({
  person: { share, outlook },
  line,
  low,
}: {
  person: PersonRow;
  line: number;
  /** That somebody is below the minimum, in words. */
  low: string;
}) {
  return (
    <span className="attendance-share">
      {share ? (
        <span className="attendance-sum">
          <svg
            viewBox="0 0 100 16"
            preserveAspectRatio="none"
            className="attendance-bar mirrored"
            aria-hidden="true"
          >
            <rect y="4" width="100" height="8" className="attendance-track" />
            <rect
              y="4"
              width={share.percent}
              height="8"
              className="attendance-fill"
              data-below={share.below || undefined}
            />
            <rect x={line - 1} width="2" height="16" className="attendance-line" />
          </svg>
          <span className="attendance-percent" data-below={share.below || undefined}>
            {share.below ? (
              <>
                <svg viewBox="0 0 10 10" className="attendance-low" aria-hidden="true">
                  <path d="M1 2h8l-4 6.5z" />
                </svg>
                <span className="sr-only">{low}</span>{" "}
              </>
            ) : null}
            {share.said}
          </span>
        </span>
      ) : null}
      {outlook ? (
        <span className="attendance-outlook" data-kind={outlook.kind}>
          <TriangleAlert size={14} className="shrink-0" />
          {outlook.said}
        </span>
      ) : null}
    </span>
  );
}
