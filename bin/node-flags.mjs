/**
 * Flags of Node for the shop's own processes. Left alone, the engine lets its heap grow to what the
 * machine could give before it tidies up; a shop that shares a small machine with its database should
 * not. What NODE_OPTIONS says about it comes first.
 *
 * @returns {string[]}
 */
export function nodeFlags() {
  const told = process.env.NODE_OPTIONS ?? "";
  return ["--max-semi-space-size=8", "--max-old-space-size=400"].filter(
    (flag) => !told.includes(flag.slice(0, flag.indexOf("="))),
  );
}
