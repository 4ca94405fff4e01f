import { useState } from "react";
import { askPasswordReset, resetPassword } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { useSignInText } from "../../locales/sign-in.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";
import { Outside } from "./outside.tsx";
import { useLinkToken } from "./token.ts";

/** Without a link: asks for one. With the link from the mail: sets the new password. */
export default function ResetPage() {
  const token = useLinkToken();
  return token === null ? <AskForLink /> : <SetPassword token={token} />;
}

function AskForLink() {
  const words = useSignInText();
  const [email, setEmail] = useState("");
  const action = useAction(askPasswordReset);
  return (
    <Outside title={words.resetTitle} hint={words.resetAsk}>
      <Form onSubmit={() => action.mutate({ body: { email } })} error={action.error}>
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          focusFirst
        />
        {action.isSuccess && (
          <Notice tone="good" alert>
            {words.linkSent}
          </Notice>
        )}
        <Button type="submit" variant="primary" busy={action.isPending}>
          {words.sendLink}
        </Button>
        <Link to="/" className="justify-self-center py-1">
          {words.backToSignIn}
        </Link>
      </Form>
    </Outside>
  );
}

function SetPassword({ token }: { readonly token: string }) {
  const words = useSignInText();
  const [password, setPassword] = useState("");
  const action = useAction(resetPassword);
  if (action.isSuccess) {
    return (
      <Outside title={words.resetTitle} hint={words.resetDone}>
        <ButtonLink to="/" variant="primary">
          {words.backToSignIn}
        </ButtonLink>
      </Outside>
    );
  }
  return (
    <Outside title={words.resetTitle}>
      <Form onSubmit={() => action.mutate({ body: { token, password } })} error={action.error}>
        <PasswordField
          label={words.newPassword}
          showLabel={words.showPassword}
          hint={words.passwordRule}
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          focusFirst
        />
        <Button type="submit" variant="primary" busy={action.isPending}>
          {words.setPassword}
        </Button>
      </Form>
    </Outside>
  );
}
