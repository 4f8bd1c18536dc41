import { dashBetween, dotBetween } from "@/lib/i18n/rules";
import { Written } from "./Written";

/** A session in a line: tool and module where it teaches one, what it is called, and for which group it is. */
export const SessionTitle = ({
  code,
  name,
  group = null,
}: {
  code?: string;
  name: string;
  group?: string | null;
}) => (
  <>
    {code ? (
      <bdi dir="ltr" className="whitespace-nowrap">
        {code}
      </bdi>
    ) : null}
    {code ? dashBetween : null}
    <Written>{name}</Written>
    {group ? (
      <>
        {dotBetween}
        <Written>{group}</Written>
      </>
    ) : null}
  </>
);
