#!/usr/bin/env node
import { t as VERSION } from "./chunks/version.js";
// src/cli/main.ts
const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) process.stdout.write(`${VERSION}\n`);
else {
	const { run } = await import("./chunks/run.js");
	const code = await run(args, process);
	process.exitCode ??= code;
}
export {};
