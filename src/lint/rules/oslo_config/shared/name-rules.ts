/** At the beginning of a sentence. */
export function titled(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1).replace('_', '-')
}
