import { RefreshCw, Rss } from "lucide-react";
import { useState } from "react";
import { listFeeds, refreshFeeds } from "@shopwright/server/contracts/exchange";
import type { FeedView } from "@shopwright/server/contracts/exchange";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";

/** What other people's machines fetch: addresses to copy, and what items lack. */
export function FeedsPanel() {
  const words = useExchangeText();
  const read = useRead(listFeeds, {}, { every: 10_000 });
  const refresh = useAction(refreshFeeds, {
    onDone: () => toast(words.feedsAsked, { tone: "good" }),
  });
  const feeds = read.data?.feeds ?? [];
  return (
    <Panel
      title={words.feedsTitle}
      actions={
        <Button
          size="small"
          icon={RefreshCw}
          busy={refresh.isPending}
          onClick={() => refresh.mutate({ body: { feeds: "all" } })}
        >
          {words.feedsRefresh}
        </Button>
      }
    >
      <p className="mb-2 max-w-prose text-muted">{words.feedsHint}</p>
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && feeds.length === 0 && (
        <EmptyState icon={Rss} title={words.noFeeds}>
          {words.noFeedsHint}
        </EmptyState>
      )}
      <ul className="grid gap-x-8 xl:grid-cols-2">
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </ul>
    </Panel>
  );
}

function FeedRow({ feed }: { readonly feed: FeedView }) {
  const words = useExchangeText();
  const lacking = feed.problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <li className="grid gap-1 border-b border-line py-2.5 last:border-0">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 font-medium">
          {`${words.feedKinds[feed.kind]} · ${feed.market.toUpperCase()} · ${words.locales[feed.locale]}`}
        </span>
        <span className="nums text-[0.8125rem] text-muted">
          {words.feedItems(feed.items)}
          {feed.madeAt !== null && (
            <>
              {" · "}
              <DateTime at={feed.madeAt} />
            </>
          )}
        </span>
        {feed.failure !== null && <StatusBadge tone="bad">{words.exportStates.failed}</StatusBadge>}
      </span>
      {feed.failure !== null && <span className="text-[0.8125rem] text-bad">{feed.failure}</span>}
      {feed.addresses.map((address) => (
        <Address key={address} address={address} />
      ))}
      {lacking > 0 && feed.kind !== "rss" && <Lacks feed={feed} />}
    </li>
  );
}

function Address({ address }: { readonly address: string }) {
  const words = useExchangeText();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => toast(words.copyFailed, { tone: "bad" }),
    );
  };
  return (
    <span className="flex items-center gap-2">
      <a
        className="min-w-0 flex-1 truncate text-[0.8125rem] text-accent-ink hover:underline"
        href={address}
        target="_blank"
        rel="noreferrer"
      >
        {address}
      </a>
      <Button size="small" variant="ghost" onClick={copy}>
        {copied ? words.copied : words.copy}
      </Button>
    </span>
  );
}

function Lacks({ feed }: { readonly feed: FeedView }) {
  const words = useExchangeText();
  return (
    <details className="text-[0.8125rem]">
      <summary className="cursor-pointer text-muted">
        {feed.problems.map(({ lacks, count }) => words.feedLacks[lacks](count)).join(" · ")}
      </summary>
      <dl className="mt-1 grid gap-1">
        {feed.problems.map(({ lacks, count, examples }) => (
          <div key={lacks}>
            <dt className="font-medium">{words.feedLacks[lacks](count)}</dt>
            <dd className="break-words text-muted">
              {examples.join(", ")}
              {count > examples.length && ` … ${words.more(count - examples.length)}`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
