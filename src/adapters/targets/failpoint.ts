/** The steps of targets between which a process may be killed. */
export const FAILPOINTS = [
  'directory/staged', 'directory/claimed', 'directory/linked', 'directory/swapped', 'directory/pruned',
  'archive/claimed', 'archive/written', 'archive/swapped',
  'branch/fetched', 'branch/committed', 'branch/pushed', 'branch/noted',
] as const
export type Failpoint = (typeof FAILPOINTS)[number]

/** Kills this process, as a machine that stops would, where `CAIRN_FAILPOINT` names the step: for tests. */
export function failpoint(step: Failpoint): void {
  if (process.env['CAIRN_FAILPOINT'] === step) process.kill(process.pid, 'SIGKILL')
}
