#!/usr/bin/env node
import { t as VERSION } from "./chunks/version.js";
// src/cli/main.ts
const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) process.stdout.write(`${VERSION}\n`);
else {
	const [{ run }, { optimizeLater }] = await Promise.all([import("./chunks/run.js"), import("./chunks/late-optimizing.js")]);
	optimizeLater();
	const code = await run(args, process);
	process.exitCode ??= code;
}
export {};
