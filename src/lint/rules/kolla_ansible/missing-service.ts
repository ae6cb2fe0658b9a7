import { SERVICES } from '../../../openstack/services.js'
import type { Severity } from '../../engine/finding.js'
import { defineRule } from '../../engine/rule.js'
import type { KollaCloud } from '../../readers/kolla_ansible/kolla-cloud.js'
import { EXAMPLE } from './shared/example.js'

/** A service that cannot work while others are off. */
interface Need {
  /** The need applies when all of these switches are on. */
  on: readonly string[]
  /** One of these has to be on, among those that the release has. */
  anyOf: readonly string[]
  message: string
  help: string
  severity?: Severity
  /** Whether the needed service may be off by default, so that only an explicit value counts. */
  isExplicit?: boolean
}

/** From kolla-ansible's own prechecks. */
const PRECHECKS: readonly Need[] = [
  {
    on: ['enable_octavia', 'enable_octavia_jobboard'],
    anyOf: ['enable_valkey', 'enable_redis'],
    message: "Octavia's job board is enabled, but the store for its jobs is not.",
    help: 'Set enable_valkey to yes (enable_redis before 2025.1), or enable_octavia_jobboard to no.',
  },
  {
    on: ['enable_ceilometer'],
    anyOf: ['enable_gnocchi', 'enable_ceilometer_prometheus_pushgateway'],
    message: 'Ceilometer is enabled, but no service stores its samples.',
    help: 'Set enable_gnocchi or enable_ceilometer_prometheus_pushgateway to yes.',
  },
  {
    on: ['enable_ironic_neutron_agent'],
    anyOf: ['enable_ironic'],
    message: "Ironic's agent for Neutron is enabled, but Ironic is not.",
    help: 'Set enable_ironic to yes.',
  },
  {
    on: ['enable_trove'],
    anyOf: ['enable_cinder'],
    message: 'Trove is enabled, but Cinder, which provides the volumes of its databases, is not.',
    help: 'Set enable_cinder to yes, with a backend.',
    severity: 'warning',
  },
]

/** Services that cannot be replaced by another one. */
const CORE: ReadonlySet<string> = new Set(['keystone', 'glance', 'neutron', 'nova', 'placement', 'heat'])
/** Pairs of services that can work without each other. */
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

/** From the dependencies between OpenStack's services. */
const DEPENDENCIES: readonly Need[] = Object.entries(SERVICES).flatMap(([service, { needs }]) =>
  needs
    .filter((needed) => CORE.has(needed) && !OPTIONAL.has(`${service} ${needed}`))
    .map((needed) => ({
      on: [`enable_${service}`],
      anyOf: [`enable_${needed}`],
      message: `The service ${service} is enabled, but ${needed}, which it needs, is not.`,
      help: `Set enable_${needed} to yes, or enable_${service} to no.`,
      severity: 'warning',
      isExplicit: true,
    })),
)

export const NEEDS: readonly Need[] = [...PRECHECKS, ...DEPENDENCIES]

export default defineRule<KollaCloud>({
  id: 'kolla_ansible/missing-service',
  severity: 'error',
  summary: 'a service is enabled, but another one that it needs is not',
  help: "Some services need others: Octavia's job board stores its jobs in Valkey, Ceilometer publishes its samples to another service, Nova asks Placement for a host. kolla-ansible checks a few of these before a deployment and fails in the middle of it for the others. A service that you add also needs hosts in its inventory groups, a database, a message queue, and an endpoint on the load balancer.",
  example: {
    bad: `${EXAMPLE}enable_ceilometer: true\nenable_gnocchi: false\n`,
    good: `${EXAMPLE}enable_ceilometer: true\nenable_gnocchi: true\n`,
  },
  check({ values, facts, settings, ownSetting }, report) {
    if (!facts) return
    for (const { on, anyOf, message, help, severity, isExplicit } of NEEDS) {
      if (!on.every((name) => values.bool(name) === true)) continue
      const known = anyOf.filter((name) => Object.hasOwn(facts.variables, name))
      if (known.length === 0 || !known.every((name) => values.bool(name) === false)) continue
      if (isExplicit && !settings.has(anyOf[0] ?? '')) continue
      const setting = ownSetting(...on, ...anyOf)
      if (setting) report(setting, message, help, severity)
    }
  },
})
