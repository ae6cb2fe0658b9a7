// Parts of packages that dist/ replaces, since it does not need them.
import { fileURLToPath } from 'node:url'

const refuse = (what) => `throw new Error(${JSON.stringify(`This build of Changeover ${what}.`)})`

/** esbuild plugins, one for each replacement. */
export function replacements() {
  return [withoutOidcClient(), withoutZip(), withoutMakeFetchHappen(), builtinsByRequire()]
}

/** No action asks for an OIDC token through @actions/core, and its client would triple the start of every action. */
function withoutOidcClient() {
  return {
    name: 'without-oidc-client',
    setup(build) {
      build.onLoad({ filter: /@actions[\\/]core[\\/]lib[\\/]oidc-utils\.js$/ }, () => ({
        contents: `export class OidcClient { static getIDToken() { ${refuse('has no OIDC client')} } }`,
      }))
    },
  }
}

/**
 * Releases are stored in artifacts as they are, not in a zip. The code for zips is a third of the artifact client, and
 * one of its packages does not state its license.
 */
function withoutZip() {
  return {
    name: 'without-zip',
    setup(build) {
      build.onLoad({ filter: /@actions[\\/]artifact[\\/]lib[\\/]internal[\\/]upload[\\/]zip\.js$/ }, () => ({
        contents: `export function createZipUploadStream() { ${refuse('writes no zip')} }`,
      }))
      build.onResolve({ filter: /^unzip-stream$/ }, ({ path }) => ({ path, namespace: 'without-zip' }))
      build.onLoad({ filter: /.*/, namespace: 'without-zip' }, () => ({
        contents: `export default { Extract() { ${refuse('reads no zip')} } }`,
      }))
    },
  }
}

function withoutMakeFetchHappen() {
  return {
    name: 'without-make-fetch-happen',
    setup(build) {
      const path = fileURLToPath(new URL('fetch.mjs', import.meta.url))
      build.onResolve({ filter: /^make-fetch-happen$/ }, () => ({ path }))
    },
  }
}

/**
 * `import` of node:http evaluates all its exports, and with them Node's fetch: 30 ms of CPU time. `require` does not.
 */
function builtinsByRequire() {
  return {
    name: 'builtins-by-require',
    setup(build) {
      build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path, kind }) =>
        kind === 'import-statement' ? { path, namespace: 'builtin' } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)})`,
      }))
    },
  }
}
