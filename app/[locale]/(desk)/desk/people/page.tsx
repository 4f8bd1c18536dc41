import { Plus } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import {
  asking,
  key,
  oneOf,
  pageKey,
  pageKeyOf,
  passedOver,
  query,
  type SearchParams,
  saidOf,
} from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { peopleList } from "@/lib/people/queries";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted } from "@/lib/result";
import { deletedView, ownViews } from "@/lib/views/queries";
import { SavedViews } from "../_views/SavedViews";
import { PeopleTable } from "./PeopleTable";

export const generateMetadata = async () => ({ title: (await getTranslations("people"))("title") });

const filters = { q: query, programme: key, organisation: key, sort: oneOf(["backwards"]) };
const asked = asking({ ...filters, after: pageKey("people"), deleted: key });
const path = "/desk/people";

/** Everyone whom the viewer's programmes know. */
export default async function People({ searchParams }: { searchParams: SearchParams }) {
  const cx = await requireContext("people.read", path);
  const { q, after, deleted, ...said } = await asked(searchParams);
  const reach = gate.reach(cx, "people.read");
  const programmes = programmeList(cx, reach);
  const programme = programmes.find(({ id }) => id === said.programme) ?? null;
  const { organisation: key, sort } = said;
  const organisation = key === null ? null : ifGranted(() => gate.organisation(cx, key));
  const narrowed = {
    programme: programme && String(programme.id),
    organisation: organisation && String(organisation.id),
  };
  const { people, next, more } = q.fault
    ? { people: [], next: null, more: false }
    : peopleList(cx, reach, {
        q: q.q,
        programme: programme?.id ?? null,
        organisation: organisation?.id ?? null,
        after: after.at,
        backwards: sort !== null,
      });
  const frame = await getTranslations("frame");
  const t = await getTranslations("people");
  const filtered = q.typed || q.fault || programme || organisation;
  const self = gate.self(cx);
  const addressed = await saidOf(searchParams, Object.keys(filters));
  return (
    <>
      <PageHead
        title={t("title")}
        action={
          <Link href="/desk/people/new" prefetch={false} className="button-main">
            <Plus size={18} />
            {t("new")}
          </Link>
        }
      />
      <SavedViews
        list="people"
        path={path}
        query={addressed}
        own={ownViews(cx, self, "people")}
        deleted={deletedView(cx, self, deleted)}
        shipped={[{ key: "all", href: path, label: t("all"), here: addressed === "" }]}
      />
      <ListNotes
        gone={await passedOver(searchParams, { ...narrowed, sort, q: q.typed || null }, ["after", "deleted"])}
        otherPage={after.foreign}
      />
      <FacetBar
        path={path}
        said={{ sort }}
        search={{ label: t("search"), hint: frame("findsPeople"), query: q, more }}
        facets={[
          {
            name: "programme",
            label: t("programme"),
            chosen: narrowed.programme,
            options: programmes.map(({ id, title }) => ({
              value: String(id),
              label: <Say text={programmeCalled(title)} />,
            })),
          },
          {
            name: "organisation",
            label: t("organisation"),
            chosen: narrowed.organisation,
            // One is chosen from its page or from a person: there may be thousands.
            options: organisation
              ? [{ value: String(organisation.id), label: <Written>{organisation.name}</Written> }]
              : [],
          },
        ]}
      />
      {people.length === 0 ? (
        <Empty title={filtered ? t("noneFits") : t("none")}>
          {filtered ? <Link href={path}>{t("showAll")}</Link> : t("noneNext")}
        </Empty>
      ) : (
        <PeopleTable
          people={people}
          caption={t("title")}
          byName={{
            href: addressWith(path, {
              q: q.typed || null,
              ...narrowed,
              sort: sort === null ? "backwards" : null,
            }),
            now: sort === null ? "ascending" : "descending",
          }}
        />
      )}
      {next ? (
        <NextPage
          href={addressWith(path, {
            q: q.typed || null,
            ...narrowed,
            sort,
            after: pageKeyOf("people", next),
          })}
        />
      ) : null}
    </>
  );
}
