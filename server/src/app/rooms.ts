import { routes as settingsRoutes } from "../modules/settings/http.ts";
import { routes as identityRoutes } from "../modules/identity/http.ts";
import { jobs as identityJobs, schedule as identitySchedule } from "../modules/identity/jobs.ts";
import { routes as customersRoutes } from "../modules/customers/http.ts";
import { routes as taxRoutes } from "../modules/tax/http.ts";
import { jobs as taxJobs, schedule as taxSchedule } from "../modules/tax/jobs.ts";
import { routes as mediaRoutes } from "../modules/media/http.ts";
import { jobs as mediaJobs } from "../modules/media/jobs.ts";
import { routes as contentRoutes } from "../modules/content/http.ts";
import { routes as catalogRoutes } from "../modules/catalog/http.ts";
import { jobs as catalogJobs } from "../modules/catalog/jobs.ts";
import { routes as pricingRoutes } from "../modules/pricing/http.ts";
import { routes as searchRoutes } from "../modules/search/http.ts";
import { subscriptions as searchSubscriptions } from "../modules/search/subscriptions.ts";
import { routes as ledgerRoutes } from "../modules/ledger/http.ts";
import { checks as ledgerChecks } from "../modules/ledger/audit.ts";
import { routes as inventoryRoutes } from "../modules/inventory/http.ts";
import { checks as inventoryChecks } from "../modules/inventory/audit.ts";
import { routes as purchasingRoutes } from "../modules/purchasing/http.ts";
import { checks as creditChecks } from "../modules/credit/audit.ts";
import { jobs as creditJobs, schedule as creditSchedule } from "../modules/credit/expire-credit.ts";
import { routes as creditRoutes } from "../modules/credit/http.ts";
import { routes as cartRoutes } from "../modules/cart/http.ts";
import { jobs as cartJobs, schedule as cartSchedule } from "../modules/cart/jobs.ts";
import { routes as promotionsRoutes } from "../modules/promotions/http.ts";
import { jobs as promotionsJobs } from "../modules/promotions/coupons.ts";
import { subscriptions as promotionsSubscriptions } from "../modules/promotions/subscriptions.ts";
import { checks as promotionsChecks } from "../modules/promotions/audit.ts";
import { routes as ordersRoutes } from "../modules/orders/http.ts";
import { checks as ordersChecks } from "../modules/orders/audit.ts";
import { routes as paymentsRoutes } from "../modules/payments/http.ts";
import { jobs as paymentsJobs, schedule as paymentsSchedule } from "../modules/payments/jobs.ts";
import { subscriptions as paymentsSubscriptions } from "../modules/payments/subscriptions.ts";
import { checks as paymentsChecks } from "../modules/payments/audit.ts";
import { routes as invoicingRoutes } from "../modules/invoicing/http.ts";
import { subscriptions as invoicingSubscriptions } from "../modules/invoicing/subscriptions.ts";
import { checks as invoicingChecks } from "../modules/invoicing/audit.ts";
import { routes as fulfilmentRoutes } from "../modules/fulfilment/http.ts";
import {
  jobs as fulfilmentJobs,
  schedule as fulfilmentSchedule,
} from "../modules/fulfilment/jobs.ts";
import { subscriptions as fulfilmentSubscriptions } from "../modules/fulfilment/subscriptions.ts";
import { checks as fulfilmentChecks } from "../modules/fulfilment/audit.ts";
import { routes as checkoutRoutes } from "../modules/checkout/http.ts";
import { jobs as checkoutJobs, schedule as checkoutSchedule } from "../modules/checkout/jobs.ts";
import { routes as deskRoutes } from "../modules/desk/http.ts";
import { subscriptions as deskSubscriptions } from "../modules/desk/subscriptions.ts";
import { routes as exchangeRoutes } from "../modules/exchange/http.ts";
import { subscriptions as exchangeSubscriptions } from "../modules/exchange/subscriptions.ts";
import { jobs as exchangeJobs, schedule as exchangeSchedule } from "../modules/exchange/jobs.ts";
import { routes as operationsRoutes } from "../modules/operations/http.ts";
import { setChecks } from "../modules/operations/index.ts";
import {
  jobs as operationsJobs,
  schedule as operationsSchedule,
} from "../modules/operations/jobs.ts";
import { routes as notificationsRoutes } from "../modules/notifications/http.ts";
import { jobs as notificationsJobs } from "../modules/notifications/jobs.ts";
import { subscriptions as notificationsSubscriptions } from "../modules/notifications/subscriptions.ts";
import { jobs as tidyJobs, schedule as tidySchedule } from "./tidy.ts";
import type { AuditCheck } from "../platform/audit.ts";
import { checks as notificationsChecks } from "../modules/notifications/audit.ts";
import { checks as trailChecks } from "../platform/audit-trail.ts";
import { checks as eventChecks } from "../platform/events-audit.ts";
import type { Subscription } from "../platform/events.ts";
import type { JobKind, ScheduledJob } from "../platform/jobs.ts";
import type { Route } from "../platform/route.ts";

/** Every endpoint that is mounted. */
export const routes: readonly Route[] = [
  ...settingsRoutes,
  ...identityRoutes,
  ...customersRoutes,
  ...taxRoutes,
  ...mediaRoutes,
  ...contentRoutes,
  ...catalogRoutes,
  ...pricingRoutes,
  ...searchRoutes,
  ...ledgerRoutes,
  ...inventoryRoutes,
  ...purchasingRoutes,
  ...creditRoutes,
  ...promotionsRoutes,
  ...cartRoutes,
  ...ordersRoutes,
  ...paymentsRoutes,
  ...invoicingRoutes,
  ...fulfilmentRoutes,
  ...checkoutRoutes,
  ...deskRoutes,
  ...exchangeRoutes,
  ...operationsRoutes,
  ...notificationsRoutes,
];

/** Who follows which event. */
export const subscriptions: readonly Subscription[] = [
  ...exchangeSubscriptions,
  ...searchSubscriptions,
  ...promotionsSubscriptions,
  ...paymentsSubscriptions,
  ...invoicingSubscriptions,
  ...fulfilmentSubscriptions,
  ...deskSubscriptions,
  ...notificationsSubscriptions,
];

/** Everything a worker can do besides following events. */
export const jobs: readonly JobKind<never>[] = [
  ...identityJobs,
  ...taxJobs,
  ...mediaJobs,
  ...catalogJobs,
  ...creditJobs,
  ...promotionsJobs,
  ...cartJobs,
  ...paymentsJobs,
  ...fulfilmentJobs,
  ...checkoutJobs,
  ...exchangeJobs,
  ...operationsJobs,
  ...notificationsJobs,
  ...tidyJobs,
];

/** What comes round by itself. */
export const schedule: readonly ScheduledJob[] = [
  ...identitySchedule,
  ...creditSchedule,
  ...taxSchedule,
  ...cartSchedule,
  ...paymentsSchedule,
  ...fulfilmentSchedule,
  ...checkoutSchedule,
  ...exchangeSchedule,
  ...operationsSchedule,
  ...tidySchedule,
];

/** The invariants, in the order of their numbers. */
export const checks: readonly AuditCheck[] = [
  ...ledgerChecks,
  ...inventoryChecks,
  ...creditChecks,
  ...ordersChecks,
  ...promotionsChecks,
  ...paymentsChecks,
  ...invoicingChecks,
  ...fulfilmentChecks,
  ...notificationsChecks,
  ...trailChecks,
  ...eventChecks,
].sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));

setChecks(checks);
