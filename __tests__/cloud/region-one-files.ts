import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSpec } from '../support/repository.js'

/** The environment `cloud`: production's own commands, on one machine. It is the last of the manifest. */
const CLOUD = `
  cloud:
    strategy: blue_green
    colors:
      blue: { env: { KEYSTONE_PORT: "\${REGION_ONE_BLUE_KEYSTONE_PORT}" } }
      green: { env: { KEYSTONE_PORT: "\${REGION_ONE_GREEN_KEYSTONE_PORT}" } }
    expand: { run: ./db/expand.sh && ./bootstrap.sh, timeout: 3m }
    deploy:
      run: ansible-playbook -i inventories/cloud playbooks/keystone.yml --limit "$CHANGEOVER_COLOR"
      timeout: 3m
    verify:
      - { name: identity answers, http: { url: "http://127.0.0.1:\${KEYSTONE_PORT}/v3" }, every: 500ms, passes: 3 }
      - name: token round trip
        run: ./probes/token-round-trip.sh "http://127.0.0.1:$KEYSTONE_PORT/v3"
        every: 500ms
        timeout: 15s
        failures: 3
      - { name: tokens across colors, run: ./probes/tokens-across-colors.sh, every: 500ms, timeout: 15s, failures: 3 }
    router:
      haproxy:
        nodes:
          - { socket: "unix://\${NODE_1_SOCKET}", map_file: "\${NODE_1_MAP}" }
          - { socket: "unix://\${NODE_2_SOCKET}", map_file: "\${NODE_2_MAP}" }
        map: { keystone: "keystone_{color}" }
    monitor: { url: "\${REGION_ONE_KEYSTONE_URL}/v3", rate: 50, timeout: 5s, error_budget: { failed: 0 } }
    bake: { for: 6s }
    rollback_window: 1h
    contract: { run: ./db/contract.sh, timeout: 3m }
    retire: { run: ./retire.sh, timeout: 3m }
`

/** The example's manifest with the environment `cloud`. */
export async function manifestWithCloud(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'changeover.yml'), 'utf8')
  return `${text.trimEnd()}\n${CLOUD}`
}

/** What only this environment needs. */
export const SCRIPTS: Record<string, FileSpec> = {
  // production got its first account from openstack-ansible
  'bootstrap.sh': {
    executable: true,
    text: `#!/usr/bin/env bash
set -euo pipefail
[[ -z $CHANGEOVER_LIVE_COLOR ]] || exit 0
OS_BOOTSTRAP_PASSWORD=$OS_PASSWORD keystone-manage \\
  --config-file "$REGION_ONE_CONFIG_ROOT/keystone-$CHANGEOVER_COLOR/keystone.conf" \\
  bootstrap --bootstrap-region-id RegionOne
`,
  },
  // a token that one color has issued is good on the other, both ways; the first release has no other
  'probes/tokens-across-colors.sh': {
    executable: true,
    text: `#!/usr/bin/env bash
set -euo pipefail
. tests/http.sh
[[ -n $CHANGEOVER_LIVE_COLOR ]] || exit 0
blue=http://127.0.0.1:$REGION_ONE_BLUE_KEYSTONE_PORT/v3
green=http://127.0.0.1:$REGION_ONE_GREEN_KEYSTONE_PORT/v3
across() {
  local token status
  token=$(issue_token "$1")
  status=$(validate_token "$2" "$token")
  echo "a token of $1 at $2: $status"
  [[ $status == 200 ]]
}
across "$blue" "$green"
across "$green" "$blue"
`,
  },
}
