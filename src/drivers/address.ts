/** Where a TCP service listens. */
export interface Address {
  /** A name or an IP address; an IPv6 address has no brackets here. */
  host: string
  /** 1 to 65535. */
  port: number
}

/** Read `host:port` or `[ipv6]:port`. @returns undefined when the text is neither */
export function parseAddress(text: string): Address | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(text)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3])
  return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : undefined
}
