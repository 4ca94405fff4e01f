import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { newQueryClient } from "../api/query-client.ts";
import { Toasts } from "../ui/toast.tsx";
import { router } from "./router.tsx";
import { setEnded } from "./session.tsx";

const client = newQueryClient(() => setEnded(true));

export function App() {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
