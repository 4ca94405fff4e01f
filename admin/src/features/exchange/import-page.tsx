import { Download } from "lucide-react";
import { useState } from "react";
import {
  getImport,
  importReport,
  listImports,
  runImport,
  stopImport,
} from "@shopwright/server/contracts/exchange";
import type { ImportView } from "@shopwright/server/contracts/exchange";
import { addressOf } from "../../api/shop.ts";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { formatLabel } from "./field-label.ts";
import { ImportItems } from "./import-items.tsx";
import { ImportStateBadge, ProgressBar } from "./import-state.tsx";
import { MappingForm } from "./mapping-form.tsx";

const underWay = (state: ImportView["state"]): boolean =>
  state === "reading" || state === "checking" || state === "running";

/** One file: its columns, what it would do, and what it did. */
export default function ImportPage() {
  const id = usePageParam("importId");
  const words = useExchangeText();
  const [remapping, setRemapping] = useState(false);
  const first = useRead(getImport, { params: { id } });
  const busy =
    first.data?.id === id && (underWay(first.data.state) || first.data.pictures.waiting > 0);
  // Asked again while something happens, from wherever one comes back to this page.
  useRead(getImport, { params: { id } }, busy ? { every: 1_500 } : {});
  if (first.data?.id !== id) {
    if (first.error) return <ErrorState error={first.error} onRetry={() => void first.refetch()} />;
    return <PageSkeleton />;
  }
  const found = first.data;
  const mapping = found.state === "mapping" || remapping;
  return (
    <Page
      title={found.fileName}
      back={{ to: "/exchange", label: words.title }}
      aside={<ImportStateBadge row={found} />}
      actions={<ImportActions found={found} />}
    >
      {found.problem !== null && (
        <Notice tone="bad" alert>
          {words.problems[found.problem] ?? found.problem}
        </Notice>
      )}
      {underWay(found.state) && <UnderWay found={found} />}
      {mapping ? (
        <MappingForm key={found.version} found={found} onChecked={() => setRemapping(false)} />
      ) : (
        <Checked found={found} onRemap={() => setRemapping(true)} />
      )}
    </Page>
  );
}

function UnderWay({ found }: { readonly found: ImportView }) {
  const words = useExchangeText();
  const done = Math.round((found.progress ?? 0) * found.items);
  return (
    <Panel>
      <output className="grid gap-2">
        <ProgressBar label={words.progress} value={found.progress} />
        <p className="nums text-[0.8125rem] text-muted">
          {found.state === "reading"
            ? words.rowsRead(found.rows)
            : words.ofItems(done, found.items)}
          {` · ${words.leave}`}
        </p>
      </output>
    </Panel>
  );
}

function Checked({ found, onRemap }: { readonly found: ImportView; readonly onRemap: () => void }) {
  const words = useExchangeText();
  const { pictures } = found;
  const any = pictures.kept + pictures.waiting + pictures.refused > 0;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_1fr]">
      <ImportItems found={found} />
      <Panel>
        <div className="grid gap-3">
          <Facts
            facts={[
              [words.columns.kind, words.kinds[found.kind]],
              [words.recognised, words.dialects[found.dialect] ?? found.dialect],
              [words.format, formatLabel(words, found.format)],
              [words.columns.by, found.createdBy.replace(/^staff:/, "")],
              ...(any
                ? ([
                    [
                      words.picturesTitle,
                      words.pictures(pictures.kept, pictures.waiting, pictures.refused),
                    ],
                  ] as const)
                : []),
            ]}
          />
          {(found.counts.refused ?? 0) + pictures.refused > 0 && (
            <a
              className="inline-flex items-center gap-1.5 font-medium text-accent-ink hover:underline"
              href={addressOf(importReport, { params: { id: found.id } })}
              download
            >
              <Download aria-hidden className="size-4 shrink-0" />
              {words.report}
            </a>
          )}
          {(found.state === "checked" || found.state === "failed") && (
            <Button onClick={onRemap}>{words.checkAgain}</Button>
          )}
        </div>
      </Panel>
    </div>
  );
}

function ImportActions({ found }: { readonly found: ImportView }) {
  const words = useExchangeText();
  const [asking, setAsking] = useState<"run" | "stop" | null>(null);
  const params = { id: found.id };
  const changes = [getImport, listImports];
  const run = useAction(runImport, { changes, onDone: () => setAsking(null) });
  const stop = useAction(stopImport, { changes, onDone: () => setAsking(null) });
  const { create = 0, change = 0, kept = 0, refused = 0, unchanged = 0 } = found.counts;
  const work = create + change;
  return (
    <>
      {(underWay(found.state) || found.state === "mapping" || found.state === "checked") && (
        <Button variant="ghost" onClick={() => setAsking("stop")}>
          {underWay(found.state) ? words.stop : words.discard}
        </Button>
      )}
      {found.state === "checked" && (
        <Button variant="primary" disabled={work === 0} onClick={() => setAsking("run")}>
          {work === 0 ? words.nothingToRun : words.run(work)}
        </Button>
      )}
      {asking === "run" && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={words.runTitle}
          description={words.runHint}
          confirm={words.run(work)}
          busy={run.isPending}
          error={run.error}
          effects={[
            { label: words.verdicts.create, value: create },
            { label: words.verdicts.change, value: change },
            { label: words.verdicts.unchanged, value: unchanged },
            { label: words.verdicts.kept, value: kept },
            { label: words.verdicts.refused, value: refused },
          ]}
          onConfirm={() => run.mutate({ params, body: { version: found.version } })}
        />
      )}
      {asking === "stop" && (
        <ConfirmDialog
          open
          danger
          onOpenChange={(open) => !open && setAsking(null)}
          title={underWay(found.state) ? words.stopTitle : words.discardTitle}
          description={underWay(found.state) ? words.stopHint : words.discardHint}
          confirm={underWay(found.state) ? words.stop : words.discard}
          busy={stop.isPending}
          error={stop.error}
          onConfirm={() => stop.mutate({ params })}
        />
      )}
    </>
  );
}
