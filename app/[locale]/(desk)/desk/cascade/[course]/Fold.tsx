/**
 * Folds away the list that stands right after it, on a screen. The list is beside the `details`, not in it, so that paper has it
 * whole in every browser, and it opens without scripts.
 */
export const Fold = ({ label, of, open = false }: { label: string; of?: string; open?: boolean }) => (
  <details className="cascade-fold" open={open} suppressHydrationWarning>
    <summary>
      {label}
      {of ? <span className="sr-only">: {of}</span> : null}
    </summary>
  </details>
);
