import { SurvivalSite } from './site.js'

/**
 * Share work among several sites side by side: most of it is waiting.
 *
 * @returns what came out, in the order of the items
 */
export async function inLanes<Item, Prepared, Out>(
  lanes: number,
  items: readonly Item[],
  prepare: (site: SurvivalSite) => Promise<Prepared>,
  work: (site: SurvivalSite, prepared: Prepared, item: Item) => Promise<Out>,
): Promise<Out[]> {
  const out: Out[] = []
  const left = items.map((item, at) => ({ item, at }))
  const lane = async () => {
    const site = await SurvivalSite.start()
    try {
      const prepared = await prepare(site)
      for (let next = left.shift(); next; next = left.shift()) {
        out[next.at] = await work(site, prepared, next.item)
      }
    } finally {
      await site.stop()
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return out
}
