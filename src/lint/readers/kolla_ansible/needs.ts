import { SERVICES } from '../../../openstack/services.js'
import type { Severity } from '../../engine/finding.js'

/** What must not be off while something else is on. */
export interface Need {
  /** All of these switches are on… */
  on: readonly string[]
  /** …and all of these are off, of those that the release has. */
  off: readonly string[]
  message: string
  help: string
  severity?: Severity
  /** `false` when the default may be off for a good reason, so that only an explicit value counts. */
  isUnset?: false
}

/** From kolla-ansible's own prechecks. */
const CHECKED: readonly Need[] = [
  {
    on: ['enable_octavia', 'enable_octavia_jobboard'],
    off: ['enable_valkey', 'enable_redis'],
    message: "Octavia's job board is enabled, and the store for its jobs is not.",
    help: 'Set enable_valkey to yes (enable_redis before 2025.1), or enable_octavia_jobboard to no.',
  },
  {
    on: ['enable_ceilometer'],
    off: ['enable_gnocchi', 'enable_ceilometer_prometheus_pushgateway'],
    message: 'Ceilometer is enabled, and nothing takes its samples.',
    help: 'Set enable_gnocchi or enable_ceilometer_prometheus_pushgateway to yes.',
  },
  {
    on: ['enable_ironic_neutron_agent'],
    off: ['enable_ironic'],
    message: "Ironic's agent for Neutron is enabled, and Ironic is not.",
    help: 'Set enable_ironic to yes.',
  },
  {
    on: ['enable_trove'],
    off: ['enable_cinder'],
    message: 'Trove is enabled, and Cinder, on whose volumes its databases live, is not.',
    help: 'Set enable_cinder to yes, with a backend.',
    severity: 'warning',
  },
]

/** Services that nothing else can stand in for. */
const CORE: ReadonlySet<string> = new Set(['keystone', 'glance', 'neutron', 'nova', 'placement', 'heat'])
/** Pairs that work without each other in some set-ups. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'cinder glance',
  'ironic glance',
  'ironic neutron',
  'ironic placement',
  'magnum heat',
  'manila nova',
  'manila neutron',
  'heat nova',
  'heat neutron',
  'designate neutron',
])

function graphNeeds(): Need[] {
  return Object.entries(SERVICES).flatMap(([service, { needs }]) =>
    needs
      .filter((needed) => CORE.has(needed) && !OPTIONAL.has(`${service} ${needed}`))
      .map((needed) => ({
        on: [`enable_${service}`],
        off: [`enable_${needed}`],
        message: `The service ${service} is enabled, and ${needed}, which it needs, is not.`,
        help: `Set enable_${needed} to yes, or enable_${service} to no.`,
        severity: 'warning',
        isUnset: false,
      })),
  )
}

export const NEEDS: readonly Need[] = [...CHECKED, ...graphNeeds()]
