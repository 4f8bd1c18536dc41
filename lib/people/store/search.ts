import { and, inArray, like, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { contactKeys, persons } from "@/db/schema/people";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { holdersOfSerial } from "../../certificates/store/ofPerson";
import { phoneEnds } from "../../contacts/rules";
import { type ContactSearch, readContact } from "../../contacts/search";
import { hasWords } from "../../names/store";
import { readNumberToQuote } from "../../registrations/rules";
import { holdersOfNumber } from "../../registrations/store/ofPerson";
import { asciiDigits } from "../../text";

/** Condition: the person has this contact, by the hashes that are kept of it. */
function hasContact({ hashes, endsIn }: ContactSearch): SQL | undefined {
  return and(
    sql`${persons.id} in (select ${contactKeys.personId} from ${contactKeys} where ${inArray(contactKeys.hash, hashes)})`,
    or(...endsIn.map((digits) => (digits ? like(persons.phone, `%${digits}`) : sql`1`))),
  );
}

/** A query by which few people are found through an index, so that nobody's name need be read. */
const isLong = (text: string) => text.includes("@") || text.replace(/\D/g, "").length > phoneEnds[0];

/**
 * How people are looked for by what somebody typed: by words of a name or an organisation, or exactly by a contact, the
 * number to quote of a registration (14-1) or the serial of a certificate.
 * @param programmes of which registrations and certificates find their holders.
 */
export function readSearch(
  cx: Context,
  text: string,
  programmes: Programmes,
): { named: boolean; exactly: SQL | undefined } {
  const quoted = readNumberToQuote(text);
  const number =
    quoted && quoted.courseId !== null
      ? inArray(persons.id, holdersOfNumber(quoted.courseId, quoted.number, programmes))
      : undefined;
  const serial = number ? null : holdersOfSerial(text, programmes);
  const contact = readContact(cx.settings.key, text);
  return {
    // No name is written like a number to quote, a phone number or an e-mail address.
    named: !number && !(contact && isLong(asciiDigits(text))),
    exactly: or(
      number,
      contact ? hasContact(contact) : undefined,
      serial ? inArray(persons.id, serial) : undefined,
    ),
  };
}

/**
 * Condition: the person whose key stands in this column of an outer query is found by what somebody typed.
 * @param programmes of which registrations and certificates find their holders.
 */
export function isPersonFoundBy(
  cx: Context,
  personId: SQLiteColumn,
  text: string,
  programmes: Programmes,
): SQL {
  const { named, exactly } = readSearch(cx, text, programmes);
  const found = or(named ? hasWords(sql`${persons.search}`, text) : undefined, exactly);
  return sql`exists (select 1 from ${persons} where ${persons.id} = ${personId} and ${found})`;
}
