import { getTranslations } from "next-intl/server";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { OnPaper } from "@/app/_ui/OnPaper";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { GrantedCourse } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { registeredByName } from "@/lib/registrations/queries";
import { countedByPlace } from "@/lib/registrations/rules";

/** Who is registered in a course that another programme leads: names and how each stands, to read. */
export async function SharedPeople({
  cx,
  course,
  after,
}: {
  cx: Context;
  course: GrantedCourse<"registered.read">;
  after: string | null;
}) {
  const t = await getTranslations("registrations");
  const s = await getTranslations("sharing");
  const { rows, next, counts } = registeredByName(cx, course, after);
  const groups = rows.some(({ group }) => group !== null);
  const base = `/desk/courses/${course.id}/registrations`;
  return (
    <div className="grid gap-3 min-w-0">
      <p>{t("counts", { ...countedByPlace(counts), capacity: course.capacity })}</p>
      <p className="quiet max-w-prose">{s("namesAlone")}</p>
      {rows.length === 0 ? (
        <Empty title={t("none")} />
      ) : (
        <Table
          caption={t("title")}
          columns={[
            { key: "person", label: t("person") },
            { key: "organisation", label: t("organisation") },
            ...(groups ? [{ key: "group", label: s("group") }] : []),
            { key: "state", label: t("state") },
          ]}
        >
          <tbody>
            {rows.map((row) => (
              <Row key={row.registrationId}>
                <RowHead under={<OtherName of={row} />}>
                  <FirstName of={row} />
                </RowHead>
                <Cell>{row.organisation ? <Written>{row.organisation}</Written> : null}</Cell>
                {groups ? <Cell>{row.group ? <Written>{row.group}</Written> : null}</Cell> : null}
                <Cell at="state">
                  <RegistrationBadge state={row.state} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {next === null ? null : <NextPage href={`${base}?after=${encodeURIComponent(next)}`} />}
      <OnPaper courseId={course.id} of={["participants", "sheet"]} />
    </div>
  );
}
