import path from "node:path";
import { isTest, type Source } from "./source.ts";

const longest = 400;

/** House rules that a reader would otherwise have to police. */
export function styleViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [
    ...lengthProblems(source),
    ...nameProblems(source),
    ...lineProblems(source),
  ]);
}

function lengthProblems(source: Source): string[] {
  const lines = source.text.split("\n").length - 1;
  return lines > longest
    ? [`${source.path} has ${lines} lines; split it by noun before ${longest}`]
    : [];
}

function nameProblems(source: Source): string[] {
  const name = path.posix.basename(source.path);
  const problems: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))*\.(ts|tsx|mts)$/.test(name))
    problems.push(`${source.path} is not kebab-case`);
  if (/(^|\/)(utils?|helpers?|common|services?|managers?|misc)(\/|\.tsx?$)/.test(source.path))
    problems.push(`${source.path} is named after nothing`);
  return problems;
}

function lineProblems(source: Source): string[] {
  const test = isTest(source);
  return source.text.split("\n").flatMap((line, index) => {
    const code = line
      .replace(/^\s*\*.*$/, "")
      .replace(/\/\*.*?(?:\*\/|$)/g, "")
      .replace(/\/\/.*$/, "")
      .replaceAll(/(["'`])(?:\\.|(?!\1).)*\1/g, '""');
    const at = `${source.path}:${index + 1}`;
    const found: string[] = [];
    if (/(?::\s*|<|\bas\s+)any\b/.test(code)) found.push(`${at} uses any`);
    if (/@ts-(ignore|nocheck|expect-error)/.test(line)) found.push(`${at} silences the compiler`);
    if (/[\w)\]]!(?=[.;,)\]\s[]|$)(?!=)/.test(code) && !line.includes("//"))
      found.push(`${at} uses a non-null ! without a reason beside it`);
    if (/\b(?:TO(?:DO)|FIX(?:ME))\b/.test(line)) found.push(`${at} leaves work undone`);
    if (!test && /^server\/src\/(?!cli\/|main)/.test(source.path) && /\bconsole\.\w+\(/.test(code))
      found.push(`${at} writes to the console`);
    if (test && /\b(it|test|describe)\.(only|skip|todo)\(/.test(code))
      found.push(`${at} does not run`);
    if (/catch\s*(\(\w*\))?\s*\{\s*\}/.test(code)) found.push(`${at} swallows an error`);
    return found;
  });
}
