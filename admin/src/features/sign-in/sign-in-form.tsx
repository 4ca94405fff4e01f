import { useState } from "react";
import { signIn } from "@shopwright/server/contracts/identity";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useTakeSession } from "../../app/session.tsx";
import { useSignInText } from "../../locales/sign-in.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";

/** E-mail and password, then the code where the account asks for one. */
export function SignInForm({ email: known = "" }: { readonly email?: string }) {
  const words = useSignInText();
  const takeSession = useTakeSession();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [askCode, setAskCode] = useState(false);
  const action = useAction(signIn, {
    onDone: (me) => takeSession(me),
    onProblem: (error) => {
      if (hasCode(error, "second_factor_required")) setAskCode(true);
    },
  });
  const submit = (): void => {
    if (action.isPending) return;
    action.mutate({ body: { email, password, ...(askCode ? { code } : {}) } });
  };
  const wait = hasCode(action.error, "too_many_attempts") ? secondsOf(action.error.details) : null;
  return (
    <Form
      onSubmit={submit}
      error={action.error}
      silent={wait === null ? ["second_factor_required"] : ["too_many_attempts"]}
    >
      {askCode ? (
        <CodeStep code={code} onCode={setCode} />
      ) : (
        <>
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            focusFirst={known === ""}
            required
          />
          <PasswordField
            label={words.password}
            showLabel={words.showPassword}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            focusFirst={known !== ""}
            required
          />
        </>
      )}
      {wait !== null && (
        <Notice tone="bad" alert>
          {words.wait(Math.max(1, Math.ceil(wait / 60)))}
        </Notice>
      )}
      <Button type="submit" variant="primary" busy={action.isPending}>
        {words.submit}
      </Button>
      {askCode ? (
        <Button
          variant="ghost"
          onClick={() => {
            setAskCode(false);
            setCode("");
            action.reset();
          }}
        >
          {words.startOver}
        </Button>
      ) : (
        <Link to="/reset" className="justify-self-center py-1">
          {words.forgot}
        </Link>
      )}
    </Form>
  );
}

function CodeStep({
  code,
  onCode,
}: {
  readonly code: string;
  readonly onCode: (code: string) => void;
}) {
  const words = useSignInText();
  const [recovery, setRecovery] = useState(false);
  return (
    <>
      <TextField
        key={recovery ? "recovery" : "app"}
        label={recovery ? words.recoveryCode : words.code}
        hint={recovery ? words.recoveryHint : words.codeHint}
        name="code"
        value={code}
        onChange={onCode}
        inputMode={recovery ? "text" : "numeric"}
        autoComplete="one-time-code"
        className="nums text-lg tracking-widest"
        maxLength={20}
        focusFirst
      />
      <button
        type="button"
        className="justify-self-start text-accent-ink underline-offset-2 hover:underline"
        onClick={() => {
          setRecovery(!recovery);
          onCode("");
        }}
      >
        {recovery ? words.useApp : words.useRecovery}
      </button>
    </>
  );
}

function secondsOf(details: Readonly<Record<string, unknown>>): number | null {
  const seconds = details["retryAfterSeconds"];
  return typeof seconds === "number" ? seconds : null;
}
