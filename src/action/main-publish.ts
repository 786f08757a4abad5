await (await import('./start.ts')).start('publish')
