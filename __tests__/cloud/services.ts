import { COLORS, type Color } from '../../src/drivers/color.js'
import { UserError } from '../../src/platform/errors.js'
import { nearest } from '../../src/platform/nearest.js'
import { cache } from './cache.js'
import { database } from './database.js'
import { glance } from './glance.js'
import { haproxy } from './haproxy-nodes.js'
import { heat } from './heat.js'
import { keystone } from './keystone.js'
import { neutron } from './neutron.js'
import { nova } from './nova.js'
import { octavia } from './octavia.js'
import { placement } from './placement.js'
import { queue } from './queue.js'
import type { Service } from './service.js'
import { instanceName, type Site } from './site.js'

/**
 * All parts of the cloud. They are prepared in this order, a few at a time: first what others wait for, then what
 * takes long.
 */
export const SERVICES: readonly Service[] = [
  database,
  cache,
  queue,
  keystone,
  haproxy,
  nova,
  neutron,
  octavia,
  glance,
  heat,
  placement,
]

/** One service of a plan, in a color or plain. */
export interface Instance {
  name: string
  service: Service
  color: Color | undefined
}

/** @throws UserError `unknown_service` */
export function findService(name: string): Service {
  const service = SERVICES.find((candidate) => candidate.name === name)
  if (service) return service
  const names = SERVICES.map((candidate) => candidate.name)
  const close = nearest(name, names)
  throw new UserError('unknown_service', `There is no service ${JSON.stringify(name)}.`, {
    remedy: close === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${close}?`,
  })
}

/** Every instance that there could be. */
export function allInstances(): Instance[] {
  return SERVICES.flatMap((service) =>
    [undefined, ...(service.colored ? COLORS : [])].map((color) => instance(service, color)),
  )
}

/** Those of which every process runs and has answered. */
export function runningInstances(site: Site): Instance[] {
  return allInstances().filter(({ service, color }) =>
    service.processes(color).every((name) => site.processes.isReady(name)),
  )
}

/**
 * What must be started for `names`, with what that needs: those without a color once, the others in `color`. A need is
 * met by an instance that runs, in whichever color.
 *
 * @throws UserError `unknown_service`, `no_color`
 */
export function planUp(
  names: readonly string[],
  color: Color | undefined,
  running: readonly Instance[],
): Instance[] {
  const asked = names.map(findService)
  if (color !== undefined && !asked.some(({ colored }) => colored)) {
    throw new UserError('no_color', `None of ${names.join(', ')} has colors.`, {
      remedy: `These have: ${SERVICES.filter(({ colored }) => colored)
        .map(({ name }) => name)
        .join(', ')}.`,
    })
  }
  const plan: Instance[] = []
  const isThere = (service: Service) => [...plan, ...running].some((one) => one.service === service)
  const add = (service: Service) => {
    const wanted = instance(service, service.colored ? color : undefined)
    if (plan.some(({ name }) => name === wanted.name)) return
    for (const need of service.needs.map(findService)) if (!isThere(need)) add(need)
    if (!running.some(({ name }) => name === wanted.name)) plan.push(wanted)
  }
  for (const service of asked) add(service)
  refusePlainBehindHaproxy([...plan, ...running])
  return plan.sort((left, right) => SERVICES.indexOf(left.service) - SERVICES.indexOf(right.service))
}

/** Users reach Keystone through HAProxy when it runs, and HAProxy leads to colors only. */
function refusePlainBehindHaproxy(all: readonly Instance[]): void {
  const colored = all.filter(({ service }) => service.colored)
  const hasHaproxy = all.some(({ name }) => name === 'haproxy')
  if (!hasHaproxy || colored.length === 0 || colored.some(({ color }) => color !== undefined)) return
  throw new UserError('no_color', 'HAProxy leads to colors, and Keystone would have none.', {
    remedy: 'Start it in one: up keystone --color blue',
  })
}

function instance(service: Service, color: Color | undefined): Instance {
  return { name: instanceName(service.name, color), service, color }
}
