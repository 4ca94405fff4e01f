import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { getSetUp, setUp } from "@shopwright/server/contracts/identity";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useTakeSession } from "../../app/session.tsx";
import { useSignInText } from "../../locales/sign-in.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";
import { Outside } from "./outside.tsx";

/** An empty shop's first owner: the code from the start, then an account. */
export default function SetUpPage() {
  const words = useSignInText();
  const ui = useUiText();
  const locale = useLocale();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const state = useRead(getSetUp, {});
  const [step, setStep] = useState<"code" | "account">("code");
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const action = useAction(setUp, {
    onDone: (me) => {
      takeSession(me);
      void navigate({ to: "/begin" });
    },
    onProblem: (error) => {
      if (hasCode(error, "wrong_set_up_code")) setStep("code");
    },
  });
  if (state.data?.needed === false && !action.isSuccess) return <Navigate to="/" replace />;
  const submit = (): void => {
    if (action.isPending) return;
    if (step === "code") {
      action.reset();
      setStep("account");
    } else action.mutate({ body: { code, name, email, password, locale } });
  };
  return (
    <Outside title={words.setUpTitle} hint={words.setUpHint}>
      <ol className="mb-4 flex gap-2 text-[0.8125rem]">
        {(["code", "account"] as const).map((each, index) => (
          <li
            key={each}
            aria-current={each === step ? "step" : undefined}
            className={each === step ? "font-semibold text-accent-ink" : "text-muted"}
          >
            {index + 1}. {each === "code" ? words.stepCode : words.stepAccount}
          </li>
        ))}
      </ol>
      <Form onSubmit={submit} error={action.error}>
        {step === "code" ? (
          <TextField
            key="code"
            label={words.setUpCode}
            hint={words.setUpCodeHint}
            name="code"
            value={code}
            onChange={setCode}
            maxLength={40}
            focusFirst
          />
        ) : (
          <>
            <TextField
              key="name"
              label={words.yourName}
              name="name"
              autoComplete="name"
              value={name}
              onChange={setName}
              focusFirst
            />
            <TextField
              label={words.email}
              name="email"
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
            />
            <PasswordField
              label={words.password}
              showLabel={words.showPassword}
              hint={words.passwordRule}
              name="password"
              autoComplete="new-password"
              value={password}
              onChange={setPassword}
            />
            <p className="text-[0.8125rem] text-muted">{words.setUpNext}</p>
          </>
        )}
        <div className="flex gap-2">
          {step === "account" && (
            <Button variant="ghost" onClick={() => setStep("code")}>
              {ui.back}
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            busy={action.isPending}
            disabled={code.trim().length < 4}
            className="flex-1"
          >
            {step === "code" ? words.next : words.create}
          </Button>
        </div>
      </Form>
    </Outside>
  );
}
