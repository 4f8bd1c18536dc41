import { Plus, Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Popovers } from "@/app/_ui/kit/Popovers";
import { Toast } from "@/app/_ui/kit/Toast";
import { type View, ViewTabs } from "@/app/_ui/kit/ViewTabs";
import { Written } from "@/app/_ui/Written";
import type { OwnView } from "@/lib/views/queries";
import type { ViewList } from "@/lib/views/rules";
import { DeleteViewForm, RenameViewForm, RestoreViewForm, SaveViewForm } from "./forms";
import "@/app/_ui/kit/popover.css";

/**
 * The views of a list as tabs: those that every list of its kind has, then one's own. The list as it is narrowed now can
 * be saved; the view that is open can be renamed or deleted.
 */
export function SavedViews({
  list,
  path,
  query,
  shipped,
  own,
  deleted,
  plain = shipped.some((view) => view.here),
}: {
  list: ViewList;
  path: string;
  /** What the address says now, without the page. */
  query: string;
  shipped: readonly View[];
  own: readonly OwnView[];
  /** The view that was just deleted. */
  deleted: { id: number; name: string } | null;
  /** True where the list is one that every list of its kind has, which need not be saved. */
  plain?: boolean;
}) {
  const t = useTranslations("views");
  const here = own.find((view) => view.query === query);
  const views = [
    ...shipped.map((view) => ({ ...view, here: view.here && !here })),
    ...own.map((view) => ({
      key: `own-${view.id}`,
      href: view.query ? `${path}?${view.query}` : path,
      label: <Written>{view.name}</Written>,
      here: view === here,
    })),
  ];
  return (
    <>
      {deleted ? (
        <Toast
          of={`view ${deleted.id}`}
          undo={
            <RestoreViewForm>
              <Hidden name="viewId" value={deleted.id} />
              <Hidden name="back" value={path} />
              <Submit tone="quiet" busy={t("saving")}>
                {t("undo")}
              </Submit>
            </RestoreViewForm>
          }
        >
          {t("deleted", { name: deleted.name })}
        </Toast>
      ) : null}
      <ViewTabs views={views}>
        {here ? (
          <EditView view={here} path={path} />
        ) : query && !plain ? (
          <SaveView list={list} query={query} />
        ) : null}
      </ViewTabs>
    </>
  );
}

function SaveView({ list, query }: { list: ViewList; query: string }) {
  const t = useTranslations("views");
  return (
    <details className="pop views-fold" data-popover suppressHydrationWarning>
      <summary>
        <Plus size={16} aria-hidden />
        {t("save")}
      </summary>
      <div className="pop-list">
        <SaveViewForm className="grid gap-3" done={t("saved")}>
          <Hidden name="list" value={list} />
          <Hidden name="query" value={query} />
          <TextField name="name" label={t("name")} hint={t("nameHint")} />
          <div>
            <Submit busy={t("saving")}>{t("saveNow")}</Submit>
          </div>
        </SaveViewForm>
      </div>
      <Popovers />
    </details>
  );
}

function EditView({ view, path }: { view: OwnView; path: string }) {
  const t = useTranslations("views");
  return (
    <details className="pop views-fold" data-popover suppressHydrationWarning key={view.id}>
      <summary>
        <Settings2 size={16} aria-hidden />
        {t("edit")}
      </summary>
      <div className="pop-list">
        <RenameViewForm className="grid gap-3" defaults={{ name: view.name }} done={t("renamed")}>
          <Hidden name="viewId" value={view.id} />
          <TextField name="name" label={t("name")} hint={t("nameHint")} />
          <div>
            <Submit tone="quiet" busy={t("saving")}>
              {t("rename")}
            </Submit>
          </div>
        </RenameViewForm>
        <DeleteViewForm className="pop-rule pt-3">
          <Hidden name="viewId" value={view.id} />
          <Hidden name="back" value={path} />
          <Submit tone="stop" busy={t("saving")}>
            {t("delete")}
          </Submit>
        </DeleteViewForm>
      </div>
      <Popovers />
    </details>
  );
}
