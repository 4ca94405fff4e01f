import { commands, overview } from "./cli/commands.ts";
import { sentenceFor } from "./cli/failure.ts";

async function main(name: string, args: string[]): Promise<void> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const asked = ["help", "--help", "-h"].includes(name);
    if (!asked) console.error(`There is no command "${name}".\n`);
    console.log(overview());
    process.exitCode = asked ? 0 : 2;
    return;
  }
  const { command } = await entry.load();
  if (args.includes("--help") || args.includes("-h")) {
    console.log(`Usage: ${command.help}`);
    return;
  }
  await command.run(args);
}

const [name = "help", ...args] = process.argv.slice(2);
try {
  await main(name, args);
} catch (error) {
  // A fault in the program shows where it happened; anything else is one sentence.
  console.error(sentenceFor(error) ?? error);
  process.exitCode = 1;
}
