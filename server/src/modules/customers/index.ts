export { seedCustomerAccount } from "./account.ts";
export type { Customer, SavedAddress } from "./customer.ts";
export { findOrCreateCustomer } from "./find-or-create-customer.ts";
export { customerIdOf, findCustomer, getCustomer, listAddresses } from "./queries.ts";
export { importCustomers, type ListedCustomer } from "./import-customers.ts";
