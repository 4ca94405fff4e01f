import { useShellText } from "../locales/shell.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { useMe } from "./session.tsx";

/** Until the password that the installation made up has been replaced. */
export function PasswordReminder() {
  const words = useShellText();
  const me = useMe();
  if (!me.passwordIsGenerated) return null;
  return (
    <div className="mx-auto mb-4 max-w-[92rem]">
      <Notice tone="warn">
        {words.generatedPassword}{" "}
        <Link to="/profile" plain className="font-semibold underline">
          {words.changePassword}
        </Link>
      </Notice>
    </div>
  );
}
