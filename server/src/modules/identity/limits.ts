import { addressLimit, fingerprint, type Limit } from "../../platform/throttle.ts";

/** NIST SP 800-63B-4, section 3.2.2: at most a hundred failures in a row on one account. */
const longestStreak = 100;

export function signInKey(kind: string, email: string): string {
  return `sign-in:${kind}:${fingerprint(email)}`;
}

export function signInLimits(kind: string, email: string, address: string | null): Limit[] {
  return [
    { key: signInKey(kind, email), burst: 10, secondsEach: 60, longestStreak },
    ...addressLimit("sign-in", address, 60, 5),
  ];
}

export function mailLimits(kind: string, email: string, address: string | null): Limit[] {
  const key = `mail:${kind}:${fingerprint(email)}`;
  return [
    { key, burst: 4, secondsEach: 600, longestStreak: null },
    ...addressLimit("mail", address, 30, 60),
  ];
}
