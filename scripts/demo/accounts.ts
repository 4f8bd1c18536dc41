import { system, type Viewer, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { useLink as signInByLink } from "../../lib/accounts/commands";
import { createAdministrator } from "../../lib/accounts/commands/administrator";
import { proveContact } from "../../lib/accounts/commands/prove";
import { accountOf } from "../../lib/accounts/queries";
import { demonstrationPassword } from "../../lib/accounts/rules/passwords";
import { linkUseSchema } from "../../lib/accounts/schema";
import { change } from "../../lib/acts/command";
import { addMember, createPerson, giveAccess } from "../../lib/people/commands";
import { accessSchema, membershipSchema, personSchema } from "../../lib/people/schema";
import { as, beginning, done, hourMs, type Story } from "./story";

/** The operator makes the first administrator, before there is anything else. */
export async function tellAdministrator(story: Story): Promise<void> {
  const operator = as(system, beginning);
  const email = "admin@cascade.example";
  done(await createAdministrator(operator, { name: "Amina Diallo", email, password: demonstrationPassword }));
  const { accountId } = accountOf(operator, email)!;
  story.staff = { ...story.staff, amina: viewerOf(operator, accountId) };
}

type Somebody = {
  name: string;
  latinName?: string;
  email?: string;
  phone?: string;
  language: string;
  country: string;
  roles: readonly (readonly [programme: string, role: "coordinator" | "trainer"])[];
};

/** The administrator adds somebody with their roles and hands them a link, with which they choose a password. */
async function join(story: Story, { roles, ...person }: Somebody): Promise<Viewer> {
  const cx = as(story.staff.amina, beginning);
  const { personId } = done(createPerson(cx, personSchema.parse(person)));
  for (const [code, role] of roles)
    done(
      addMember(
        cx,
        membershipSchema.parse({
          personId: String(personId),
          programmeId: String(story.programmes.get(code)),
          role,
        }),
      ),
    );
  const { link } = done(giveAccess(cx, accessSchema.parse({ personId: String(personId) })));
  const token = new URL(link).searchParams.get("token") ?? "";
  const opened = as(visitor, beginning + hourMs);
  const { accountId } = done(
    await signInByLink(opened, linkUseSchema.parse({ token, password: demonstrationPassword }), "demo"),
  );
  // The code that a mail would have brought, which nobody sends here.
  const { email } = person;
  if (email)
    done(
      change(opened, () =>
        proveContact(opened, accountId, { field: "email", value: email, byPersonId: null }, true),
      ),
    );
  return viewerOf(opened, accountId);
}

/** Whoever works with the product gets an account, in the order in which the page to sign in shows them. */
export async function tellAccounts(story: Story): Promise<void> {
  const samar = await join(story, {
    name: "سمر عبد الله",
    latinName: "Samar Abdallah",
    email: "coordinator@cascade.example",
    language: "ar",
    country: "JO",
    roles: [
      ["PROSPECTS", "coordinator"],
      ["Land and Rights", "coordinator"],
      ["Be the Impact", "coordinator"],
    ],
  });
  const joseph = await join(story, {
    name: "Joseph Essomba",
    email: "coordinateur@cascade.example",
    language: "fr",
    country: "CM",
    roles: [["Central Africa", "coordinator"]],
  });
  const rami = await join(story, {
    name: "رامي حداد",
    latinName: "Rami Haddad",
    email: "trainer@cascade.example",
    phone: "+970599123456",
    language: "ar",
    country: "PS",
    roles: [
      ["Be the Impact", "trainer"],
      ["PROSPECTS", "trainer"],
    ],
  });
  const hana = await join(story, {
    name: "هناء شاهين",
    latinName: "Hana Shahin",
    phone: "+962791234567",
    language: "ar",
    country: "JO",
    roles: [],
  });
  story.staff = { ...story.staff, samar, joseph, rami, hana };
}
