/** Facts about an OpenStack service that are the same in every cloud. */
export interface ServiceFacts {
  /** The default port of its public API. */
  port: number
  /** A path that shows without a token whether the API works. */
  health: string
  /** The OpenStack services that must work first. */
  needs: readonly string[]
}

/**
 * The OpenStack service graph.
 *
 * Ports and paths: the API references of the services, and oslo.middleware's healthcheck. Needs: the order in which
 * openstack-ansible and kolla-ansible install the services. Nova and Placement have no health middleware by default, so
 * their version document is used.
 */
export const SERVICES: Readonly<Record<string, ServiceFacts>> = {
  keystone: { port: 5000, health: '/healthcheck', needs: [] },
  barbican: { port: 9311, health: '/healthcheck', needs: ['keystone'] },
  placement: { port: 8780, health: '/', needs: ['keystone'] },
  swift: { port: 8080, health: '/healthcheck', needs: ['keystone'] },
  glance: { port: 9292, health: '/healthcheck', needs: ['keystone'] },
  cinder: { port: 8776, health: '/healthcheck', needs: ['keystone', 'glance'] },
  neutron: { port: 9696, health: '/healthcheck', needs: ['keystone'] },
  nova: { port: 8774, health: '/', needs: ['keystone', 'placement', 'glance', 'neutron'] },
  heat: { port: 8004, health: '/healthcheck', needs: ['keystone', 'nova', 'neutron'] },
  horizon: { port: 443, health: '/auth/login/', needs: ['keystone'] },
  designate: { port: 9001, health: '/healthcheck', needs: ['keystone', 'neutron'] },
  octavia: { port: 9876, health: '/', needs: ['keystone', 'glance', 'neutron', 'nova'] },
  ironic: { port: 6385, health: '/', needs: ['keystone', 'glance', 'neutron', 'placement'] },
  magnum: { port: 9511, health: '/healthcheck', needs: ['keystone', 'neutron', 'heat', 'octavia'] },
  manila: { port: 8786, health: '/healthcheck', needs: ['keystone', 'neutron', 'nova', 'cinder'] },
  trove: { port: 8779, health: '/', needs: ['keystone', 'neutron', 'nova', 'cinder'] },
  gnocchi: { port: 8041, health: '/healthcheck', needs: ['keystone'] },
  aodh: { port: 8042, health: '/healthcheck', needs: ['keystone', 'gnocchi'] },
  cloudkitty: { port: 8889, health: '/healthcheck', needs: ['keystone', 'gnocchi'] },
  mistral: { port: 8989, health: '/', needs: ['keystone'] },
  masakari: { port: 15868, health: '/', needs: ['keystone', 'nova'] },
  tacker: { port: 9890, health: '/', needs: ['keystone'] },
  blazar: { port: 1234, health: '/', needs: ['keystone', 'nova'] },
  zun: { port: 9517, health: '/healthcheck', needs: ['keystone', 'neutron', 'glance'] },
  skyline: { port: 9999, health: '/auth/login/', needs: ['keystone'] },
}
