// The way in for every command: `node bin/shopwright.mjs start`. Plain JavaScript without optional
// chaining or top-level await, so that an old Node gets as far as the sentence that tells it so.
import { checkMachine } from "./machine.mjs";

const [, , command = "help", ...options] = process.argv;
const complaint = checkMachine();
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else {
  import("./launch.mjs")
    .then((launch) => launch.launch(command, options))
    .catch((error) => {
      // A failed step explains itself; anything else is a fault of ours and shows where it happened.
      console.error(error && error.name === "SetupFailed" ? error.message : error);
      process.exitCode = 1;
    });
}
