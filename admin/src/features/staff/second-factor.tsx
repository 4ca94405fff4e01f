import { useState } from "react";
import { removeTotp, renewRecoveryCodes } from "@shopwright/server/contracts/identity";
import { useAction } from "../../api/use-action.ts";
import { useMe, useTakeSession } from "../../app/session.tsx";
import { useStaffText } from "../../locales/staff.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { PasswordField, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SetUpFactorDialog } from "./set-up-factor-dialog.tsx";

/** The authenticator app: set up, recovery codes, off. */
export function SecondFactor() {
  const { profile: words, on, off } = useStaffText();
  const me = useMe();
  const [doing, setDoing] = useState<"set-up" | "renew" | "turn-off" | null>(null);
  const close = (): void => setDoing(null);
  return (
    <Panel
      title={words.factor}
      actions={
        <StatusBadge tone={me.secondFactor ? "good" : "warn"}>
          {me.secondFactor ? on : off}
        </StatusBadge>
      }
    >
      <p>{me.secondFactor ? words.factorOn : words.factorOff}</p>
      {me.secondFactor && <p className="text-muted">{words.codesLeft(me.recoveryCodesLeft)}</p>}
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        {me.secondFactor ? (
          <>
            <Button variant="ghost" onClick={() => setDoing("turn-off")}>
              {words.turnOff}
            </Button>
            <Button onClick={() => setDoing("renew")}>{words.renew}</Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => setDoing("set-up")}>
            {words.setUp}
          </Button>
        )}
      </div>
      {doing === "set-up" && <SetUpFactorDialog onClose={close} />}
      {doing === "renew" && <RenewDialog onClose={close} />}
      {doing === "turn-off" && <TurnOffDialog onClose={close} />}
    </Panel>
  );
}

function RenewDialog({ onClose }: { readonly onClose: () => void }) {
  const { profile: words } = useStaffText();
  const me = useMe();
  const takeSession = useTakeSession();
  const [password, setPassword] = useState("");
  const renew = useAction(renewRecoveryCodes);
  if (renew.data) {
    const { recoveryCodes } = renew.data;
    return (
      <RecoveryCodes
        codes={recoveryCodes}
        onDone={() => {
          takeSession({ ...me, recoveryCodesLeft: recoveryCodes.length });
          onClose();
        }}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.renew}
      description={words.renewHint}
      confirm={words.renew}
      ready={password !== ""}
      busy={renew.isPending}
      error={renew.error}
      onConfirm={() => renew.mutate({ body: { password } })}
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

function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const { profile: words } = useStaffText();
  const me = useMe();
  const takeSession = useTakeSession();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const remove = useAction(removeTotp, {
    onDone: () => {
      takeSession({ ...me, secondFactor: false, recoveryCodesLeft: 0 });
      onClose();
      toast(words.turnedOff);
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.turnOffTitle}
      description={words.turnOffHint}
      confirm={words.turnOff}
      danger
      ready={password !== "" && code.trim().length >= 6}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ body: { password, code } })}
    >
      <PasswordField
        label={words.current}
        name="password"
        showLabel={words.show}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        label={words.code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
    </ConfirmDialog>
  );
}
