import { lstatSync, readFileSync, statSync, type Stats } from 'node:fs'
import { basename, join, posix, relative, resolve, sep } from 'node:path'
import { watch as chokidar, type FSWatcher } from 'chokidar'
import { name, say, type Message } from '../../core/message.ts'
import { git } from '../git/run.ts'

export interface WatchedPlaces {
  /** The folder that is watched with all below it, without links in its path. */
  readonly root: string
  /** Git's own directory of the working tree. */
  readonly gitDirectory: string
  /** What lies below `root` and is not watched: what is written there is ours. */
  readonly except?: string | undefined
  /** Called with every sign that something changed; often several for one change. */
  readonly changed: () => void
  /** Called once where the system does not let us watch: from then on somebody has to look by himself. */
  readonly failed: (said: Message, hint: Message) => void
}

export interface Watcher {
  /** Resolves when everything is watched: what changed before may have gone unnoticed. */
  readonly ready: Promise<void>
  /**
   * Sees to it that files are watched.
   *
   * @param files all that matter, seen from the folder: one may be listed though its folder was ignored
   * @param outside files elsewhere, to which links lead; absolute
   */
  readonly cover: (files: Iterable<string>, outside: ReadonlySet<string>) => void
  readonly close: () => Promise<void>
}

/** The files of Git's own directory that say which files are listed. */
const LISTING = new Set(['index', 'exclude'])

/**
 * Watches the folders of a working tree, but for those that Git ignores: a handle a folder, not one a file, since
 * systems have few of them. What changed is for others to find out.
 */
export function watchPlaces(places: WatchedPlaces): Watcher {
  const { root, gitDirectory, except, changed, failed } = places
  const ignores = createIgnores(root)
  let extra: ReadonlySet<string> = new Set()
  const isIgnored = (path: string, stats?: Stats): boolean => {
    const at = resolve(path)
    if (at === root || extra.has(at)) return false
    if (at === gitDirectory || at === join(gitDirectory, 'info')) return false
    if (isWithin(gitDirectory, at)) return true
    if (except !== undefined && (at === except || isWithin(except, at))) return true
    if (stats === undefined) return false
    return !stats.isDirectory() || ignores.has(at)
  }
  const watcher = chokidar([root, gitDirectory], {
    ignored: isIgnored, followSymlinks: false, ignoreInitial: true, ignorePermissionErrors: true, atomic: false,
  })
  watcher.on('raw', (_event, path, details: unknown) => {
    const folder = (details as { watchedPath?: string } | undefined)?.watchedPath ?? ''
    if (folder === gitDirectory || isWithin(gitDirectory, folder)) {
      if (typeof path === 'string' && LISTING.has(basename(path))) changed()
    } else changed()
  })
  watcher.on('all', (_event, path) => {
    if (!isWithin(gitDirectory, resolve(path))) changed()
  })
  let isClosed = false
  watcher.once('error', (error) => {
    isClosed = true
    watcher.on('error', () => undefined)
    void watcher.close()
    fail(error, failed)
  })
  return {
    ready: untilReady(watcher),
    cover: (files, outside) => {
      // What is added opens a closed watcher again.
      if (isClosed) return
      const fresh = [...outside].filter((path) => !extra.has(path))
      const left = [...extra].filter((path) => !outside.has(path))
      extra = outside
      if (left.length > 0) watcher.unwatch(left)
      if (fresh.length > 0) watcher.add(fresh)
      for (const folder of foldersOf(files)) {
        const at = join(root, folder)
        if (ignores.takeBack(at)) watcher.add(at)
      }
    },
    close: () => {
      isClosed = true
      return watcher.close()
    },
  }
}

function untilReady(watcher: FSWatcher): Promise<void> {
  return new Promise((done) => {
    watcher.once('ready', () => { done() })
    watcher.once('error', () => { done() })
  })
}

const SYSCTL = '/proc/sys/fs/inotify/max_user_watches'

function fail(error: unknown, failed: WatchedPlaces['failed']): void {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const said = say`the system watches no more folders (${name(code)})`
  const most = code === 'ENOSPC' ? textOf(SYSCTL) : ''
  if (most === '') {
    failed(say`folders cannot be watched (${name(code)})`, say`looking every second instead`)
    return
  }
  const hint = say`looking every second instead; to raise the limit of ${name(most)}: sudo sysctl fs.inotify.max_user_watches=524288`
  failed(said, hint)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

const isWithin = (folder: string, path: string): boolean => path.startsWith(folder + sep)

function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of files) {
    for (let folder = posix.dirname(path); folder !== '.' && !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder)
  }
  return folders
}

interface Ignores {
  readonly has: (folder: string) => boolean
  /** Whether a folder had been ignored: from now on it is not. */
  readonly takeBack: (folder: string) => boolean
}

/** Tells the folders that Git ignores: those there are at once, later ones one by one. */
function createIgnores(root: string): Ignores {
  const known = new Map<string, boolean>()
  const listed = git(root, ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'])
  const ignored = new Set(listed.stdout.toString('utf8').split('\u0000').filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1)))
  const start = Date.now()
  const look = (folder: string): boolean => {
    if (basename(folder) === 'node_modules' || basename(folder) === '.git') return true
    const path = relative(root, folder).split(sep).join('/')
    return ignored.has(path) || isSubmodule(folder) || (isYounger(folder, start) && isIgnoredByGit(root, path))
  }
  return {
    has: (folder) => {
      let answer = known.get(folder)
      if (answer === undefined) known.set(folder, (answer = look(folder)))
      return answer
    },
    takeBack: (folder) => {
      if (known.get(folder) !== true) return false
      known.set(folder, false)
      return true
    },
  }
}

/** Whether a folder was made after a moment; a second is granted to slow clocks. */
function isYounger(folder: string, moment: number): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  return stats !== undefined && stats.ctimeMs > moment - 1000
}

/** 1 says that it is not ignored. */
function isIgnoredByGit(root: string, path: string): boolean {
  return git(root, ['check-ignore', '--quiet', '--', path], { answers: [1, 128] }).status === 0
}

function isSubmodule(folder: string): boolean {
  return statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined
}
