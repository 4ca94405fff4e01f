/** What tests, and the processes they start, seal with. */
export const testSecret = "a secret for tests only";
