import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `vite` proxies to a running shop; `vite build` writes what the server serves at /admin/. */
export default defineConfig({
  base: "/admin/",
  plugins: [react(), tailwindcss()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", sourcemap: false },
  server: {
    port: 5174,
    proxy: {
      "/api": process.env["SHOPWRIGHT_URL"] ?? "http://localhost:3000",
      "/media": process.env["SHOPWRIGHT_URL"] ?? "http://localhost:3000",
    },
  },
});
