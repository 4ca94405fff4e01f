import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { acceptInvitation, getInvitation } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useTakeSession } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useSignInText } from "../../locales/sign-in.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PasswordField } from "../../ui/text-field.tsx";
import { Outside } from "./outside.tsx";
import { useLinkToken } from "./token.ts";

/** Someone who was invited joins with a password of their own. */
export default function InvitationPage() {
  const words = useSignInText();
  const token = useLinkToken();
  if (token !== null) return <Invitation token={token} />;
  return (
    <Outside title={words.title}>
      <Notice tone="bad">{words.linkMissing}</Notice>
    </Outside>
  );
}

function Invitation({ token }: { readonly token: string }) {
  const words = useSignInText();
  const errors = useErrorText();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const [password, setPassword] = useState("");
  const join = useAction(acceptInvitation, {
    onDone: (me) => {
      takeSession(me);
      void navigate({ to: "/" });
    },
  });
  // Once it is taken the link is worth nothing; it is not asked about again.
  const unused = !join.isPending && !join.isSuccess;
  const invitation = useRead(getInvitation, { body: { token } }, { enabled: unused });
  if (invitation.error) {
    return (
      <Outside title={words.title}>
        <Notice tone="bad">{sayError(errors, invitation.error)}</Notice>
      </Outside>
    );
  }
  if (!invitation.data) {
    return (
      <Outside title={words.title}>
        <Skeleton className="h-40" />
      </Outside>
    );
  }
  const { name, email, role, shopName } = invitation.data;
  return (
    <Outside
      title={words.invitationTitle(shopName)}
      hint={`${words.invitationFor(name, email)} ${words.role}: ${words.roles[role]}.`}
    >
      <Form onSubmit={() => join.mutate({ body: { token, password } })} error={join.error}>
        {/* Password managers file the password under the address. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
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
        <Button type="submit" variant="primary" busy={join.isPending}>
          {words.join}
        </Button>
      </Form>
    </Outside>
  );
}
