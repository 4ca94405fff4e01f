import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { checkMachine } from "./machine.mjs";
import { inProject } from "./project.mjs";

test("this machine will do", () => {
  expect(checkMachine()).toBeNull();
});

test("an older Node is told which one is needed", () => {
  expect(checkMachine({ version: "18.20.4" })).toMatch(
    /needs Node 20 or newer .* this is 18\.20\.4/,
  );
  expect(checkMachine({ version: "20.0.0" })).toBeNull();
});

test("a machine without packages made for it is named", () => {
  expect(checkMachine({ platform: "freebsd", arch: "x64" })).toMatch(/this machine is freebsd-x64/);
});

test("help is quick, complete and needs no database", () => {
  const help = execFileSync(process.execPath, [inProject("bin/shopwright.mjs"), "--help"], {
    encoding: "utf8",
  });
  for (const word of [
    "start",
    "web",
    "worker",
    "migrate",
    "seed",
    "audit",
    "PORT",
    "DATABASE_URL",
  ]) {
    expect(help).toContain(word);
  }
});

test("an unknown command and an unknown option are refused in a sentence", () => {
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(process.execPath, [inProject("bin/shopwright.mjs"), ...args], { encoding: "utf8" });
  const unknown = run("dance");
  expect(unknown.status).toBe(2);
  expect(unknown.stderr).toContain('no command "dance"');
  const option = run("migrate", "--sideways");
  expect(option.status).toBe(1);
  expect(option.stderr.trim().split("\n")).toEqual([expect.stringContaining("--sideways")]);
});
