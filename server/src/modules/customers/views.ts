import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type {
  AccountView,
  CustomerListItemView,
  CustomerView,
  SavedAddressView,
} from "./contract.ts";
import type { Customer, SavedAddress } from "./customer.ts";
import {
  type CustomerSearch,
  getCustomer,
  listAddresses,
  listNotes,
  searchCustomers,
} from "./queries.ts";

export function accountViewOf({ id, email, name, locale }: Customer): AccountView {
  return { id: typeId("customer", id), email, name, locale };
}

export function savedAddressViewOf({ id, address, isDefault }: SavedAddress): SavedAddressView {
  return { id: typeId("address", id), address, isDefault };
}

function listItemOf(customer: Customer): CustomerListItemView {
  const { hasAccount, createdAt } = customer;
  return { ...accountViewOf(customer), hasAccount, createdAt: createdAt.toISOString() };
}

export async function customerListView(
  ctx: Context,
  search: CustomerSearch,
): Promise<{ items: CustomerListItemView[]; next: string | null }> {
  const { customers, next } = await searchCustomers(ctx, search);
  return { items: customers.map(listItemOf), next };
}

export async function customerViewOf(ctx: Context, id: string): Promise<CustomerView> {
  const customer = await getCustomer(ctx, id);
  const addresses = await listAddresses(ctx, id);
  const notes = await listNotes(ctx, id);
  return {
    ...listItemOf(customer),
    version: customer.version,
    addresses: addresses.map(savedAddressViewOf),
    notes: notes.map((note) => ({
      id: typeId("note", note.id),
      text: note.text,
      author: note.author,
      at: note.createdAt.toISOString(),
    })),
  };
}
