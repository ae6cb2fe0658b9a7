export default function fetchWithRetries(
  url: string,
  options?: {
    method?: string
    headers?: Record<string, string>
    body?: string
    timeout?: number | undefined
    retry?: boolean | number | { retries?: number; minTimeout?: number } | undefined
  },
): Promise<Response & { body: AsyncIterable<Uint8Array>; buffer(): Promise<Buffer> }>
