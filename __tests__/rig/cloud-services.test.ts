import { describe, expect, test } from '@jest/globals'
import type { Color } from '../../src/drivers/color.js'
import { type Instance, planUp, SERVICES } from '../cloud/services.js'

function plan(names: string[], color?: Color, running: Instance[] = []): string[] {
  return planUp(names, color, running).map(({ name }) => name)
}

describe('what is started', () => {
  test('is what was asked for, and what that needs', () => {
    expect(plan(['keystone'])).toEqual(['database', 'cache', 'keystone'])
    expect(plan(['haproxy'])).toEqual(['haproxy'])
    expect(plan(['octavia'])).toEqual(['database', 'cache', 'queue', 'keystone', 'neutron', 'octavia'])
  })

  test('is nothing that runs', () => {
    const running = planUp(['keystone'], undefined, [])
    expect(plan(['keystone'], undefined, running)).toEqual([])
    expect(plan(['glance'], undefined, running)).toEqual(['glance'])
  })

  test('has the color that was asked for, where it has colors', () => {
    expect(plan(['glance', 'neutron'], 'blue')).toEqual([
      'database',
      'cache',
      'queue',
      'keystone-blue',
      'neutron',
      'glance-blue',
    ])
  })

  test('is the other color beside the one that runs, which is enough for those that need it', () => {
    const blue = planUp(['keystone'], 'blue', [])
    expect(plan(['keystone'], 'green', blue)).toEqual(['keystone-green'])
    expect(plan(['placement'], undefined, blue)).toEqual(['placement'])
  })

  test('is refused by name when there is no such service, or no such color', () => {
    expect(() => plan(['keystome'])).toThrow(
      expect.objectContaining({ code: 'unknown_service', remedy: 'Did you mean keystone?' }),
    )
    expect(() => plan(['haproxy'], 'blue')).toThrow(expect.objectContaining({ code: 'no_color' }))
    expect(() => plan(['keystone', 'haproxy'])).toThrow(expect.objectContaining({ code: 'no_color' }))
    expect(plan(['keystone', 'haproxy'], 'blue')).toContain('keystone-blue')
  })
})

test('every service that something needs exists', () => {
  const names = SERVICES.map(({ name }) => name)
  for (const { needs } of SERVICES) expect(names).toEqual(expect.arrayContaining([...needs]))
})
