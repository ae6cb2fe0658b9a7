import { describe, expect, test } from '@jest/globals'
import { serviceNeeds } from '../../../src/manifest/services.js'
import { stagesOf } from '../../../src/staged-test/stages.js'

const openstack = serviceNeeds({})

describe('stagesOf', () => {
  test('the OpenStack core, in the order in which it must be good', () => {
    const { stages } = stagesOf(['nova', 'heat', 'keystone', 'neutron', 'glance', 'placement'], openstack)
    expect(stages).toEqual([['keystone'], ['neutron', 'glance', 'placement'], ['nova'], ['heat']])
  })

  test('a need that is not tested is followed through', () => {
    const { stages, edges } = stagesOf(['octavia', 'keystone'], openstack)
    expect(stages).toEqual([['keystone'], ['octavia']])
    expect(edges.get('octavia')).toEqual(['keystone'])
  })

  test("the manifest's own services, and other needs for known ones", () => {
    const needs = serviceNeeds({ services: { billing: { needs: ['nova'] }, nova: { needs: [] } } })
    expect(stagesOf(['billing', 'nova', 'keystone'], needs).stages).toEqual([
      ['nova', 'keystone'],
      ['billing'],
    ])
  })

  test('nothing to test', () => {
    expect(stagesOf([], openstack).stages).toEqual([])
  })
})
