import { BlockList, isIP } from "node:net";

const blocked = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10], // carriers' NAT
  ["127.0.0.0", 8],
  ["169.254.0.0", 16], // link-local, and where clouds answer with credentials
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  blocked.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["2001::", 23], // Teredo and other tunnels carry addresses of their own
  ["2001:db8::", 32],
  ["2002::", 16], // 6to4: an IPv4 address inside
  ["3fff::", 20],
] as const) {
  blocked.addSubnet(net, bits, "ipv6");
}
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/**
 * True for an address that belongs to the public internet. All of IPv6 but 2000::/3 is not: loopback, mapped IPv4,
 * NAT64, unique local, link-local, multicast.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  if (family !== 6 || address.includes("%")) return false;
  return global.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
