export const VERSION = 'heat_template_version: 2018-08-31\n'

export const CONFIG = `${VERSION}resources:
  setup:
    type: OS::Heat::SoftwareConfig
    properties: { config: { get_file: scripts/setup.sh } }
`
