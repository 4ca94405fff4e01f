import { hash, verify } from "@node-rs/argon2";
import { normalisePassword } from "./password.ts";

// What OWASP recommends as the least for argon2id, the library's default kind: 19 MiB, two passes, one lane.
const cost = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** The password as it is stored: argon2id with a salt of its own, in PHC text form. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalisePassword(password), cost);
}

let decoy: Promise<string> | null = null;

/**
 * Is it the password of this hash? Without a hash (no such account, none set yet) the same work is
 * done and the answer is no, so that time tells nobody which addresses have accounts.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const right = await verify(stored ?? (await decoy), normalisePassword(password));
  return right && stored !== null;
}
