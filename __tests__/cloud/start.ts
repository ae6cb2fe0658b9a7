import type { Instance } from './services.js'
import { type Site, seconds } from './site.js'

/** What one service took to start. */
export interface Started {
  name: string
  ms: number
}

/**
 * Start all instances, each after those that it needs. Preparations run meanwhile.
 *
 * @param onFailure told of a failure, to end the work of the others; when all have ended, it is thrown
 */
export async function startPlan(
  site: Site,
  plan: readonly Instance[],
  onFailure: (error: unknown) => void,
): Promise<Started[]> {
  const starting = new Map<string, Promise<Started>>()
  const until = (services: readonly string[]) => {
    const needed = plan.filter(({ service }) => services.includes(service.name))
    return Promise.all(needed.map(({ name }) => starting.get(name)))
  }
  for (const instance of plan) {
    const work = startOne(site, instance, until)
    starting.set(
      instance.name,
      work.catch((error) => {
        onFailure(error)
        throw error
      }),
    )
  }
  await Promise.allSettled(starting.values())
  return Promise.all(starting.values())
}

async function startOne(
  site: Site,
  { name, service, color }: Instance,
  until: (services: readonly string[]) => Promise<unknown>,
): Promise<Started> {
  await Promise.resolve() // so that all of the plan is on its way before anybody waits for a part of it
  await until(service.needs.filter((need) => need === 'database'))
  await site.slots.use(async () => service.prepare?.(site, color))
  await until(service.needs)
  const started = performance.now()
  await service.start(site, color)
  const ms = Math.round(performance.now() - started)
  site.context.progress(`${name} ready (${seconds(started)})`)
  return { name, ms }
}
