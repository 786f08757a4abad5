await (await import('./start.ts')).start('comment')
