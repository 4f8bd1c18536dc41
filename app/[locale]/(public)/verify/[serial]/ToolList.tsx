import { Written } from "@/app/_ui/Written";
import { versionOnPaper } from "@/app/_words/certificate";
import { messagesOf } from "@/app/_words/messages";
import type { Printed } from "@/lib/certificates/rules/printed";
import { dotBetween, type Locale, runsIn } from "@/lib/i18n/rules";
import type { Named } from "./CertificateFacts";

/** Tools with their modules, in one language. */
export function ToolList({
  named,
  of,
  locale,
}: {
  named: Named;
  of: (text: Printed) => string;
  locale: Locale;
}) {
  const { version } = messagesOf(locale).certificate;
  return (
    <ul className="grid gap-2">
      {named.tools.map((tool) => (
        <li key={tool.name.printed}>
          <bdi className="font-semibold" dir={runsIn(of(tool.name), locale)}>
            {of(tool.name)}
          </bdi>
          {tool.version ? (
            <>
              {dotBetween}
              {version} <Written>{versionOnPaper({ ...tool, version: tool.version }, locale)}</Written>
            </>
          ) : null}
          <ul>
            {tool.modules.map(({ code, title }) => (
              <li key={`${code}${title.printed}`}>
                {code ? (
                  <bdi dir="ltr" className="kept">
                    {code}
                  </bdi>
                ) : null}{" "}
                <bdi dir={runsIn(of(title), locale)}>{of(title)}</bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
