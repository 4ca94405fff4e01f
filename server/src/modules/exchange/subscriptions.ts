export { subscriptions } from "./feeds/jobs.ts";
