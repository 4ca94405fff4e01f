import { encode } from "uqr";
import { useMemo, useState } from "react";
import { beginTotp, confirmTotp } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { useMe, useTakeSession } from "../../app/session.tsx";
import { useStaffText } from "../../locales/staff.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Password, then a picture to scan and its first code, then the recovery codes. */
export function SetUpFactorDialog({ onClose }: { readonly onClose: () => void }) {
  const { profile: words } = useStaffText();
  const me = useMe();
  const takeSession = useTakeSession();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const begin = useAction(beginTotp);
  const confirm = useAction(confirmTotp);
  const onOpenChange = (open: boolean): void => {
    if (!open) onClose();
  };
  if (confirm.data) {
    const { recoveryCodes } = confirm.data;
    return (
      <RecoveryCodes
        codes={recoveryCodes}
        onDone={() => {
          takeSession({ ...me, secondFactor: true, recoveryCodesLeft: recoveryCodes.length });
          onClose();
        }}
      />
    );
  }
  if (begin.data) {
    const { otpauthUri, secret } = begin.data;
    return (
      <ConfirmDialog
        key="code"
        open
        onOpenChange={onOpenChange}
        title={words.setUpTitle}
        description={words.scan}
        confirm={words.confirm}
        ready={code.trim().length >= 6}
        busy={confirm.isPending}
        error={confirm.error}
        onConfirm={() => confirm.mutate({ body: { code } })}
      >
        <QrCode text={otpauthUri} />
        <p>
          <span className="text-muted">{words.secret}</span>
          <code className="block font-mono break-all select-all">{secret}</code>
        </p>
        <TextField
          label={words.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          focusFirst
          value={code}
          onChange={setCode}
        />
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      key="password"
      open
      onOpenChange={onOpenChange}
      title={words.setUpTitle}
      description={words.setUpPassword}
      confirm={words.goOn}
      ready={password !== ""}
      busy={begin.isPending}
      error={begin.error}
      onConfirm={() => begin.mutate({ body: { password } })}
    >
      <PasswordField
        label={words.current}
        name="password"
        showLabel={words.show}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </ConfirmDialog>
  );
}

/** Dark on light in both themes, with its quiet zone: not every app reads it the other way round. */
function QrCode({ text }: { readonly text: string }) {
  const { profile: words } = useStaffText();
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(text, { border: 4 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: side, path: squares.join("") };
  }, [text]);
  return (
    <svg
      aria-labelledby="totp-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mx-auto size-56 rounded-lg bg-white"
    >
      <title id="totp-qr">{words.qr}</title>
      <path d={path} fill="black" />
    </svg>
  );
}
