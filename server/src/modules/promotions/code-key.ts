/** The form in which codes are compared: upper case, without spaces. " welcome 10" is WELCOME10. */
export function codeKey(code: string): string {
  return code.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}
