import { EXAMPLE } from './example.js'

export const config = { 'openstack_user_config.yml': EXAMPLE }

export const FILE = 'env.d/gpu.yml'

export const FILE_START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export const GOOD = `component_skel:
  gpu_agent:
    belongs_to: [gpu_all]
container_skel:
  gpu_container:
    belongs_to: [gpu_containers]
    contains: [gpu_agent]
physical_skel:
  gpu_containers:
    belongs_to: [all_containers]
  gpu_hosts:
    belongs_to: [hosts]
`
