import type { PageReply } from "@shopwright/server/kernel/page";
import { pathIn, withQuery } from "../addresses.ts";
import { fieldOf } from "../form.ts";
import { refusalText } from "../locales/index.ts";
import type { Messages } from "../locales/messages.ts";
import { Document } from "../parts/document.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { htmlReply } from "../reply.tsx";
import { loadFrame } from "../visit.ts";
import type { Frame, Visit } from "../visit.ts";

/** The forms through which one comes into an account. */
export interface Entry {
  readonly kind: "sign-in" | "sign-up" | "verify" | "forgot" | "reset";
  /** Code of the refusal that the last attempt ended with, and its reason. */
  readonly refused?: string;
  readonly reason?: string;
  /** A mail was asked for. */
  readonly sent?: boolean;
  readonly said?: string | null;
}

export async function showEntry(visit: Visit, entry: Entry): Promise<PageReply> {
  const frame = await loadFrame(visit);
  const status = entry.refused === undefined ? 200 : 400;
  return htmlReply(<EntryPage frame={frame} entry={entry} />, null, status);
}

interface EntryProps {
  readonly frame: Frame;
  readonly entry: Entry;
}

function EntryPage({ frame, entry }: EntryProps) {
  const { text, locale, path } = frame.visit;
  const words = wordsOf(text, entry.kind);
  return (
    <Document frame={frame} title={words.title} paths={null}>
      <div class="prose">
        <h1>{words.title}</h1>
        {entry.said === "reset" && <Notice tone="good">{text.account.resetDone}</Notice>}
        {entry.refused !== undefined && (
          <Notice tone="bad">{refusedText(text, entry.refused, entry.reason)}</Notice>
        )}
        {entry.sent ? (
          <Notice tone="good">{text.account.mailSent}</Notice>
        ) : (
          <>
            {words.hint && <p>{words.hint}</p>}
            <form class="form" method="post" action={pathIn(locale, path)}>
              <Fields frame={frame} entry={entry} />
              <button class="button button-main" type="submit">
                {words.submit}
              </button>
            </form>
          </>
        )}
        {entry.kind === "sign-in" && <OtherWays frame={frame} />}
      </div>
    </Document>
  );
}

function wordsOf(text: Messages, kind: Entry["kind"]) {
  const { account } = text;
  switch (kind) {
    case "sign-in":
      return { title: account.signIn, submit: account.signIn, hint: "" };
    case "sign-up":
      return { title: account.signUp, submit: account.sendLink, hint: account.signUpHint };
    case "verify":
      return { title: account.confirmTitle, submit: account.confirm, hint: "" };
    case "forgot":
      return { title: account.forgotTitle, submit: account.sendLink, hint: account.forgotHint };
    case "reset":
      return { title: account.resetTitle, submit: account.reset, hint: "" };
  }
}

/** A password that cannot be used says why. */
export function refusedText(text: Messages, code: string, reason: string | undefined): string {
  const reasons: Readonly<Record<string, string>> = text.account.weak;
  const why = code === "weak_password" && reason !== undefined ? reasons[reason] : undefined;
  return why ?? refusalText(text, code);
}

function Fields({ frame, entry }: EntryProps) {
  const { text, request, query } = frame.visit;
  const { kind } = entry;
  const typed = (name: string): string => fieldOf(request, name) || (query.get(name) ?? "");
  const byMail = kind === "verify" || kind === "reset";
  return (
    <>
      {byMail && <input type="hidden" name="token" value={typed("token")} />}
      {kind === "sign-in" && <input type="hidden" name="return" value={typed("return")} />}
      {byMail && typed("token") === "" && <Notice tone="bad">{text.account.linkIncomplete}</Notice>}
      {kind === "verify" && (
        <Field
          name="name"
          label={text.account.name}
          value={typed("name")}
          input={{ autocomplete: "name", required: true, maxLength: 100 }}
        />
      )}
      {!byMail && (
        <Field
          name="email"
          label={text.account.email}
          value={fieldOf(request, "email")}
          input={{ type: "email", autocomplete: "username", required: true, maxLength: 254 }}
        />
      )}
      {(byMail || kind === "sign-in") && (
        <Field
          name="password"
          label={byMail ? text.account.newPassword : text.account.password}
          hint={byMail ? text.account.passwordHint : undefined}
          input={{
            type: "password",
            autocomplete: byMail ? "new-password" : "current-password",
            required: true,
            maxLength: 1024,
          }}
        />
      )}
    </>
  );
}

function OtherWays({ frame }: { readonly frame: Frame }) {
  const { text, locale, query } = frame.visit;
  const back = query.get("return") ?? undefined;
  return (
    <>
      <p>
        <a href={pathIn(locale, "/account/forgot")}>{text.account.forgot}</a>
      </p>
      <section class="boxed">
        <h2 class="small-heading">{text.account.noAccount}</h2>
        <p>{text.account.whyAccount}</p>
        <p>
          <a class="button" href={withQuery(pathIn(locale, "/account/sign-up"), { return: back })}>
            {text.account.signUp}
          </a>
        </p>
      </section>
    </>
  );
}
