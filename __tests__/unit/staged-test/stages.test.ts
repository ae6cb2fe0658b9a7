import { describe, expect, test } from '@jest/globals'
import { serviceNeeds } from '../../../src/manifest/services.js'
import { stagesOf } from '../../../src/staged-test/stages.js'

const openstack = serviceNeeds({})

describe('stagesOf', () => {
  test('orders the core services of OpenStack', () => {
    const { stages } = stagesOf(['nova', 'heat', 'keystone', 'neutron', 'glance', 'placement'], openstack)
    expect(stages).toEqual([['keystone'], ['neutron', 'glance', 'placement'], ['nova'], ['heat']])
  })

  test('follows needs through services that are not tested', () => {
    const { stages, edges } = stagesOf(['octavia', 'keystone'], openstack)
    expect(stages).toEqual([['keystone'], ['octavia']])
    expect(edges.get('octavia')).toEqual(['keystone'])
  })

  test('uses the services and needs of the manifest', () => {
    const needs = serviceNeeds({ services: { billing: { needs: ['nova'] }, nova: { needs: [] } } })
    expect(stagesOf(['billing', 'nova', 'keystone'], needs).stages).toEqual([
      ['nova', 'keystone'],
      ['billing'],
    ])
  })

  test('returns no stages without services', () => {
    expect(stagesOf([], openstack).stages).toEqual([])
  })
})
