import { Written } from "./Written";
/** A session in a line: tool and module where it teaches one, then what it is called. */
export const SessionTitle = ({ code, name }: { code?: string; name: string }) => (
  <>
    {code ? (
      <bdi dir="ltr" className="kept">
        {code}
      </bdi>
    ) : null}
    {code ? " – " : null}
    <Written>{name}</Written>
  </>
);
