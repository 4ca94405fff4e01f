import { useMe, useSessionEnded, setEnded } from "../../app/session.tsx";
import { useSignInText } from "../../locales/sign-in.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** The session ended while somebody was at work: asks for the password above the page, which stays. */
export function SignInDialog() {
  const words = useSignInText();
  const me = useMe();
  const ended = useSessionEnded();
  return (
    <Dialog open={ended} onOpenChange={setEnded} title={words.endedTitle} description={words.ended}>
      <SignInForm email={me.email} />
    </Dialog>
  );
}
