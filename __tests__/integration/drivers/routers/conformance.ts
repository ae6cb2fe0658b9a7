import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Color } from '../../../../src/drivers/color.js'
import { type Router, RouterError } from '../../../../src/drivers/routers/router.js'
import { patient } from '../../../support/pace.js'
import { startTraffic } from './traffic.js'

/**
 * What can be wrong with a router, or with one node of it. When it is asked: it is `gone`, `silent`, answers `garbage`,
 * `half` a line and hangs up or is silent then (`stalls`), or `floods` with 10 MB. When it is shifted, once: it `refuses`,
 * `ignores` it and says that it did it, `hangs`, answers 10 MB of garbage (`garbles`), `dies` before it, or `loses` its answer
 * after it.
 */
export type RouterFault = (typeof ASKED)[number] | (typeof SWITCHED)[number]

const ASKED = ['gone', 'silent', 'garbage', 'half', 'stalls', 'floods'] as const
const SWITCHED = ['refuses', 'ignores', 'hangs', 'garbles', 'dies', 'loses'] as const

/** The real thing, with users on blue. */
export interface RouterRig {
  /** A driver as each run makes it anew: it knows only what it has asked. Its timeouts are short only for faults that last. */
  router(): Router
  /** What users of each service and node are answered, over new connections, such as `keystone_blue`. */
  served(): Promise<string[]>
  /** Where users reach a service. */
  url: string
  /** End the services of a color, and wait until the router would notice. */
  breakColor(color: Color): Promise<void>
  /** A driver whose settings name what the router does not have. */
  unknownTarget(): Router
  /** Break it, or make it whole again. */
  fail(fault: RouterFault | undefined): Promise<void>
  /** Start the services of both colors that were ended, and wait until the router would notice. */
  repair(): Promise<void>
  stop(): Promise<void>
}

/** Faults that last until a timeout. */
const LASTING: readonly (RouterFault | undefined)[] = ['silent', 'stalls', 'hangs']

/**
 * The timeout of a rig's driver: short for a fault that lasts until it, and otherwise longer than a busy machine takes for
 * anything.
 */
export function timeoutOf(fault: RouterFault | undefined, shortMs: number): number {
  return LASTING.includes(fault) ? shortMs : 30_000
}

/**
 * What every driver must do, asked of the real thing. Call it in a `describe`.
 *
 * @param isShared all tests use one rig, which is repaired and shifted back to blue before each test
 */
export function conformance(start: () => Promise<RouterRig>, isShared: boolean): void {
  let rig: RouterRig
  if (isShared) {
    beforeAll(async () => {
      rig = await start()
    })
    beforeEach(async () => {
      await rig.fail(undefined)
      await rig.repair()
      await rig.router().shiftTo('blue')
    })
    afterAll(() => rig.stop())
  } else {
    beforeEach(async () => {
      rig = await start()
    })
    afterEach(() => rig.stop())
  }

  const expectTrafficOn = async (color: Color) => {
    expect(await rig.router().current()).toBe(color)
    expect(new Set((await rig.served()).map((body) => body.split('_')[1]))).toEqual(new Set([color]))
  }

  test('shifts there and back; another driver sees it', async () => {
    await expectTrafficOn('blue')
    await rig.router().shiftTo('green')
    await expectTrafficOn('green')
    await rig.router().shiftTo('blue')
    await expectTrafficOn('blue')
  })

  test('reports for each node where it sends traffic', async () => {
    const blue = await rig.router().nodes()
    expect(blue.map(({ current, error }) => [current, error])).toEqual(blue.map(() => ['blue', null]))
    await rig.router().shiftTo('green')
    const green = await rig.router().nodes()
    expect(green.map(({ node, current }) => [node, current])).toEqual(blue.map(({ node }) => [node, 'green']))
    expect(Object.keys(green[0]?.services ?? {})).toEqual(Object.keys(blue[0]?.services ?? {}))
  })

  test('a shift to the live color changes nothing', async () => {
    await rig.router().shiftTo('blue')
    await expectTrafficOn('blue')
    await rig.router().shiftTo('green')
    await rig.router().shiftTo('green')
    await expectTrafficOn('green')
  })

  test('a check changes nothing', async () => {
    await rig.router().check('green')
    await rig.router().check('blue')
    await expectTrafficOn('blue')
  })

  test('a color that is down gets no traffic', async () => {
    await rig.breakColor('green')
    await expect(rig.router().shiftTo('green')).rejects.toBeInstanceOf(RouterError)
    await expectTrafficOn('blue')
  })

  test('a missing target is named, and no traffic is shifted', async () => {
    const router = rig.unknownTarget()
    await expect(router.check('green')).rejects.toBeInstanceOf(RouterError)
    await expect(router.shiftTo('green')).rejects.toBeInstanceOf(RouterError)
    await expectTrafficOn('blue')
  })

  test.each(ASKED)('%s when it is asked: no traffic is shifted, and no color is made up', async (fault) => {
    await rig.fail(fault)
    const before = performance.now()
    await expect(rig.router().current()).rejects.toBeInstanceOf(RouterError)
    await expect(rig.router().check('green')).rejects.toBeInstanceOf(RouterError)
    await expect(rig.router().shiftTo('green')).rejects.toBeInstanceOf(RouterError)
    expect(performance.now() - before).toBeLessThan(patient(9_000)) // three times its timeout
    const started = performance.now()
    const truth = await rig.router().nodes()
    expect(performance.now() - started).toBeLessThan(patient(3_000))
    const broken = truth.filter(({ error }) => error !== null)
    expect(broken).toEqual([
      { node: expect.any(String), current: null, services: {}, error: expect.any(String) },
    ])
    expect(broken[0]?.error).toMatch(/^router_(unreachable|refused): ./)
    for (const { current, error } of truth) expect(error === null ? current : 'blue').toBe('blue')
    await rig.fail(undefined)
    await expectTrafficOn('blue')
  })

  test.each(SWITCHED)('%s when it is shifted: traffic stays, or is shifted back', async (fault) => {
    await rig.fail(fault)
    const traffic = startTraffic(rig.url, 5)
    await expect(rig.router().shiftTo('green')).rejects.toMatchObject({ code: 'shift_failed' })
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    await rig.fail(undefined)
    await expectTrafficOn('blue')
    await rig.router().shiftTo('green') // and the next one is not in its way
    await expectTrafficOn('green')
  })

  test('two shifts at once: no request fails, and one more shift brings all nodes to its color', async () => {
    const traffic = startTraffic(rig.url, 5)
    for (const second of ['green', 'blue'] as const) {
      await Promise.allSettled([rig.router().shiftTo('green'), rig.router().shiftTo(second)])
      await rig.router().shiftTo('green')
      await expectTrafficOn('green')
      await rig.router().shiftTo('blue')
    }
    expect(await traffic.stop()).toMatchObject({ failures: [] })
    await expectTrafficOn('blue')
  })
}
