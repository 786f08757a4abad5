await (await import('./start.ts')).start('root')
