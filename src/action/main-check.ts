await (await import('./start.ts')).start('check')
