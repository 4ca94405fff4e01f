import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const manifestFile = path.join(import.meta.dirname, "dist/client/.vite/manifest.json");

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

/** Tells the server's half the hashed names that the browser's half was built under. */
function builtAssets(): Plugin {
  const name = "virtual:built-assets";
  return {
    name: "built-assets",
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(readAssets())};` : null),
  };
}

function readAssets(): { script: string; styles: string[] } {
  if (!existsSync(manifestFile)) throw new Error("Build the browser's half first: vite build");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Record<string, ManifestEntry>;
  const entry = manifest["src/islands/main.ts"];
  if (entry === undefined) throw new Error("The manifest does not name the islands' entry");
  return { script: `/${entry.file}`, styles: (entry.css ?? []).map((file) => `/${file}`) };
}

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: isSsrBuild === true ? [builtAssets()] : [],
  publicDir: false,
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        emptyOutDir: true,
        target: "node24",
        rolldownOptions: { input: "src/entry.ts", output: { entryFileNames: "entry.js" } },
      }
    : {
        outDir: "dist/client",
        emptyOutDir: true,
        manifest: true,
        modulePreload: { polyfill: false },
        // The typeface has to stay a file of its own, so that it can be asked for early.
        assetsInlineLimit: 0,
        rolldownOptions: { input: "src/islands/main.ts" },
      },
}));
