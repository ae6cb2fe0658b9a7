import { CLOUDS } from './example.js'

export function isUrl(text: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)
}

export function second(_region: string): string {
  return CLOUDS.replace('clouds:\n', '').replace('production:', 'second:').replace('region-one', 'region-two')
}
