import { nearest } from '../../../platform/nearest.js'
import { Hints } from './hints.js'

/** Where the files of a repository are, for names that are relative to one of several folders. */
export class FileIndex {
  private readonly names = new Set<string>()
  private readonly folders = new Map<string, string[]>()
  private readonly hints = new Hints(nearest)

  constructor(private readonly files: ReadonlySet<string>) {
    for (const path of files) {
      const name = nameOf(path)
      this.names.add(name)
      this.folder(folderOf(path)).push(name)
      for (let folder = folderOf(path); folder !== '' && !this.folders.has(folderOf(folder)); ) {
        folder = folderOf(folder)
        this.folder(folder)
      }
    }
  }

  private folder(path: string): string[] {
    const known = this.folders.get(path)
    if (known) return known
    const made: string[] = []
    this.folders.set(path, made)
    return made
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  hasFolder(path: string): boolean {
    return this.folders.has(path)
  }

  /** Whether a file of this name lies anywhere. */
  hasName(name: string): boolean {
    return this.names.has(name)
  }

  /** The file of these folders whose name is nearest. */
  near(name: string, folders: readonly string[]): string | undefined {
    return this.hints.near(
      name,
      folders.flatMap((folder) => this.folders.get(folder) ?? []),
    )
  }

  /** All folders that hold a file, or a folder with one. */
  allFolders(): Iterable<string> {
    return this.folders.keys()
  }
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path that `written` leads to from a folder; `undefined` when it leads out of the repository. */
export function joined(folder: string, written: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
