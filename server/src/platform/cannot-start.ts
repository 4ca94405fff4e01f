/**
 * Why the program cannot run here, told to the person at the keyboard: one sentence that says what
 * is wrong and what to do about it. Whoever catches it prints the message alone and exits with 1.
 */
export class CannotStart extends Error {
  override name = "CannotStart";
}
