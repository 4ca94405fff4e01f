import { expect, it } from "vitest";
import { loggedPath } from "./logged-path.ts";

it.each([
  ["/products/lind-chair?q=1", "/products/lind-chair"],
  ["/order/xebF4uTip6K1og7y", "/order/…"],
  ["/de/order/xebF4uTip6K1og7y/payment?token=1", "/de/order/…/payment"],
  ["/api/store/orders/by-link/xebF4uTip6/documents", "/api/store/orders/by-link/…/documents"],
  ["/api/store/carts/cart_01m81s/lines", "/api/store/carts/…/lines"],
  ["/api/admin/orders/order_01m81s", "/api/admin/orders/order_01m81s"],
  ["/account/reset?token=s3cret", "/account/reset"],
])("logs name %s as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});
