import { afterEach } from '@jest/globals'
import type { Site } from './site.js'

/** Hands back what is given to it, and removes it after the test. */
export function removedAfterEach(): (made: Promise<Site>) => Promise<Site> {
  const sites: Site[] = []
  afterEach(async () => {
    for (const site of sites.splice(0)) await site.remove()
  })
  return async (made) => {
    const site = await made
    sites.push(site)
    return site
  }
}
