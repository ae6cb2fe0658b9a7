import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * When a run is killed that makes a record: `before` the record exists; before it hears of it, though it is made (`unheard`);
 * or `after`. Or it lives, and only the answer to its push is `lost`.
 */
export type Moment = 'before' | 'unheard' | 'after' | 'lost'

/**
 * Both hooks look whether `kill` in the repository names the record that is pushed: the moment, and how the record's line
 * ends. The record itself, or the one before it, names the process that owns the operation.
 */
const HOOK = `#!/bin/sh
hook=$(basename "$0")
while read -r old new ref; do
  [ "$ref" = refs/changeover/production ] && [ -f kill ] || continue
  { read -r moment; read -r end; } < kill
  case "$hook $moment" in
    'pre-receive before' | 'pre-receive unheard' | 'post-receive after' | 'post-receive lost') ;;
    *) continue ;;
  esac
  case "$(git log -1 --format=%s "$new")" in *"$end"*) ;; *) continue ;; esac
  rm kill
  if [ "$moment" = lost ]; then kill -9 "$PPID"; exit; fi
  for commit in "$new" "$old"; do
    pid=$(git cat-file blob "$commit:state.json" | sed -n 's/.*"pid": \\([0-9]*\\),*$/\\1/p')
    [ -n "$pid" ] && break
  done
  kill -9 "$pid"
  while kill -0 "$pid" 2> /dev/null; do sleep 0.01; done
  [ "$moment" != before ] || exit 1
done
`

/** Let hooks of a bare repository kill whoever makes a record, once {@link armHook} says which. */
export async function installKillHook(bare: string): Promise<void> {
  for (const name of ['pre-receive', 'post-receive']) {
    const file = join(bare, 'hooks', name)
    await writeFile(file, HOOK)
    await chmod(file, 0o755)
  }
}

/** @param record a part of the line that the record has in the log, such as `: bake` */
export async function armHook(bare: string, moment: Moment, record: string): Promise<void> {
  await writeFile(join(bare, 'kill'), `${moment}\n${record}\n`)
}
