/**
 * Lets Git work on a repository that belongs to another user, for what this process starts and nothing else: the steps
 * of a job in a container run as another user than the one who checked out (git-config(1), safe.directory).
 *
 * @param top the top level of a working tree
 */
export function trustRepository(top: string, environment: NodeJS.ProcessEnv): void {
  const given = Number(environment['GIT_CONFIG_COUNT'] ?? '0')
  const count = Number.isSafeInteger(given) && given >= 0 ? given : 0
  environment[`GIT_CONFIG_KEY_${count}`] = 'safe.directory'
  environment[`GIT_CONFIG_VALUE_${count}`] = top
  environment['GIT_CONFIG_COUNT'] = String(count + 1)
}
