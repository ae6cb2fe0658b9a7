// Runs __tests__/cloud/cli.ts, bundled in memory: nothing is written, and Node need not understand TypeScript.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['__tests__/cloud/cli.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  // bundled CommonJS packages ask for Node's own modules by require
  banner: {
    js: `import { createRequire } from 'node:module'\nconst require = createRequire(${JSON.stringify(import.meta.url)})`,
  },
})
const [bundle] = outputFiles
await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`)
