import { Navigate } from "@tanstack/react-router";
import { getSetUp } from "@shopwright/server/contracts/identity";
import { useRead } from "../../api/use-read.ts";
import { useSignInText } from "../../locales/sign-in.ts";
import { Outside } from "./outside.tsx";
import { SignInForm } from "./sign-in-form.tsx";

/** Shown at whatever address was asked for; after signing in, that page is there. */
export function SignInPage() {
  const words = useSignInText();
  const setUp = useRead(getSetUp, {});
  if (setUp.data?.needed === true) return <Navigate to="/setup" replace />;
  return (
    <Outside title={words.title}>
      <SignInForm />
    </Outside>
  );
}
