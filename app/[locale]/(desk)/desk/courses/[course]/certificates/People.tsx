import Link from "next/link";
import type { ReactNode } from "react";
import { PersonName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";

type Somebody = { personId: number; name: string; latinName: string | null };

/** A name, with the way to the person. */
export function Who({ person }: { person: Somebody }) {
  return (
    <Link href={`/desk/people/${person.personId}`} prefetch={false}>
      <PersonName name={person.name} latinName={person.latinName} />
    </Link>
  );
}

/** What there is to say or do about somebody. */
export function Card({ person, children }: { person: Somebody; children: ReactNode }) {
  return (
    <li className="card grid gap-3">
      <p className="font-semibold">
        <Who person={person} />
      </p>
      {children}
    </li>
  );
}

/** A list under its own title, left out where it is empty. */
export function Group<Item>({
  title,
  hint,
  of,
  children,
}: {
  title: string;
  hint: string;
  of: readonly Item[];
  children: (item: Item) => ReactNode;
}) {
  if (of.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      <p className="quiet">{hint}</p>
      <ul className="grid gap-2">{of.map(children)}</ul>
    </div>
  );
}

/** A reason that somebody gave, after what it is a reason for. */
export const Because = ({ label, reason }: { label: string; reason: string | null | undefined }) =>
  reason ? (
    <p className="quiet">
      {label} <Written>{reason}</Written>
    </p>
  ) : null;
