import { FacetBar } from "@/app/_ui/kit/FacetBar";
import { ListNotes } from "@/app/_ui/kit/ListNotes";
import { ViewTabs } from "@/app/_ui/kit/ViewTabs";
import { readQuery } from "@/lib/names/rules";

const tools = [
  { value: "1", label: "Think.Coop", count: 4 },
  { value: "2", label: "Start.Coop", count: 6 },
  { value: "3", label: <bdi lang="ar">أداة محلية</bdi>, count: 1 },
];

/** Views as tabs, a search, filters that are chosen and not, one that offers nothing, and what was passed over. */
export function FacetStates() {
  return (
    <div>
      <ViewTabs
        views={[
          { key: "all", href: "/kit?part=facets", label: "All", count: 10, here: true },
          { key: "open", href: "/kit?part=facets&state=open", label: "Open", count: 3, here: false },
          { key: "own", href: "/kit?part=facets&tool=2", label: "N".repeat(60), here: false },
        ]}
      />
      <ListNotes gone={["since"]} otherPage />
      <FacetBar
        path="/kit"
        said={{ part: "facets" }}
        search={{ label: "Title, place or person", query: readQuery("") }}
        facets={[
          { name: "tool", label: "Tool", chosen: "2", options: tools },
          {
            name: "country",
            label: "Country",
            chosen: null,
            options: [
              { value: "JO", label: "Jordan", count: 6 },
              { value: "LB", label: "Lebanon", count: 2 },
            ],
          },
          { name: "language", label: "Language", chosen: null, options: [] },
        ]}
      />
    </div>
  );
}
