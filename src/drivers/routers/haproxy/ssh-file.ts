import { RouterError } from '../router.js'
import { type NodeFile, notReplaceable, notWritten } from './node-file.js'
import type { SshResult, SshSession, SshTarget } from './ssh-session.js'

// The scripts that run on the node. Its shell reads only these texts: paths and contents come on standard input.
const LOCATE =
  'sh -c \'IFS= read -r file && file=$(realpath -- "$file") || exit 1; test -f "$file" || { echo "there is no such file" >&2; exit 1; }; test -w "$file" && test -w "${file%/*}/" || { echo "no right to write the file or its folder" >&2; exit 1; }; printf %s "$file"\''
const READ = 'sh -c \'IFS= read -r file && cat -- "$file"\''
/** A truncated text is shorter than announced, and replaces nothing. The new file keeps mode and owner. */
const WRITE =
  'sh -c \'IFS= read -r file && IFS= read -r bytes && new=$(mktemp "${file%/*}/.${file##*/}.XXXXXX") || exit 1; trap "rm -f -- \\"\\$new\\"" EXIT; cp -p -- "$file" "$new" && cat > "$new" && test "$(wc -c < "$new")" -eq "$bytes" && { sync -- "$new" 2>/dev/null || sync; } && mv -f -- "$new" "$file"\''

/** A file of a node that ssh reaches. All methods throw RouterError that names `node`. */
export function sshFile(node: string, target: SshTarget, session: SshSession, path: string): NodeFile {
  const lines = (...texts: string[]) => {
    const odd = texts.find((text) => /[\0\r\n]/.test(text))
    if (odd === undefined) return texts.map((text) => `${text}\n`).join('')
    throw new RouterError('router_misconfigured', node, `${JSON.stringify(odd)} is not a valid path.`)
  }
  return {
    host: `${target.host}:${target.port ?? ''}`,
    async locate() {
      const result = await session.run(LOCATE, lines(path))
      if (result.exitCode !== 0) throw notReplaceable(node, path, whyOf(result))
      return result.stdout
    },
    async read(file) {
      const result = await session.run(READ, lines(file))
      if (result.exitCode === 0) return result.stdout
      throw new RouterError('router_misconfigured', node, `cannot read ${file}: ${whyOf(result)}`)
    },
    async write(file, content) {
      const result = await session.run(WRITE, `${lines(file, `${content.length}`)}${content}`)
      if (result.exitCode !== 0) throw notWritten(node, file, whyOf(result))
    },
  }
}

function whyOf({ exitCode, stderr }: SshResult): string {
  const line = stderr.trim().split('\n').at(-1)?.slice(0, 200)
  return line || `exit status ${exitCode}`
}
