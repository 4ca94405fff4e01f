/** A step of the set-up that could not be done; the message alone is shown, so it says what to do. */
export class SetupFailed extends Error {
  /** @override */
  name = "SetupFailed";
}
